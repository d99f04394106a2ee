package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;

/** A call that is happening. */
public interface Invocation extends Meter {
  /** How many arguments without a name there are. */
  int count();

  /** An argument, undefined where there is none. */
  Value argument(int index);

  /** A named argument, undefined where there is none. */
  Value named(String name);

  /** All named arguments, the last written first, as Handlebars keeps them. */
  ObjectValue named();

  /** What the call's paths start from. */
  Value context();

  /** The current time. */
  Instant now();

  /** Renders a template that came up only now. */
  String render(String template, Value context);

  /** Evaluates an expression that came up only now. */
  Value express(String expression, Value context);
}
