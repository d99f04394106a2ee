package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** What counts as a change of a value. */
enum ChangeType {
  /** A value that is not equal to the one before, in content. */
  ANY {
    @Override
    boolean isChange(Value old, Value now, double threshold) {
      return !now.equals(old);
    }

    @Override
    boolean isKept(Value old, Value now, double threshold) {
      return true;
    }
  },
  VALUE {
    @Override
    double change(double old, double now) {
      return Math.abs(now - old);
    }
  },
  VALUE_INC {
    @Override
    double change(double old, double now) {
      return now - old;
    }
  },
  VALUE_DEC {
    @Override
    double change(double old, double now) {
      return old - now;
    }
  },
  PERCENT {
    @Override
    double change(double old, double now) {
      return percent(Math.abs(now - old), old);
    }
  },
  PERCENT_INC {
    @Override
    double change(double old, double now) {
      return percent(now - old, old);
    }
  },
  PERCENT_DEC {
    @Override
    double change(double old, double now) {
      return percent(old - now, old);
    }
  };

  private static final double PERCENT_OF_ALL = 100;

  /** Whether a value is a change from the one it is compared with. */
  boolean isChange(Value old, Value now, double threshold) {
    return change(number(old), number(now)) >= threshold;
  }

  /**
   * Whether a value is what later ones are compared with: the first number, one that is a change,
   * and for increases and decreases one that goes the other way.
   */
  boolean isKept(Value old, Value now, double threshold) {
    double number = number(now);
    if (Double.isNaN(number)) {
      return false;
    }
    double before = number(old);
    return Double.isNaN(before) || isChange(old, now, threshold) || change(before, number) < 0;
  }

  /** How much a number has changed in the direction that counts; NaN if it cannot be told. */
  double change(double old, double now) {
    return Double.NaN;
  }

  /** From 0, any change is endless. */
  private static double percent(double difference, double old) {
    return difference / Math.abs(old) * PERCENT_OF_ALL;
  }

  private static double number(Value value) {
    return switch (value) {
      case StringValue string -> TextNumber.parse(string.text());
      case ContainerValue ignored -> Double.NaN;
      default -> value.isPresent() ? value.toNumber() : Double.NaN;
    };
  }
}
