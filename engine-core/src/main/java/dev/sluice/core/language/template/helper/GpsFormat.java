package dev.sluice.core.language.template.helper;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The notations that positions are written in. */
enum GpsFormat {
  /** Degrees with a sign. */
  DECIMAL {
    @Override
    String write(double latitude, double longitude, int precision) {
      return number(latitude, precision) + "," + number(longitude, precision);
    }
  },
  /** Degrees with a letter for the hemisphere. */
  DEGREES {
    @Override
    String write(double latitude, double longitude, int precision) {
      return number(Math.abs(latitude), precision)
          + "°"
          + northOrSouth(latitude)
          + ","
          + number(Math.abs(longitude), precision)
          + "°"
          + eastOrWest(longitude);
    }
  },
  /** Degrees, minutes and seconds. */
  SEXAGESIMAL {
    @Override
    String write(double latitude, double longitude, int precision) {
      return angle(latitude, precision)
          + northOrSouth(latitude)
          + ","
          + angle(longitude, precision)
          + eastOrWest(longitude);
    }

    private static String angle(double degrees, int precision) {
      BigDecimal[] minutes = split(degrees, 3600, precision);
      BigDecimal[] seconds = minutes[1].divideAndRemainder(SIXTY);
      return minutes[0].toBigInteger()
          + "°"
          + seconds[0].toBigInteger()
          + "'"
          + plain(seconds[1])
          + "\"";
    }
  },
  /** A sentence of a GPS receiver, of which only the position is known. */
  GGA {
    @Override
    String write(double latitude, double longitude, int precision) {
      String body =
          "GPGGA,,"
              + angle(latitude, 2, precision)
              + ","
              + northOrSouth(latitude)
              + ","
              + angle(longitude, 3, precision)
              + ","
              + eastOrWest(longitude)
              + ",1,,,,M,,M,,";
      int sum = 0;
      for (int i = 0; i < body.length(); i++) {
        sum ^= body.charAt(i);
      }
      return String.format("$%s*%02X", body, sum);
    }

    private static String angle(double degrees, int digits, int precision) {
      BigDecimal[] minutes = split(degrees, 60, precision);
      String whole = minutes[1].toBigInteger().toString();
      return "0".repeat(Math.max(0, digits - minutes[0].toBigInteger().toString().length()))
          + minutes[0].toBigInteger()
          + "0".repeat(2 - whole.length())
          + minutes[1].toPlainString();
    }
  };

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** The format of a name; what is no name of one means the plainest. */
  static GpsFormat of(String name) {
    return switch (name) {
      case "degrees" -> DEGREES;
      case "sexagesimal" -> SEXAGESIMAL;
      case "gga" -> GGA;
      default -> DECIMAL;
    };
  }

  /**
   * Writes a position.
   *
   * @param latitude in degrees, finite
   * @param longitude in degrees, finite
   * @param precision decimal places of the smallest unit that is written
   */
  abstract String write(double latitude, double longitude, int precision);

  private static String number(double degrees, int precision) {
    return plain(BigDecimal.valueOf(degrees).setScale(precision, RoundingMode.HALF_UP));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whole degrees and what is left, in parts of a degree; rounded first so that it carries. */
  private static BigDecimal[] split(double degrees, int parts, int precision) {
    BigDecimal perDegree = BigDecimal.valueOf(parts);
    return BigDecimal.valueOf(Math.abs(degrees))
        .multiply(perDegree)
        .setScale(precision, RoundingMode.HALF_UP)
        .divideAndRemainder(perDegree);
  }

  private static String northOrSouth(double latitude) {
    return latitude < 0 ? "S" : "N";
  }

  private static String eastOrWest(double longitude) {
    return longitude < 0 ? "W" : "E";
  }
}
