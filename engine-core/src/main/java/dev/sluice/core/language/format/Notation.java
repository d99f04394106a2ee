package dev.sluice.core.language.format;

import java.math.BigDecimal;
import java.util.Locale;

/** How the digits of a number that is not negative are written. */
enum Notation {
  PERCENT('%', false, true) {
    @Override
    String write(double number, int precision) {
      return DecimalText.fixed(number * 100, precision);
    }
  },
  BINARY('b', false, false) {
    @Override
    String write(double number, int precision) {
      return inBase(number, 2);
    }
  },
  DECIMAL('d', false, true) {
    @Override
    String write(double number, int precision) {
      double whole = round(number);
      // JavaScript leaves numbers this large to its locale formatting, which has a sign for it.
      return Double.isInfinite(whole) ? "∞" : DecimalText.whole(whole);
    }
  },
  EXPONENT('e', false, true) {
    @Override
    String write(double number, int precision) {
      return DecimalText.exponential(number, precision);
    }
  },
  FIXED('f', false, true) {
    @Override
    String write(double number, int precision) {
      return DecimalText.fixed(number, precision);
    }
  },
  GENERAL('g', true, true) {
    @Override
    String write(double number, int precision) {
      return DecimalText.precise(number, precision);
    }
  },
  OCTAL('o', false, false) {
    @Override
    String write(double number, int precision) {
      return inBase(number, 8);
    }
  },
  ROUNDED_PERCENT('p', true, true) {
    @Override
    String write(double number, int precision) {
      return ROUNDED.write(number * 100, precision);
    }
  },
  ROUNDED('r', true, true) {
    @Override
    String write(double number, int precision) {
      return isMeasurable(number)
          ? DecimalText.positional(DecimalText.significand(number, precision))
          : DecimalText.plain(number);
    }
  },
  SI('s', true, true) {
    @Override
    String write(double number, int precision) {
      return isMeasurable(number)
          ? SiPrefix.of(number, precision).write(number, precision)
          : DecimalText.precise(number, precision);
    }

    @Override
    String unit(double number, int precision) {
      return isMeasurable(number) ? SiPrefix.of(number, precision).symbol() : "";
    }
  },
  UPPER_HEXADECIMAL('X', false, false) {
    @Override
    String write(double number, int precision) {
      return inBase(number, 16).toUpperCase(Locale.ROOT);
    }
  },
  LOWER_HEXADECIMAL('x', false, false) {
    @Override
    String write(double number, int precision) {
      return inBase(number, 16);
    }
  };

  private final char letter;
  private final boolean significant;
  private final boolean fractional;

  Notation(char letter, boolean significant, boolean fractional) {
    this.letter = letter;
    this.significant = significant;
    this.fractional = fractional;
  }

  abstract String write(double number, int precision);

  /** What follows the digits of a number and depends on it. */
  String unit(double number, int precision) {
    return "";
  }

  /** The precision kept within what the notation can show. */
  int clamp(int precision) {
    return significant ? Math.clamp(precision, 1, 21) : Math.clamp(precision, 0, 20);
  }

  /** Whether only the digits at the start are grouped, and not a fraction or an exponent. */
  boolean isFractional() {
    return fractional;
  }

  /** What {@code $} and {@code #} have nothing to do with: the sign after a percentage. */
  boolean isPercentage() {
    return this == PERCENT || this == ROUNDED_PERCENT;
  }

  boolean hasBasePrefix() {
    return !fractional;
  }

  static boolean isKnown(char letter) {
    for (Notation notation : values()) {
      if (notation.letter == letter) {
        return true;
      }
    }
    return false;
  }

  static Notation of(char letter) {
    for (Notation notation : values()) {
      if (notation.letter == letter) {
        return notation;
      }
    }
    return GENERAL;
  }

  private static boolean isMeasurable(double number) {
    return number != 0 && Double.isFinite(number);
  }

  /** {@code Math.round} of a number that is not negative. */
  private static double round(double number) {
    double floor = Math.floor(number);
    return number - floor >= 0.5 ? floor + 1 : floor;
  }

  private static String inBase(double number, int base) {
    double whole = round(number);
    return Double.isInfinite(whole)
        ? DecimalText.plain(whole)
        : new BigDecimal(whole).toBigInteger().toString(base);
  }
}
