package dev.sluice.core.language.format;

import dev.sluice.api.language.SyntaxException;

/**
 * A number format in d3-format 3's notation, for the en-US locale. The minus sign is U+2212, as
 * that library writes it since version 2.
 */
public final class NumberFormat {
  private static final char MINUS = '\u2212';
  private static final char COMMA = ',';
  private static final int GROUP = 3;
  private static final int DEFAULT_PRECISION = 6;
  private static final int DEFAULT_SIGNIFICANT = 12;

  private final NumberSpecifier specifier;
  private final Notation notation;
  private final boolean literal;
  private final String prefix;
  private final String suffix;

  private NumberFormat(NumberSpecifier specifier, boolean literal) {
    this.specifier = specifier;
    this.literal = literal;
    this.notation = Notation.of(specifier.type());
    char symbol = specifier.symbol();
    if (symbol == '$') {
      prefix = "$";
    } else if (symbol == '#' && !literal && notation.hasBasePrefix()) {
      prefix = "0" + Character.toLowerCase(specifier.type());
    } else {
      prefix = "";
    }
    suffix = symbol != '$' && !literal && notation.isPercentage() ? "%" : "";
  }

  /**
   * Reads a format.
   *
   * @param specifier such as {@code ,.2f}
   * @return the format
   * @throws SyntaxException if this is not a format, or one that asks for an unreasonable width
   */
  public static NumberFormat parse(String specifier) {
    NumberSpecifier parsed = NumberSpecifier.parse(specifier);
    boolean literal = parsed.type() == 'c';
    if (parsed.type() == 'n') {
      parsed = parsed.grouped('g');
    } else if (!literal && !Notation.isKnown(parsed.type())) {
      int precision = parsed.precision();
      parsed =
          parsed.trimmed('g', precision == NumberSpecifier.UNSET ? DEFAULT_SIGNIFICANT : precision);
    }
    if (parsed.zero() || (parsed.fill() == '0' && parsed.align() == '=')) {
      parsed = parsed.withZeroFill();
    }
    int precision =
        parsed.precision() == NumberSpecifier.UNSET ? DEFAULT_PRECISION : parsed.precision();
    return new NumberFormat(parsed.precise(Notation.of(parsed.type()).clamp(precision)), literal);
  }

  /**
   * Writes a number in this format.
   *
   * @param value any number
   * @return the text
   */
  public String format(double value) {
    if (literal) {
      return layOut(prefix, "", DecimalText.plain(value));
    }
    double magnitude = Math.abs(value);
    int precision = specifier.precision();
    String digits = Double.isNaN(value) ? "NaN" : notation.write(magnitude, precision);
    if (specifier.trim()) {
      digits = trimmed(digits);
    }
    char sign = specifier.sign();
    boolean negative = (value < 0 || 1 / value < 0) && (sign == '+' || !isWrittenZero(digits));
    String unit = Double.isNaN(value) ? "" : notation.unit(magnitude, precision);
    String ending = unit + suffix + (negative && sign == '(' ? ")" : "");
    if (notation.isFractional()) {
      int whole = digitsAtStart(digits);
      ending = digits.substring(whole) + ending;
      digits = digits.substring(0, whole);
    }
    return layOut(signText(negative) + prefix, digits, ending);
  }

  private String signText(boolean negative) {
    char sign = specifier.sign();
    if (negative) {
      return sign == '(' ? "(" : String.valueOf(MINUS);
    }
    return sign == '-' || sign == '(' ? "" : String.valueOf(sign);
  }

  private String layOut(String start, String digits, String end) {
    boolean zero = specifier.zero();
    boolean comma = specifier.comma();
    int width = specifier.width();
    String whole = comma && !zero ? grouped(digits, Integer.MAX_VALUE) : digits;
    int missing = Math.max(0, width - start.length() - whole.length() - end.length());
    if (comma && zero) {
      // The zeros are part of the grouped number, and the commas count in the width.
      int room = missing > 0 ? width - end.length() : Integer.MAX_VALUE;
      return start + grouped("0".repeat(missing) + whole, room) + end;
    }
    String padding = String.valueOf(specifier.fill()).repeat(missing);
    return switch (specifier.align()) {
      case '<' -> start + whole + end + padding;
      case '=' -> start + padding + whole + end;
      case '^' ->
          padding.substring(0, missing / 2) + start + whole + end + padding.substring(missing / 2);
      default -> padding + start + whole + end;
    };
  }

  /** Commas between groups of three from the right; what does not fit the room is cut off left. */
  private static String grouped(String digits, int room) {
    StringBuilder reversed = new StringBuilder(digits.length() + digits.length() / GROUP);
    int position = digits.length();
    int length = 0;
    while (position > 0) {
      int size = length + GROUP + 1 > room ? Math.max(1, room - length) : GROUP;
      if (length > 0) {
        reversed.append(COMMA);
      }
      int from = Math.max(0, position - size);
      for (int i = position - 1; i >= from; i--) {
        reversed.append(digits.charAt(i));
      }
      position = from;
      length += size + 1;
      if (length > room) {
        break;
      }
    }
    return reversed.reverse().toString();
  }

  private static int digitsAtStart(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Without the zeros at the end of the fraction, nor a point that nothing follows. */
  private static String trimmed(String digits) {
    int point = digits.indexOf('.');
    if (point < 0) {
      return digits;
    }
    int end = point + 1 + digitsAtStart(digits.substring(point + 1));
    int kept = end;
    while (digits.charAt(kept - 1) == '0') {
      kept--;
    }
    if (kept == point + 1) {
      kept = point;
    }
    return digits.substring(0, kept) + digits.substring(end);
  }

  /** Whether the text written for a number reads as zero. */
  private static boolean isWrittenZero(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == 'e') {
        return i > 0;
      }
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
