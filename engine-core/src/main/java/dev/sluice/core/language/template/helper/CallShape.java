package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.Value;
import java.util.Optional;

/** What is known of a call before it happens. */
public interface CallShape {
  /** How many arguments without a name there are. */
  int count();

  /** An argument that is written out, or undefined where there is none; empty if it varies. */
  Optional<Value> constant(int index);

  /** The same for a named argument. */
  Optional<Value> constant(String name);
}
