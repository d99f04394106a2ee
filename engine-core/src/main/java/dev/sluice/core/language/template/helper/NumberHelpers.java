package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic. Arguments are cast to numbers as JavaScript casts them. */
final class NumberHelpers {
  private NumberHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "add", binary((a, b) -> a + b),
        "subtract", binary((a, b) -> a - b),
        "multiply", binary((a, b) -> a * b),
        "divide", binary((a, b) -> a / b),
        "ceil", unary(Math::ceil),
        "floor", unary(Math::floor),
        "max", variadic(Double.NEGATIVE_INFINITY, Math::max),
        "min", variadic(Double.POSITIVE_INFINITY, Math::min),
        "scaleLinear", (Helper.OfCall) NumberHelpers::scaleLinear);
  }

  static double number(Value value) {
    // What has more than one item has a comma in its text and so is no number, whatever its size.
    return value instanceof ArrayValue array && array.size() > 1 ? Double.NaN : value.toNumber();
  }

  private static Helper.OfTwo binary(DoubleBinaryOperator operator) {
    return (first, second) -> Value.of(operator.applyAsDouble(number(first), number(second)));
  }

  private static Helper.OfOne unary(DoubleUnaryOperator operator) {
    return argument -> Value.of(operator.applyAsDouble(number(argument)));
  }

  private static Helper.OfCall variadic(double start, DoubleBinaryOperator operator) {
    return call -> {
      double result = start;
      for (int i = 0; i < call.count(); i++) {
        result = operator.applyAsDouble(result, number(call.argument(i)));
      }
      return Value.of(result);
    };
  }

  private static Value scaleLinear(Invocation call) {
    double fromLow = number(call.argument(0));
    double fromHigh = number(call.argument(1));
    double toLow = number(call.argument(2));
    double toHigh = number(call.argument(3));
    double value = number(call.argument(4));
    return Value.of((value - fromLow) * (toHigh - toLow) / (fromHigh - fromLow) + toLow);
  }
}
