package dev.sluice.core.language.format;

/** What characters are to the formats of dates. */
final class DateScanner {
  private DateScanner() {}

  /** {@code \s} of JavaScript's regular expressions. */
  static boolean isBlank(char c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F -> true;
      case 0x3000, 0xFEFF -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  /** How many of a character are in a row, up to a limit. */
  static int run(String text, int from, char wanted, int limit) {
    int at = from;
    while (at < text.length() && at - from < limit && text.charAt(at) == wanted) {
      at++;
    }
    return at - from;
  }

  /** How many digits are in a row. */
  static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
  }
}
