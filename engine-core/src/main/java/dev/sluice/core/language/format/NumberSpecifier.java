package dev.sluice.core.language.format;

import dev.sluice.api.language.SyntaxException;

/**
 * A number format as written: {@code
 * [[fill]align][sign][symbol][0][width][,][.precision][~][type]}.
 *
 * @param fill what fills up to the width
 * @param align where the number stands in the width: one of {@code < > = ^}
 * @param sign how the sign is shown: one of {@code - + (} or a space
 * @param symbol {@code $} for currency, {@code #} for the prefix of a base, or a NUL for neither
 * @param zero whether zeros fill between the sign and the digits
 * @param width the least number of characters, 0 if not given
 * @param comma whether thousands are grouped
 * @param precision digits, or {@link #UNSET}
 * @param trim whether zeros at the end of the fraction are left out
 * @param type the letter of the notation, or a NUL if there is none
 */
record NumberSpecifier(
    char fill,
    char align,
    char sign,
    char symbol,
    boolean zero,
    int width,
    boolean comma,
    int precision,
    boolean trim,
    char type) {

  static final int UNSET = -1;
  static final char NONE = '\0';

  /** A format comes from a payload, so the room it may ask for is bounded. */
  static final int WIDEST = 10_000;

  private static final int PRECISION_CAP = 100;

  static NumberSpecifier parse(String text) {
    return new Reader(text).read();
  }

  NumberSpecifier withZeroFill() {
    return new NumberSpecifier('0', '=', sign, symbol, true, width, comma, precision, trim, type);
  }

  NumberSpecifier grouped(char newType) {
    return new NumberSpecifier(
        fill, align, sign, symbol, zero, width, true, precision, trim, newType);
  }

  NumberSpecifier trimmed(char newType, int newPrecision) {
    return new NumberSpecifier(
        fill, align, sign, symbol, zero, width, comma, newPrecision, true, newType);
  }

  NumberSpecifier precise(int newPrecision) {
    return new NumberSpecifier(
        fill, align, sign, symbol, zero, width, comma, newPrecision, trim, type);
  }

  /** Reads the parts from left to right; each can begin with characters no later part has. */
  private static final class Reader {
    private final String text;
    private int position;

    private Reader(String text) {
      this.text = text;
    }

    private NumberSpecifier read() {
      char fill = ' ';
      char align = '>';
      if (text.length() > 1 && isAlign(text.charAt(1)) && !isLineEnd(text.charAt(0))) {
        fill = text.charAt(0);
        align = text.charAt(1);
        position = 2;
      } else if (!text.isEmpty() && isAlign(text.charAt(0))) {
        align = text.charAt(0);
        position = 1;
      }
      char sign = takeOneOf("+-( ", '-');
      char symbol = takeOneOf("$#", NONE);
      boolean zero = take('0');
      int widthAt = position;
      int width = takeNumber(WIDEST + 1);
      if (width > WIDEST) {
        throw new SyntaxException("invalid number format: a width of more than " + WIDEST, widthAt);
      }
      boolean comma = take(',');
      int precision = UNSET;
      if (position + 1 < text.length()
          && text.charAt(position) == '.'
          && isDigit(text.charAt(position + 1))) {
        position++;
        precision = takeNumber(PRECISION_CAP);
      }
      boolean trim = take('~');
      char type = NONE;
      if (position < text.length() && isType(text.charAt(position))) {
        type = text.charAt(position);
        position++;
      }
      if (position < text.length()) {
        throw new SyntaxException("invalid number format: " + excerpt(), position);
      }
      return new NumberSpecifier(
          fill, align, sign, symbol, zero, Math.max(width, 0), comma, precision, trim, type);
    }

    private String excerpt() {
      return text.length() <= 80 ? text : text.substring(0, 80) + '…';
    }

    private boolean take(char wanted) {
      if (position < text.length() && text.charAt(position) == wanted) {
        position++;
        return true;
      }
      return false;
    }

    private char takeOneOf(String wanted, char otherwise) {
      if (position < text.length() && wanted.indexOf(text.charAt(position)) >= 0) {
        return text.charAt(position++);
      }
      return otherwise;
    }

    private int takeNumber(int cap) {
      int number = 0;
      while (position < text.length() && isDigit(text.charAt(position))) {
        number = Math.min(cap, number * 10 + (text.charAt(position) - '0'));
        position++;
      }
      return number;
    }

    private static boolean isAlign(char c) {
      return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isType(char c) {
      return c == '%' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLineEnd(char c) {
      return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
  }
}
