package dev.sluice.api.payload;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** JavaScript's conversions between numbers and text. */
final class Numbers {
  private static final double EXACT = 9007199254740992.0;

  /** Below this, neighbouring doubles differ by more than a hundredth. */
  private static final double SPARSE = 1e-320;

  private Numbers() {}

  /** {@code String(number)}: the shortest digits that read back, laid out by ECMAScript's rules. */
  static String print(double number) {
    if (number == (int) number) {
      return Integer.toString((int) number);
    }
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    if (Math.abs(number) < EXACT && number == (long) number) {
      return Long.toString((long) number);
    }
    double magnitude = Math.abs(number);
    // Between these, Java writes what is no whole number as JavaScript does.
    return magnitude >= 1e-3 && magnitude < 1e7
        ? Double.toString(number)
        : layOut(shortest(number));
  }

  /** Java writes two digits where one would read back, which matters where doubles are sparse. */
  private static String shortest(double number) {
    String java = Double.toString(number);
    if (Math.abs(number) > SPARSE) {
      return java;
    }
    BigDecimal digit = new BigDecimal(java).round(new MathContext(1));
    return digit.doubleValue() == number ? digit.unscaledValue() + ".0E" + -digit.scale() : java;
  }

  /** Java and JavaScript agree on the digits and differ in where the point and exponent go. */
  private static String layOut(String java) {
    int start = java.charAt(0) == '-' ? 1 : 0;
    int exponentAt = java.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(java.substring(exponentAt + 1));
    String mantissa = java.substring(start, exponentAt < 0 ? java.length() : exponentAt);
    int point = mantissa.indexOf('.');
    String digits = mantissa.substring(0, point) + mantissa.substring(point + 1);
    int leading = 0;
    while (leading < digits.length() - 1 && digits.charAt(leading) == '0') {
      leading++;
    }
    int end = digits.length();
    while (end > leading + 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    // The value is 0.DIGITS times ten to the power of n.
    int n = point - leading + exponent;
    digits = digits.substring(leading, end);
    int count = digits.length();
    StringBuilder text = new StringBuilder(count + 8).append(java, 0, start);
    if (count <= n && n <= 21) {
      text.append(digits).repeat('0', n - count);
    } else if (0 < n && n <= 21) {
      text.append(digits, 0, n).append('.').append(digits, n, count);
    } else if (-6 < n && n <= 0) {
      text.append("0.").repeat('0', -n).append(digits);
    } else {
      text.append(digits.charAt(0));
      if (count > 1) {
        text.append('.').append(digits, 1, count);
      }
      text.append('e').append(n > 0 ? '+' : '-').append(Math.abs(n - 1));
    }
    return text.toString();
  }

  /** {@code Number(text)}. */
  static double parse(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return 0;
    }
    if (end - start > 2 && text.charAt(start) == '0') {
      int radix =
          switch (text.charAt(start + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      if (radix != 0) {
        return parseRadix(text, start + 2, end, radix);
      }
    }
    return isDecimal(text, start, end) ? parseDecimal(text.substring(start, end)) : Double.NaN;
  }

  private static double parseDecimal(String text) {
    return switch (text) {
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static double parseRadix(String text, int start, int end, int radix) {
    for (int i = start; i < end; i++) {
      if (Character.digit(text.charAt(i), radix) < 0 || text.charAt(i) > 'f') {
        return Double.NaN;
      }
    }
    int first = start;
    while (first < end - 1 && text.charAt(first) == '0') {
      first++;
    }
    // 1,100 binary digits are already more than the largest double.
    return end - first > 1100
        ? Double.POSITIVE_INFINITY
        : new BigInteger(text.substring(first, end), radix).doubleValue();
  }

  /** StrDecimalLiteral: what Double.parseDouble takes, less its own spellings (1d, 0x1p3, NaN). */
  private static boolean isDecimal(String text, int start, int end) {
    int i = start;
    if (text.charAt(i) == '+' || text.charAt(i) == '-') {
      i++;
    }
    if (text.regionMatches(i, "Infinity", 0, 8)) {
      return i + 8 == end;
    }
    int digits = i;
    i = skipDigits(text, i, end);
    int count = i - digits;
    if (i < end && text.charAt(i) == '.') {
      int fraction = i + 1;
      i = skipDigits(text, fraction, end);
      count += i - fraction;
    }
    if (count == 0) {
      return false;
    }
    if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      int exponent = i;
      i = skipDigits(text, i, end);
      if (i == exponent) {
        return false;
      }
    }
    return i == end;
  }

  private static int skipDigits(String text, int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** ECMAScript's WhiteSpace and LineTerminator. */
  static boolean isSpace(char c) {
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
}
