package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What an advanced query asks of the value of a field: all of several comparisons. Values of
 * different kinds are neither equal nor in an order; null is equal to what is not set.
 *
 * @param comparisons the comparisons
 * @param isDate whether the field is a date: compared as milliseconds, and searched as text
 * @param ignoresCase whether the case of letters does not matter
 */
record ValueTest(List<Comparison> comparisons, boolean isDate, boolean ignoresCase) {
  ValueTest {
    comparisons = List.copyOf(comparisons);
  }

  /** How a value is compared. */
  enum Operator {
    EQUAL("$eq"),
    NOT_EQUAL("$ne"),
    GREATER("$gt"),
    LESS("$lt"),
    AT_LEAST("$gte"),
    AT_MOST("$lte"),
    STARTS_WITH("$startsWith"),
    ENDS_WITH("$endsWith"),
    CONTAINS("$contains"),
    IN("$in"),
    NOT_IN("$nin");

    private final String key;

    Operator(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /**
   * One comparison.
   *
   * @param operands with what: one, but for the operators that take several
   */
  record Comparison(Operator operator, List<Value> operands) {
    Comparison {
      operands = List.copyOf(operands);
    }

    Value operand() {
      return operands.getFirst();
    }
  }

  boolean test(Value value) {
    for (Comparison comparison : comparisons) {
      if (!test(comparison, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean test(Comparison comparison, Value value) {
    return switch (comparison.operator) {
      case NOT_EQUAL, NOT_IN ->
          comparison.operands.stream().noneMatch(operand -> anyEqual(value, operand));
      case EQUAL, IN -> comparison.operands.stream().anyMatch(operand -> anyEqual(value, operand));
      default -> {
        if (value instanceof ArrayValue several) {
          for (Value one : several) {
            if (testOne(comparison, one)) {
              yield true;
            }
          }
          yield false;
        }
        yield testOne(comparison, value);
      }
    };
  }

  private boolean anyEqual(Value value, Value operand) {
    if (value instanceof ArrayValue several) {
      for (Value one : several) {
        if (equal(one, operand)) {
          return true;
        }
      }
      return false;
    }
    return equal(value, operand);
  }

  private boolean equal(Value value, Value operand) {
    if (!operand.isPresent()) {
      return !value.isPresent();
    }
    OptionalInt order = order(value, operand);
    return order.isPresent() && order.getAsInt() == 0;
  }

  private boolean testOne(Comparison comparison, Value value) {
    Value operand = comparison.operand();
    OptionalInt order = order(value, operand);
    return switch (comparison.operator) {
      case GREATER -> order.isPresent() && order.getAsInt() > 0;
      case LESS -> order.isPresent() && order.getAsInt() < 0;
      case AT_LEAST -> order.isPresent() && order.getAsInt() >= 0;
      case AT_MOST -> order.isPresent() && order.getAsInt() <= 0;
      case STARTS_WITH -> text(value).startsWith(cased(operand.toText()));
      case ENDS_WITH -> text(value).endsWith(cased(operand.toText()));
      case CONTAINS -> text(value).contains(cased(operand.toText()));
      default -> throw new IllegalStateException("Not of one value: " + comparison.operator);
    };
  }

  /** The text that is searched; nothing is found where there is none. */
  private String text(Value value) {
    if (isDate && value instanceof NumberValue number) {
      return cased(new DateValue(number.number()).toIsoString());
    }
    return value instanceof StringValue text ? cased(text.text()) : "";
  }

  private OptionalInt order(Value value, Value operand) {
    if (value instanceof NumberValue one && operand instanceof NumberValue other) {
      return OptionalInt.of(Double.compare(one.number(), other.number()));
    }
    if (value instanceof StringValue one && operand instanceof StringValue other) {
      return OptionalInt.of(cased(one.text()).compareTo(cased(other.text())));
    }
    if (value instanceof BooleanValue && operand instanceof BooleanValue) {
      return OptionalInt.of(Boolean.compare(value.isTruthy(), operand.isTruthy()));
    }
    return OptionalInt.empty();
  }

  private String cased(String text) {
    return ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
  }
}
