package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.Value;

/**
 * What a template can call by name. Immutable and safe for many threads. The kinds differ in what
 * they need, so that the simple ones cost no more than a method call.
 */
public sealed interface Helper {
  /** A function of one value. */
  @FunctionalInterface
  non-sealed interface OfOne extends Helper {
    /** The result for an argument, undefined if there was none. */
    Value apply(Value argument);
  }

  /** A function of two values. */
  @FunctionalInterface
  non-sealed interface OfTwo extends Helper {
    /** The result for two arguments, undefined where there was none. */
    Value apply(Value first, Value second);
  }

  /** A condition on two values: a block chooses by it, inline it is a boolean. */
  @FunctionalInterface
  non-sealed interface Condition extends Helper {
    /** Whether it holds for two arguments, undefined where there was none. */
    boolean test(Value first, Value second);
  }

  /** A condition that costs more than its arguments' size tells. */
  @FunctionalInterface
  non-sealed interface MeasuredCondition extends Helper {
    /** Whether it holds for two arguments; what it costs is accounted for first. */
    boolean test(Value first, Value second, Meter meter);
  }

  /** A function of all that a call has. */
  @FunctionalInterface
  non-sealed interface OfCall extends Helper {
    /** The result of a call. */
    Value apply(Invocation invocation);
  }

  /** A helper that does part of its work once per place it is called from. */
  @FunctionalInterface
  non-sealed interface Prepared extends Helper {
    /**
     * The helper for one place.
     *
     * @throws dev.sluice.api.language.EvaluationException if a written out argument is wrong; the
     *     template is then refused
     */
    Helper prepare(CallShape shape);
  }
}
