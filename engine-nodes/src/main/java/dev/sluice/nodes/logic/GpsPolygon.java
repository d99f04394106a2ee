package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An area between corners, on a plane of latitudes and longitudes. */
record GpsPolygon(List<GpsPosition> corners) {
  private static final int LEAST_CORNERS = 3;

  /** From a place a line; blank lines do not count. Empty if any line is no place. */
  static Optional<GpsPolygon> ofLines(String text) {
    return of(text.lines().filter(line -> !line.isBlank()).map(GpsPosition::parse).toList());
  }

  /** From an array of places; empty if it is none, or any item is no place. */
  static Optional<GpsPolygon> ofValue(Value value) {
    if (!(value instanceof ArrayValue array)) {
      return Optional.empty();
    }
    List<Optional<GpsPosition>> corners = new ArrayList<>(array.size());
    for (Value item : array) {
      corners.add(GpsPosition.parse(item.toText()));
    }
    return of(corners);
  }

  private static Optional<GpsPolygon> of(List<Optional<GpsPosition>> corners) {
    return corners.size() >= LEAST_CORNERS && corners.stream().allMatch(Optional::isPresent)
        ? Optional.of(new GpsPolygon(corners.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  /** Whether a line from a place to the east crosses the border an odd number of times. */
  boolean contains(GpsPosition place) {
    boolean inside = false;
    GpsPosition from = corners.getLast();
    for (GpsPosition to : corners) {
      if (from.latitude() > place.latitude() != to.latitude() > place.latitude()
          && place.longitude() < longitudeOfCrossing(from, to, place.latitude())) {
        inside = !inside;
      }
      from = to;
    }
    return inside;
  }

  private static double longitudeOfCrossing(GpsPosition from, GpsPosition to, double latitude) {
    return from.longitude()
        + (to.longitude() - from.longitude())
            * (latitude - from.latitude())
            / (to.latitude() - from.latitude());
  }
}
