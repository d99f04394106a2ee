package dev.sluice.core.language.template;

import dev.sluice.api.payload.Value;

/** A compiled way to a value. Immutable. */
interface Term {
  /** The value. */
  Value evaluate(Rendering rendering, Scope scope);
}
