package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the language that plain scripts have. */
enum BuiltIn {
  ABS("Math.abs"),
  CEIL("Math.ceil"),
  FLOOR("Math.floor"),
  MAX("Math.max"),
  MIN("Math.min"),
  ROUND("Math.round"),
  SIGN("Math.sign"),
  SQRT("Math.sqrt"),
  TRUNC("Math.trunc"),
  NUMBER("Number"),
  STRING("String"),
  BOOLEAN("Boolean"),
  IS_NAN("isNaN"),
  IS_FINITE("isFinite"),
  NUMBER_IS_NAN("Number.isNaN"),
  NUMBER_IS_FINITE("Number.isFinite"),
  NUMBER_IS_INTEGER("Number.isInteger"),
  PARSE_FLOAT("parseFloat"),
  PARSE_INT("parseInt"),
  NUMBER_PARSE_FLOAT("Number.parseFloat"),
  NUMBER_PARSE_INT("Number.parseInt"),
  IS_ARRAY("Array.isArray"),
  KEYS("Object.keys"),
  VALUES("Object.values"),
  ENTRIES("Object.entries");

  private static final Map<String, BuiltIn> BY_NAME = new HashMap<>();

  static {
    for (BuiltIn function : values()) {
      BY_NAME.put(function.path, function);
    }
  }

  private final String path;

  BuiltIn(String path) {
    this.path = path;
  }

  static @Nullable BuiltIn find(String path) {
    return BY_NAME.get(path);
  }

  Object apply(Operands operands, Frame frame) {
    return switch (this) {
      case ABS -> Value.of(Math.abs(operands.number(0)));
      case CEIL -> Value.of(Math.ceil(operands.number(0)));
      case FLOOR -> Value.of(Math.floor(operands.number(0)));
      case MAX -> {
        double most = Double.NEGATIVE_INFINITY;
        for (Object operand : operands.all()) {
          most = Math.max(most, Coercion.number(operand));
        }
        yield Value.of(most);
      }
      case MIN -> {
        double least = Double.POSITIVE_INFINITY;
        for (Object operand : operands.all()) {
          least = Math.min(least, Coercion.number(operand));
        }
        yield Value.of(least);
      }
      case ROUND -> Value.of(round(operands.number(0)));
      case SIGN -> Value.of(Math.signum(operands.number(0)));
      case SQRT -> Value.of(Math.sqrt(operands.number(0)));
      case TRUNC -> Value.of(Coercion.truncate(operands.number(0)));
      case NUMBER -> Value.of(operands.count() == 0 ? 0 : operands.number(0));
      case STRING -> Value.of(operands.count() == 0 ? "" : Coercion.text(operands.get(0)));
      case BOOLEAN -> Value.of(Coercion.isTruthy(operands.get(0)));
      case IS_NAN -> Value.of(Double.isNaN(operands.number(0)));
      case IS_FINITE -> Value.of(Double.isFinite(operands.number(0)));
      case NUMBER_IS_NAN -> Value.of(Coercion.isNaN(operands.get(0)));
      case NUMBER_IS_FINITE ->
          Value.of(
              operands.get(0) instanceof NumberValue number && Double.isFinite(number.number()));
      case NUMBER_IS_INTEGER ->
          Value.of(
              operands.get(0) instanceof NumberValue number
                  && Double.isFinite(number.number())
                  && Coercion.truncate(number.number()) == number.number());
      case PARSE_FLOAT, NUMBER_PARSE_FLOAT -> parseFloat(operands);
      case PARSE_INT, NUMBER_PARSE_INT -> parseInt(operands);
      case IS_ARRAY -> Value.of(operands.get(0) instanceof ArrayDraft);
      case KEYS, VALUES, ENTRIES -> list(operands, frame);
    };
  }

  /** Half goes up, and keeps the sign of zero. */
  private static double round(double number) {
    double whole = Math.floor(number);
    double rounded = number - whole >= 0.5 ? whole + 1 : whole;
    return rounded == 0 && (number < 0 || 1 / number < 0) ? -0.0 : rounded;
  }

  private static Value parseFloat(Operands operands) {
    Object operand = operands.get(0);
    if (operand instanceof NumberValue number) {
      return Value.of(number.number() == 0 ? 0 : number.number());
    }
    double whole = operand instanceof StringValue string ? string.toNumber() : Double.NaN;
    // A text that is a number as a whole, in digits; of others a part may be one.
    if (Double.isNaN(whole) || !operands.text(0).matches("[ \\t\\n]*[-+]?[0-9.]{1,20}")) {
      throw new DoubtException();
    }
    return Value.of(whole);
  }

  private static Value parseInt(Operands operands) {
    int radix = operands.integer(1, 10);
    String text = Coercion.text(operands.get(0));
    int at = 0;
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at++;
    }
    long number = 0;
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      if (at - from == 15) {
        throw new DoubtException();
      }
      number = number * 10 + text.charAt(at++) - '0';
    }
    // Nothing, or hexadecimal, or after a rare space.
    if (radix != 10 || at == from || (number == 0 && at < text.length())) {
      throw new DoubtException();
    }
    return Value.of(negative ? -(double) number : number);
  }

  private Object list(Operands operands, Frame frame) {
    if (!(operands.get(0) instanceof ObjectDraft object)) {
      throw new DoubtException();
    }
    return new ArrayDraft(object.keys(frame).stream().map(key -> listed(object, key)).toArray());
  }

  private Object listed(ObjectDraft object, String key) {
    return switch (this) {
      case KEYS -> Value.of(key);
      case VALUES -> object.get(key);
      default -> new ArrayDraft(new Object[] {Value.of(key), object.get(key)});
    };
  }
}
