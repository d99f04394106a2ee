package dev.sluice.core.language.template.helper;

import com.google.re2j.Pattern;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** Comparisons, as blocks and inline. */
final class ConditionHelpers {
  private ConditionHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "eq", (Helper.Condition) Comparison::strictlyEqual,
        "ne", (Helper.Condition) (left, right) -> !Comparison.strictlyEqual(left, right),
        "lt", (Helper.Condition) Comparison::less,
        "lte", (Helper.Condition) Comparison::lessOrEqual,
        "gt", (Helper.Condition) (left, right) -> Comparison.less(right, left),
        "gte", (Helper.Condition) (left, right) -> Comparison.lessOrEqual(right, left),
        "includes", (Helper.Condition) Comparison::includes,
        "match", (Helper.Prepared) ConditionHelpers::match);
  }

  private static Helper match(CallShape shape) {
    return shape
        .constant(1)
        .<Helper>map(
            constant -> {
              Pattern pattern = compile(constant);
              return (Helper.Condition) (text, ignored) -> find(pattern, text);
            })
        .orElse((Helper.Condition) (text, source) -> find(compile(source), text));
  }

  private static boolean find(Pattern pattern, Value value) {
    return value.isPresent() && pattern.matcher(value.toText()).find();
  }

  private static Pattern compile(Value source) {
    return RegularExpressions.compile(TextHelpers.text(source));
  }
}
