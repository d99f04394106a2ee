package dev.sluice.core.language.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of a language for spans of time. */
final class RelativeTexts {
  private final Map<String, List<List<String>>> phrases;
  private final String plural;
  private final List<String> numeralsAhead;
  private final List<String> numeralsBack;

  private RelativeTexts(
      Map<String, List<List<String>>> phrases,
      String plural,
      List<String> numeralsAhead,
      List<String> numeralsBack) {
    this.phrases = phrases;
    this.plural = plural;
    this.numeralsAhead = numeralsAhead;
    this.numeralsBack = numeralsBack;
  }

  static RelativeTexts read(Map<String, String> rows) {
    Map<String, List<List<String>>> phrases = new HashMap<>();
    rows.forEach(
        (name, row) -> {
          if (name.startsWith("relative.")) {
            phrases.put(
                name.substring("relative.".length()),
                DateLocale.split(row, '_').stream()
                    .map(forms -> DateLocale.split(forms, '|'))
                    .toList());
          }
        });
    return new RelativeTexts(
        Map.copyOf(phrases),
        rows.getOrDefault("plural", ""),
        numerals(rows, "numerals.future"),
        numerals(rows, "numerals.past"));
  }

  private static List<String> numerals(Map<String, String> rows, String name) {
    return rows.containsKey(name) ? DateLocale.split(rows.getOrDefault(name, ""), '_') : List.of();
  }

  /**
   * Says a span.
   *
   * @param unit {@code s}, {@code m}, {@code mm} and so on
   * @param count how many, for the units that have two letters
   * @param bare whether only the span is said, and not when it is
   * @param ahead whether it is in the future
   */
  String say(String unit, long count, boolean bare, boolean ahead) {
    List<List<String>> contexts = phrases.getOrDefault(unit, List.of(List.of("")));
    int index = bare ? 0 : ahead ? 1 : 2;
    if (contexts.size() == 4) {
      index = (bare ? 0 : 2) + (ahead ? 0 : 1);
    }
    List<String> forms = contexts.get(Math.min(index, contexts.size() - 1));
    String form = forms.get(Math.min(pluralForm(count), forms.size() - 1));
    List<String> numerals = ahead ? numeralsAhead : numeralsBack;
    String number = count < numerals.size() ? numerals.get((int) count) : Long.toString(count);
    return form.replace("%d", number);
  }

  private int pluralForm(long count) {
    long ones = count % 10;
    long tens = count / 10 % 10;
    boolean few = ones >= 2 && ones <= 4 && tens != 1;
    return switch (plural) {
      case "east-slavic" -> ones == 1 && tens != 1 ? 0 : few ? 1 : 2;
      case "polish" -> few ? 0 : 1;
      case "czech" -> count >= 2 && count <= 4 ? 0 : 1;
      default -> 0;
    };
  }
}
