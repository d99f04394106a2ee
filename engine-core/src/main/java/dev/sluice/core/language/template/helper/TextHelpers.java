package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Helpers on strings. What is missing has the empty text, all else its text. */
final class TextHelpers {
  private TextHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "upper",
        of(text -> text.toUpperCase(Locale.ROOT)),
        "lower",
        of(text -> text.toLowerCase(Locale.ROOT)),
        "titleCase",
        of(TextHelpers::titleCase),
        "trim",
        of(TextHelpers::trim),
        "substring",
        (Helper.OfCall) TextHelpers::substring,
        "length",
        (Helper.OfOne) TextHelpers::length,
        "defaultTo",
        (Helper.OfTwo) TextHelpers::defaultTo,
        "typeof",
        (Helper.OfOne) value -> Value.of(typeOf(value)));
  }

  static String text(Value value) {
    return value.isPresent() ? value.toText() : "";
  }

  static Helper.OfOne of(UnaryOperator<String> function) {
    return argument -> Value.of(function.apply(text(argument)));
  }

  private static String titleCase(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean start = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String letter = Character.toString(c);
      result.append(start ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
      start = isSpace(c);
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static boolean isSpace(int c) {
    return switch (c) {
      case '\t',
          '\n',
          0x0B,
          '\f',
          '\r',
          ' ',
          0xA0,
          0x1680,
          0x2028,
          0x2029,
          0x202F,
          0x205F,
          0x3000,
          0xFEFF ->
          true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static Value substring(Invocation call) {
    String text = text(call.argument(0));
    int start = position(call.argument(1), 0, text.length());
    int end = position(call.argument(2), text.length(), text.length());
    return Value.of(text.substring(Math.min(start, end), Math.max(start, end)));
  }

  private static int position(Value value, int otherwise, int length) {
    if (value == UndefinedValue.UNDEFINED) {
      return otherwise;
    }
    // A cast turns what is no number into 0.
    return (int) Math.clamp(NumberHelpers.number(value), 0.0, (double) length);
  }

  private static Value length(Value value) {
    return switch (value) {
      case StringValue string -> Value.of(string.text().length());
      case ArrayValue array -> Value.of(array.size());
      case ObjectValue object -> Value.of(object.size());
      default -> Value.undefined();
    };
  }

  private static Value defaultTo(Value value, Value fallback) {
    boolean missing =
        !value.isPresent()
            || (value instanceof StringValue string && string.text().isEmpty())
            || (value instanceof NumberValue number && Double.isNaN(number.number()));
    return missing ? fallback : value;
  }

  private static String typeOf(Value value) {
    return switch (value) {
      case NumberValue number -> "number";
      case BooleanValue flag -> "boolean";
      case StringValue string -> "string";
      case NullValue none -> "null";
      case UndefinedValue none -> "undefined";
      case ArrayValue array -> "array";
      case DateValue date -> "date";
      case ObjectValue object -> "object";
    };
  }
}
