package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import java.util.Locale;
import java.util.function.BiFunction;

/** What can be made of a text. */
enum StringMethod {
  CONCAT(0, StringMethod::concat),
  INDEX_OF(
      1,
      (text, arguments) ->
          Value.of(
              text.indexOf(
                  arguments.text(0, ""),
                  arguments.text(1, "").isBlank() ? 0 : arguments.number(1)))),
  PAD(
      1,
      (text, arguments) -> {
        int missing = missing(text, arguments);
        return padded(text, missing / 2, missing - missing / 2, arguments);
      }),
  PAD_END(1, (text, arguments) -> padded(text, 0, missing(text, arguments), arguments)),
  PAD_START(1, (text, arguments) -> padded(text, missing(text, arguments), 0, arguments)),
  REPLACE_ALL(1, StringMethod::replaceAll),
  REPLACE_FIRST(1, StringMethod::replaceFirst),
  SPLIT(1, (text, arguments) -> split(text, arguments.text(0, ""))),
  TO_LOWER(0, (text, arguments) -> Value.of(text.toLowerCase(Locale.ROOT))),
  /** What is no number gives null, as the older edition of the reference has it. */
  TO_NUMBER(
      0,
      (text, arguments) -> {
        double number = Value.of(text).toNumber();
        return Double.isNaN(number) ? Value.nullValue() : Value.of(number);
      }),
  TO_UPPER(0, (text, arguments) -> Value.of(text.toUpperCase(Locale.ROOT))),
  TRIM(0, (text, arguments) -> trimmed(text, true, true)),
  TRIM_END(0, (text, arguments) -> trimmed(text, false, true)),
  TRIM_START(0, (text, arguments) -> trimmed(text, true, false)),
  TRUNCATE(1, StringMethod::truncate);

  /** The longest text a method makes, as long as templates may make it. */
  private static final int MAX_LENGTH = 16_777_216;

  /** To what a length of nothing cuts. */
  private static final int USUAL_LENGTH = 30;

  private final int minimumArguments;
  private final BiFunction<String, StringArguments, Value> function;

  StringMethod(int minimumArguments, BiFunction<String, StringArguments, Value> function) {
    this.minimumArguments = minimumArguments;
    this.function = function;
  }

  int minimumArguments() {
    return minimumArguments;
  }

  Value apply(String text, StringArguments arguments) {
    return function.apply(text, arguments);
  }

  private static Value concat(String text, StringArguments arguments) {
    StringBuilder joined = new StringBuilder(text);
    for (int i = 0; i < arguments.count(); i++) {
      String argument = arguments.text(i, "");
      checkLength((long) joined.length() + argument.length());
      joined.append(argument);
    }
    return Value.of(joined.toString());
  }

  private static Value replaceFirst(String text, StringArguments arguments) {
    String search = arguments.text(0, "");
    int at = text.indexOf(search);
    if (at < 0) {
      return Value.of(text);
    }
    String replacement = arguments.text(1, "");
    checkLength((long) text.length() - search.length() + replacement.length());
    return Value.of(text.substring(0, at) + replacement + text.substring(at + search.length()));
  }

  private static Value replaceAll(String text, StringArguments arguments) {
    String search = arguments.text(0, "");
    String replacement = arguments.text(1, "");
    int longer = replacement.length() - search.length();
    checkLength(text.length() + (longer > 0 ? (long) longer * occurrences(text, search) : 0));
    return Value.of(text.replace(search, replacement));
  }

  /** How often a text is found; an empty one around each character. */
  private static int occurrences(String text, String search) {
    if (search.isEmpty()) {
      return text.length() + 1;
    }
    int count = 0;
    for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length())) {
      count++;
    }
    return count;
  }

  private static Value split(String text, String separator) {
    ArrayValue.Builder parts = ArrayValue.builder();
    if (separator.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        parts.add(Value.of(String.valueOf(text.charAt(i))));
      }
      return parts.build();
    }
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(Value.of(text.substring(from, at)));
      from = at + separator.length();
    }
    return parts.add(Value.of(text.substring(from))).build();
  }

  private static int missing(String text, StringArguments arguments) {
    return Math.max(0, arguments.number(0) - length(text));
  }

  private static Value padded(String text, int before, int after, StringArguments arguments) {
    String given = arguments.text(1, "");
    String fill = given.isEmpty() ? " " : given;
    return Value.of(filling(fill, before) + text + filling(fill, after));
  }

  private static String filling(String fill, int length) {
    return start(fill.repeat((length + length(fill) - 1) / length(fill)), length);
  }

  private static Value truncate(String text, StringArguments arguments) {
    double asked = TextNumber.parse(arguments.text(0, ""));
    if (Double.isNaN(asked)) {
      return Value.of(text);
    }
    int most = asked < 1 ? USUAL_LENGTH : arguments.number(0);
    if (length(text) <= most) {
      return Value.of(text);
    }
    String omission = arguments.text(1, "");
    return Value.of(start(text, Math.max(0, most - length(omission))) + omission);
  }

  /** The number of characters; one outside the basic plane is one. */
  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String start(String text, int length) {
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static Value trimmed(String text, boolean atStart, boolean atEnd) {
    int from = 0;
    int to = text.length();
    while (atStart && from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (atEnd && to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return Value.of(text.substring(from, to));
  }

  /** What JavaScript's {@code trim} removes: white space and line ends. */
  private static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', '\u000b', '\f', '\r', '\u2028', '\u2029', '\ufeff' -> true;
      default -> Character.getType(c) == Character.SPACE_SEPARATOR;
    };
  }

  private static void checkLength(long length) {
    if (length > MAX_LENGTH) {
      throw new PayloadLimitException(
          "The text would have " + length + " characters; the limit is " + MAX_LENGTH);
    }
  }
}
