package dev.sluice.core.language.expression;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that expressions may call by name.
 *
 * @param fewest how many arguments it needs
 * @param most how many arguments it takes
 * @param call makes the part that calls it with given arguments
 */
record NamedFunction(int fewest, int most, Function<List<Node>, Node> call) {
  private static final Map<String, NamedFunction> ALL =
      Map.ofEntries(
          Map.entry("sin", ofNumber(StrictMath::sin)),
          Map.entry("cos", ofNumber(StrictMath::cos)),
          Map.entry("tan", ofNumber(StrictMath::tan)),
          Map.entry("asin", ofNumber(StrictMath::asin)),
          Map.entry("acos", ofNumber(StrictMath::acos)),
          Map.entry("atan", ofNumber(StrictMath::atan)),
          Map.entry("sinh", ofNumber(StrictMath::sinh)),
          Map.entry("cosh", ofNumber(StrictMath::cosh)),
          Map.entry("tanh", ofNumber(StrictMath::tanh)),
          Map.entry("asinh", ofNumber(Mathematics::inverseHyperbolicSine)),
          Map.entry("acosh", ofNumber(Mathematics::inverseHyperbolicCosine)),
          Map.entry("atanh", ofNumber(Mathematics::inverseHyperbolicTangent)),
          Map.entry("atan2", ofNumbers(StrictMath::atan2)),
          Map.entry("sqrt", ofNumber(Math::sqrt)),
          Map.entry("log", ofNumber(StrictMath::log)),
          Map.entry("log10", ofNumber(StrictMath::log10)),
          Map.entry("abs", ofNumber(Math::abs)),
          Map.entry("ceil", ofNumber(Math::ceil)),
          Map.entry("floor", ofNumber(Math::floor)),
          Map.entry("round", ofNumber(Mathematics::round)),
          Map.entry("trunc", ofNumber(Mathematics::truncate)),
          Map.entry("exp", ofNumber(StrictMath::exp)),
          Map.entry("pow", new NamedFunction(2, 2, all -> new PowerNode(all.get(0), all.get(1)))),
          Map.entry("min", choosing(Math::min)),
          Map.entry("max", choosing(Math::max)),
          Map.entry("length", new NamedFunction(1, 1, all -> new LengthNode(all.get(0)))),
          Map.entry(
              "includes",
              new NamedFunction(2, 2, all -> new IncludesNode(all.get(0), all.get(1)))));

  static @Nullable NamedFunction of(String name) {
    return ALL.get(name);
  }

  private static NamedFunction ofNumber(DoubleUnaryOperator function) {
    return new NamedFunction(1, 1, all -> new NumberFunctionNode(function, all.get(0)));
  }

  private static NamedFunction ofNumbers(DoubleBinaryOperator function) {
    return new NamedFunction(
        2, 2, all -> new NumberPairFunctionNode(function, all.get(0), all.get(1)));
  }

  private static NamedFunction choosing(DoubleBinaryOperator chooser) {
    return new NamedFunction(1, Integer.MAX_VALUE, all -> new ExtremeNode(chooser, all));
  }

  /** How many arguments it takes, in words. */
  String arity() {
    if (most == Integer.MAX_VALUE) {
      return "at least " + fewest + " argument" + (fewest == 1 ? "" : "s");
    }
    return fewest + " argument" + (fewest == 1 ? "" : "s");
  }
}
