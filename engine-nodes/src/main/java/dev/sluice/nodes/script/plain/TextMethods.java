package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods of strings. */
final class TextMethods {
  private TextMethods() {}

  static Object call(Method method, String text, Operands operands, Frame frame) {
    frame.spend(text.length());
    return switch (method) {
      case CHAR_AT -> {
        int at = operands.integer(0, 0);
        yield Value.of(at >= 0 && at < text.length() ? text.substring(at, at + 1) : "");
      }
      case ENDS_WITH -> Value.of(text.endsWith(only(operands)));
      case INCLUDES -> Value.of(text.contains(only(operands)));
      case INDEX_OF -> Value.of(text.indexOf(only(operands)));
      case PAD_START -> padStart(text, operands, frame);
      case REPLACE -> replace(text, operands, false, frame);
      case REPLACE_ALL -> replace(text, operands, true, frame);
      case SLICE -> {
        int from = fromEnd(operands.integer(0, 0), text.length());
        int to = fromEnd(operands.integer(1, text.length()), text.length());
        yield Value.of(from < to ? text.substring(from, to) : "");
      }
      case SPLIT -> split(text, only(operands), frame);
      case STARTS_WITH -> Value.of(text.startsWith(only(operands)));
      case SUBSTRING -> {
        int one = Math.clamp(operands.integer(0, 0), 0, text.length());
        int other = Math.clamp(operands.integer(1, text.length()), 0, text.length());
        yield Value.of(text.substring(Math.min(one, other), Math.max(one, other)));
      }
      case TO_LOWER_CASE -> Value.of(ascii(text).toLowerCase(Locale.ROOT));
      case TO_STRING -> Value.of(text);
      case TO_UPPER_CASE -> Value.of(ascii(text).toUpperCase(Locale.ROOT));
      case TRIM -> Value.of(trim(text));
      case CONCAT, JOIN, PUSH, TO_FIXED -> throw new DoubtException();
    };
  }

  private static String only(Operands operands) {
    if (operands.count() != 1) {
      throw new DoubtException();
    }
    return operands.text(0);
  }

  /** A place counted from the end if negative, within the text. */
  static int fromEnd(int at, int length) {
    return at < 0 ? Math.max(0, length + at) : Math.min(at, length);
  }

  private static Value padStart(String text, Operands operands, Frame frame) {
    int length = operands.integer(0, 0);
    String filler = operands.count() < 2 ? " " : operands.text(1);
    int missing = length - text.length();
    if (missing <= 0 || filler.isEmpty()) {
      return Value.of(text);
    }
    frame.spend(length);
    StringBuilder padded = new StringBuilder(length);
    while (padded.length() < missing) {
      padded.append(filler, 0, Math.min(filler.length(), missing - padded.length()));
    }
    return Value.of(padded.append(text).toString());
  }

  private static Value replace(String text, Operands operands, boolean all, Frame frame) {
    String sought = operands.text(0);
    String by = operands.text(1);
    if (sought.isEmpty() || by.indexOf('$') >= 0) {
      throw new DoubtException();
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(sought);
    while (at >= 0) {
      frame.spend(by.length());
      replaced.append(text, from, at).append(by);
      from = at + sought.length();
      at = all ? text.indexOf(sought, from) : -1;
    }
    return Value.of(replaced.append(text, from, text.length()).toString());
  }

  private static Object split(String text, String separator, Frame frame) {
    if (separator.isEmpty()) {
      throw new DoubtException();
    }
    List<Object> pieces = new ArrayList<>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      pieces.add(Value.of(text.substring(from, at)));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    pieces.add(Value.of(text.substring(from)));
    frame.spend(pieces.size());
    return new ArrayDraft(pieces.toArray());
  }

  /** Beyond ASCII a letter's case depends on the edition of Unicode. */
  private static String ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        throw new DoubtException();
      }
    }
    return text;
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > '~' && isRareSpace(c));
  }

  private static boolean isRareSpace(char c) {
    return switch (c) {
      case 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }
}
