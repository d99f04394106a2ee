package dev.sluice.nodes.logic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place on the earth in degrees.
 *
 * <p>Source of the forms: the coordinates that the flow format accepts, which are decimal degrees,
 * degrees with minutes and seconds, and the NMEA sentences GLL and GGA.
 */
record GpsPosition(double latitude, double longitude) {
  /** The mean radius of the earth in metres. */
  private static final double RADIUS = 6_371_008.8;

  private static final double MAX_LATITUDE = 90;
  private static final double MAX_LONGITUDE = 180;
  private static final int MINUTES_PER_DEGREE = 60;
  private static final int SECONDS_PER_DEGREE = 3600;

  /** Longer than any form is. */
  private static final int MAX_LENGTH = 200;

  private static final Pattern ANGLE =
      Pattern.compile(
          "(-?+)(\\d++(?:\\.\\d++)?+)\\s*+°\\s*+(?:(\\d++(?:\\.\\d++)?+)\\s*+['′’]\\s*+)?+"
              + "(?:(\\d++(?:\\.\\d++)?+)\\s*+(?:\"|″|”|''))?+\\s*+([NSEWnsew]?+)");

  /** Reads a place in any of the forms. */
  static Optional<GpsPosition> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] fields = text.strip().split(",", -1);
    GpsPosition position =
        switch (sentenceType(fields[0])) {
          case "GLL" -> sentence(fields, 1);
          case "GGA" -> sentence(fields, 2);
          default ->
              fields.length == 2
                  ? new GpsPosition(angle(fields[0]), angle(fields[1]))
                  : new GpsPosition(Double.NaN, Double.NaN);
        };
    return Math.abs(position.latitude) <= MAX_LATITUDE
            && Math.abs(position.longitude) <= MAX_LONGITUDE
        ? Optional.of(position)
        : Optional.empty();
  }

  /** Which kind of sentence a first field begins, whoever talks; empty if it begins none. */
  private static String sentenceType(String field) {
    return field.length() == 6 && field.startsWith("$") ? field.substring(3) : "";
  }

  /** The four fields from a first one on: latitude and its side, longitude and its side. */
  private static GpsPosition sentence(String[] fields, int first) {
    if (first + 3 >= fields.length) {
      return new GpsPosition(Double.NaN, Double.NaN);
    }
    return new GpsPosition(
        sentenceAngle(fields[first], fields[first + 1]),
        sentenceAngle(fields[first + 2], fields[first + 3]));
  }

  /** Degrees and minutes in one: the two digits before the point are minutes already. */
  private static double sentenceAngle(String text, String side) {
    double number = TextNumber.parse(text);
    double degrees = Math.floor(number / 100);
    return (degrees + (number - degrees * 100) / MINUTES_PER_DEGREE) * sign(side);
  }

  private static double angle(String text) {
    String stripped = text.strip();
    Matcher parts = ANGLE.matcher(stripped);
    if (!parts.matches()) {
      return TextNumber.parse(stripped);
    }
    double size =
        number(parts.group(2))
            + number(parts.group(3)) / MINUTES_PER_DEGREE
            + number(parts.group(4)) / SECONDS_PER_DEGREE;
    return size * (parts.group(1).isEmpty() ? 1 : -1) * sign(parts.group(5));
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static int sign(String side) {
    return switch (side) {
      case "S", "s", "W", "w" -> -1;
      default -> 1;
    };
  }

  /** The distance along the surface in metres, by the haversine formula on a sphere. */
  double distanceTo(GpsPosition other) {
    double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
    double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double haversine =
        north * north
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * east
                * east;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
