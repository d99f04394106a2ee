package dev.sluice.nodes.logic;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Time zones by their names in the IANA database. */
public final class TimeZone {
  /** How a zone is written. */
  public static final String FORM = "a time zone such as America/New_York";

  private TimeZone() {}

  /** The zone of a name in whatever case; no name is UTC. */
  public static Optional<ZoneId> parse(String name) {
    if (name.isEmpty()) {
      return Optional.of(ZoneOffset.UTC);
    }
    try {
      return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
    } catch (DateTimeException e) {
      return ZoneId.getAvailableZoneIds().stream()
          .filter(name::equalsIgnoreCase)
          .findAny()
          .map(ZoneId::of);
    }
  }
}
