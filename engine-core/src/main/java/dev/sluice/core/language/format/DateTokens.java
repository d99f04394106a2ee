package dev.sluice.core.language.format;

import java.util.ArrayList;
import java.util.List;

/** Cuts the format of a date into tokens and literal text. */
final class DateTokens {
  private DateTokens() {}

  /** Replaces the tokens of a locale's layouts, such as {@code LLL}, by those layouts. */
  static String expand(String format, DateLocale locale) {
    StringBuilder expanded = new StringBuilder(format.length() + 32);
    int at = 0;
    while (at < format.length()) {
      int bracket = bracketLength(format, at);
      if (bracket > 0) {
        expanded.append(format, at, at + bracket);
        at += bracket;
        continue;
      }
      boolean escaped = format.charAt(at) == '\\';
      int start = escaped ? at + 1 : at;
      int length = layoutLength(format, start);
      String layout =
          length == 0 || escaped ? null : locale.longFormat(format.substring(at, at + length));
      int end = length == 0 ? at + 1 : start + length;
      if (layout == null) {
        expanded.append(format, at, end);
      } else {
        expanded.append(layout);
      }
      at = end;
    }
    return expanded.toString();
  }

  /**
   * The pieces of a format, each a token, one other character, or escaped text with the marks of
   * its escape. Line ends outside brackets belong to no piece.
   */
  static List<String> split(String format) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < format.length()) {
      int length = bracketLength(format, at);
      if (length == 0 && format.charAt(at) == '\\') {
        int token = tokenLength(format, at + 1);
        length = token == 0 ? 1 : 1 + token;
      } else if (length == 0) {
        length = tokenLength(format, at);
      }
      if (length > 0) {
        pieces.add(format.substring(at, at + length));
      }
      at += Math.max(1, length);
    }
    return List.copyOf(pieces);
  }

  /** The text of a piece that is not a token. */
  static String literal(String piece) {
    if (piece.length() > 1 && piece.charAt(0) == '[') {
      boolean closed = piece.charAt(piece.length() - 1) == ']';
      return piece.substring(1, closed ? piece.length() - 1 : piece.length());
    }
    return piece.replace("\\", "");
  }

  /** The length of bracketed text: up to the last closing bracket before another opens. */
  private static int bracketLength(String format, int at) {
    if (format.charAt(at) != '[') {
      return 0;
    }
    int next = format.indexOf('[', at + 1);
    int close = format.lastIndexOf(']', (next < 0 ? format.length() : next) - 1);
    return close > at ? close + 1 - at : 0;
  }

  private static int layoutLength(String format, int at) {
    if (at >= format.length()) {
      return 0;
    }
    if (format.startsWith("LTS", at)) {
      return 3;
    }
    if (format.startsWith("LT", at)) {
      return 2;
    }
    char c = format.charAt(at);
    return c == 'L' || c == 'l' ? DateScanner.run(format, at, c, 4) : 0;
  }

  private static int tokenLength(String format, int at) {
    if (at >= format.length()) {
      return 0;
    }
    char c = format.charAt(at);
    int clock = clockLength(format, at);
    if (clock > 0) {
      return clock;
    }
    return switch (c) {
      case 'M' -> ordinalOr(format, at, 1, DateScanner.run(format, at, c, 4));
      case 'D' -> dayLength(format, at);
      case 'd' -> {
        int run = DateScanner.run(format, at, c, 4);
        yield run > 1 ? run : ordinalOr(format, at, 1, 1);
      }
      case 'w', 'W' -> {
        boolean second = at + 1 < format.length() && "o|".indexOf(format.charAt(at + 1)) >= 0;
        yield second ? 2 : DateScanner.run(format, at, c, 2);
      }
      case 'Q' -> ordinalOr(format, at, 1, 1);
      case 'N' -> DateScanner.run(format, at, c, 5);
      case 'Y' -> {
        int run = DateScanner.run(format, at, c, 6);
        yield run == 3 ? 2 : run;
      }
      case 'y' -> {
        int run = DateScanner.run(format, at, c, 4);
        yield run > 1 ? run : ordinalOr(format, at, 1, 1);
      }
      case 'g', 'G' -> {
        int run = DateScanner.run(format, at, c, 5);
        yield run == 3 ? 2 : run;
      }
      case 'h', 'H', 'k', 'm', 's', 'z', 'Z' -> DateScanner.run(format, at, c, 2);
      case 'S' -> DateScanner.run(format, at, c, 9);
      default -> DateScanner.isLineEnd(c) ? 0 : 1;
    };
  }

  /** hmm, hmmss, Hmm and Hmmss. */
  private static int clockLength(String format, int at) {
    char c = format.charAt(at);
    if ((c != 'h' && c != 'H') || !format.startsWith("mm", at + 1)) {
      return 0;
    }
    return format.startsWith("ss", at + 3) ? 5 : 3;
  }

  private static int dayLength(String format, int at) {
    if (format.startsWith("Do", at)) {
      return 2;
    }
    return format.startsWith("DDDo", at) ? 4 : DateScanner.run(format, at, 'D', 4);
  }

  /** The length of letters with an o behind, if there is one, else another length. */
  private static int ordinalOr(String format, int at, int letters, int otherwise) {
    int next = at + letters;
    return next < format.length() && format.charAt(next) == 'o' ? letters + 1 : otherwise;
  }
}
