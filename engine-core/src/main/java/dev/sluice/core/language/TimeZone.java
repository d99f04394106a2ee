package dev.sluice.core.language;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Time zones by their names in the IANA database, as Moment Timezone knows them. */
public final class TimeZone {
  /** Zones that never change their offset, which Java does not count among the named ones. */
  private static final Map<String, String> FIXED =
      Map.of("est", "-05:00", "mst", "-07:00", "hst", "-10:00");

  private TimeZone() {}

  /** Made when the first zone is asked for. */
  private static final class Names {
    static final Map<String, String> BY_LOWER_CASE = new HashMap<>(FIXED);

    static {
      for (String name : ZoneId.getAvailableZoneIds()) {
        BY_LOWER_CASE.put(name.toLowerCase(Locale.ROOT), name);
      }
    }
  }

  /** The zone of a name in whatever case; no name is UTC. An offset is no name. */
  public static Optional<ZoneId> parse(String name) {
    if (name.isEmpty()) {
      return Optional.of(ZoneOffset.UTC);
    }
    return Optional.ofNullable(Names.BY_LOWER_CASE.get(name.toLowerCase(Locale.ROOT)))
        .map(ZoneId::of);
  }
}
