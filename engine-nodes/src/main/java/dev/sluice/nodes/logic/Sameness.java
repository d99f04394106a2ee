package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/**
 * Tells whether values are the same as JavaScript's {@code includes} does: of one type and equal,
 * NaN the same as NaN; an object, an array or a date is the same as itself only.
 */
final class Sameness {
  private Sameness() {}

  /** Equal only to the same instance, whatever its content. */
  private static final class Identity {
    private final Value value;

    Identity(Value value) {
      this.value = value;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // that is what it is for
    public boolean equals(Object other) {
      return other instanceof Identity that && value == that.value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  /**
   * Two values are the same if their keys are equal. Keys of texts are comparable, so that a hash
   * table of them stays fast when someone makes all their hashes equal.
   */
  static Object key(Value value) {
    return switch (value) {
      case StringValue string -> string.text();
      // Zero and minus zero are the same.
      case NumberValue number -> number.number() + 0.0;
      case ContainerValue container -> new Identity(container);
      case DateValue date -> new Identity(date);
      default -> value;
    };
  }
}
