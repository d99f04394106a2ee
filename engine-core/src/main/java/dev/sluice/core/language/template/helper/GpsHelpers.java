package dev.sluice.core.language.template.helper;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Helpers on positions: decimal degrees, degrees with minutes and seconds, or NMEA sentences. */
final class GpsHelpers {
  /** The mean radius of the earth in metres. */
  private static final double RADIUS = 6_371_008.8;

  private static final int MAX_LENGTH = 200;
  private static final int PRECISION = 6;
  private static final double MAX_PRECISION = 15;

  private static final Pattern ANGLE =
      Pattern.compile(
          "\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*°\\s*(?:(\\d+(?:\\.\\d+)?)\\s*['′]\\s*)?"
              + "(?:(\\d+(?:\\.\\d+)?)\\s*(?:\"|″|'')\\s*)?([NSEWnsew]?)\\s*");

  private GpsHelpers() {}

  /** A place in degrees. */
  private record Position(double latitude, double longitude) {
    boolean isValid() {
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
  }

  static Map<String, Helper> all() {
    return Map.of(
        "gpsDistance", (Helper.OfTwo) GpsHelpers::distance,
        "gpsIsPointInside", (Helper.OfCall) call -> Value.of(isInside(call)),
        "formatGps", (Helper.OfCall) GpsHelpers::format);
  }

  private static Value distance(Value first, Value second) {
    Optional<Position> from = parse(first);
    Optional<Position> to = parse(second);
    if (from.isEmpty() || to.isEmpty()) {
      return Value.undefined();
    }
    double fromLatitude = Math.toRadians(from.get().latitude);
    double toLatitude = Math.toRadians(to.get().latitude);
    double north = Math.sin((toLatitude - fromLatitude) / 2);
    double east = Math.sin(Math.toRadians(to.get().longitude - from.get().longitude) / 2);
    double haversine = north * north + Math.cos(fromLatitude) * Math.cos(toLatitude) * east * east;
    return Value.of(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine))));
  }

  /** Counts the polygon's edges to one side of the point. */
  private static boolean isInside(Invocation call) {
    Optional<Position> found = parse(call.argument(0));
    if (found.isEmpty() || !(call.argument(1) instanceof ArrayValue polygon)) {
      return false;
    }
    Position point = found.get();
    call.charge(polygon.size() * 4L);
    List<Position> corners = new ArrayList<>(polygon.size());
    polygon.forEach(corner -> parse(corner).ifPresent(corners::add));
    boolean inside = false;
    for (int i = 0, previous = corners.size() - 1; i < corners.size(); previous = i++) {
      Position one = corners.get(i);
      Position other = corners.get(previous);
      if (one.latitude > point.latitude != other.latitude > point.latitude
          && point.longitude
              < (other.longitude - one.longitude)
                      * (point.latitude - one.latitude)
                      / (other.latitude - one.latitude)
                  + one.longitude) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static Value format(Invocation call) {
    Value value = call.argument(0);
    GpsFormat format = GpsFormat.of(TextHelpers.text(call.argument(1)));
    int precision = precision(call.argument(2));
    return Value.of(
        parse(value)
            .map(position -> format.write(position.latitude, position.longitude, precision))
            .orElseGet(() -> TextHelpers.text(value)));
  }

  private static int precision(Value given) {
    double number = given.isPresent() ? given.toNumber() : Double.NaN;
    return Double.isNaN(number) ? PRECISION : (int) Math.clamp(number, 0.0, MAX_PRECISION);
  }

  private static Optional<Position> parse(Value value) {
    Optional<Position> position =
        switch (value) {
          case StringValue string -> parse(string.text());
          case ArrayValue array when array.size() == 2 ->
              Optional.of(position(array.get(0), array.get(1)));
          case ObjectValue object ->
              Optional.of(
                  position(
                      either(object, "latitude", "lat"),
                      object.has("lon") ? object.get("lon") : either(object, "longitude", "lng")));
          default -> Optional.empty();
        };
    return position.filter(Position::isValid);
  }

  private static Value either(ObjectValue object, String key, String other) {
    return object.has(key) ? object.get(key) : object.get(other);
  }

  private static Position position(Value latitude, Value longitude) {
    return new Position(NumberHelpers.number(latitude), NumberHelpers.number(longitude));
  }

  private static Optional<Position> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] fields = text.strip().split(",", -1);
    if (fields[0].startsWith("$")) {
      int start = fields[0].endsWith("GLL") ? 1 : fields[0].endsWith("GGA") ? 2 : fields.length;
      return start + 3 < fields.length
          ? Optional.of(
              new Position(
                  sentenceAngle(fields[start], fields[start + 1]),
                  sentenceAngle(fields[start + 2], fields[start + 3])))
          : Optional.empty();
    }
    return fields.length == 2
        ? Optional.of(new Position(angle(fields[0]), angle(fields[1])))
        : Optional.empty();
  }

  private static double angle(String text) {
    if (text.isBlank()) {
      return Double.NaN;
    }
    Matcher matcher = ANGLE.matcher(text);
    if (!matcher.matches()) {
      return Value.of(text).toNumber();
    }
    double degrees = part(matcher.group(1));
    double size = Math.abs(degrees) + part(matcher.group(2)) / 60 + part(matcher.group(3)) / 3600;
    return degrees < 0 ? -size : signed(size, matcher.group(4));
  }

  private static double part(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }

  /** Degrees and minutes run together: the last two digits before the point are minutes. */
  private static double sentenceAngle(String text, String hemisphere) {
    double number = text.isBlank() ? Double.NaN : Value.of(text).toNumber();
    double degrees = Math.floor(number / 100);
    return signed(degrees + (number - degrees * 100) / 60, hemisphere);
  }

  private static double signed(double size, String hemisphere) {
    return switch (hemisphere) {
      case "S", "s", "W", "w" -> -size;
      default -> size;
    };
  }
}
