package dev.sluice.core.language.expression;

/**
 * The functions on numbers that Java lacks or rounds otherwise than JavaScript.
 *
 * <p>Source of the semantics: ECMAScript's Math object.
 */
final class Mathematics {
  private static final double LN_2 = 0.6931471805599453;

  /** Below it a square is lost beside 1, above its inverse 1 is lost beside a square. */
  private static final double TINY = 0x1p-28;

  private static final double HUGE = 0x1p28;

  private Mathematics() {}

  /** To the nearest whole number, a half upwards; what rounds to zero keeps its sign. */
  static double round(double number) {
    double floor = Math.floor(number);
    // Adding a half first would round what is just below it upwards.
    return Math.copySign(number - floor >= 0.5 ? floor + 1 : floor, number);
  }

  static double truncate(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  static double inverseHyperbolicSine(double number) {
    double size = Math.abs(number);
    if (size < TINY || Double.isInfinite(size)) {
      return number;
    }
    double result;
    if (size > HUGE) {
      result = StrictMath.log(size) + LN_2;
    } else if (size > 2) {
      result = StrictMath.log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
    } else {
      double square = size * size;
      result = StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, number);
  }

  static double inverseHyperbolicCosine(double number) {
    if (number < 1) {
      return Double.NaN;
    }
    if (number > HUGE) {
      return StrictMath.log(number) + LN_2;
    }
    if (number > 2) {
      return StrictMath.log(2 * number - 1 / (number + Math.sqrt(number * number - 1)));
    }
    double above = number - 1;
    return StrictMath.log1p(above + Math.sqrt(2 * above + above * above));
  }

  static double inverseHyperbolicTangent(double number) {
    double size = Math.abs(number);
    if (size < TINY) {
      return number;
    }
    double twice = 2 * size;
    double result =
        size < 0.5
            ? StrictMath.log1p(twice + twice * size / (1 - size))
            : StrictMath.log1p(twice / (1 - size));
    return Math.copySign(0.5 * result, number);
  }
}
