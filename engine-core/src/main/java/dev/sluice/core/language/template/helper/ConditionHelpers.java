package dev.sluice.core.language.template.helper;

import com.google.re2j.Pattern;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** Comparisons, as blocks and inline. */
final class ConditionHelpers {
  /** How many instructions on a character take about as long as one evaluated element. */
  private static final int INSTRUCTIONS_PER_STEP = 16;

  private ConditionHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "eq", (Helper.Condition) Comparison::strictlyEqual,
        "ne", (Helper.Condition) (left, right) -> !Comparison.strictlyEqual(left, right),
        "lt", (Helper.Condition) Comparison::less,
        "lte", (Helper.Condition) Comparison::lessOrEqual,
        "gt", (Helper.Condition) Comparison::greater,
        "gte", (Helper.Condition) Comparison::greaterOrEqual,
        "includes", (Helper.Condition) Comparison::includes,
        "match", (Helper.Prepared) ConditionHelpers::match);
  }

  private static Helper match(CallShape shape) {
    return shape
        .constant(1)
        .<Helper>map(
            constant -> {
              Pattern pattern = compile(constant);
              return (Helper.MeasuredCondition) (text, source, meter) -> find(pattern, text, meter);
            })
        .orElse(
            (Helper.MeasuredCondition)
                (text, source, meter) -> {
                  Pattern pattern = compile(source);
                  meter.charge(pattern.programSize());
                  return find(pattern, text, meter);
                });
  }

  /** The time it takes grows with the text and with what the expression was compiled to. */
  private static boolean find(Pattern pattern, Value value, Meter meter) {
    if (!value.isPresent()) {
      return false;
    }
    String text = value.toText();
    meter.charge((long) text.length() * pattern.programSize() / INSTRUCTIONS_PER_STEP);
    return pattern.matcher(text).find();
  }

  private static Pattern compile(Value source) {
    return RegularExpressions.compile(TextHelpers.text(source));
  }
}
