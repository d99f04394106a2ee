package dev.sluice.core.language.template.helper;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Time zones by their names in the IANA database, as Moment Timezone knows them. */
final class TimeZones {
  /** Zones that never change their offset, which Java does not count among the named ones. */
  private static final Map<String, String> FIXED =
      Map.of("est", "-05:00", "mst", "-07:00", "hst", "-10:00");

  private static final Map<String, String> BY_LOWER_CASE = new HashMap<>(FIXED);

  static {
    for (String name : ZoneId.getAvailableZoneIds()) {
      BY_LOWER_CASE.put(name.toLowerCase(Locale.ROOT), name);
    }
  }

  private TimeZones() {}

  /** The zone of a name in whatever case; Moment keeps to UTC where it does not know one. */
  static ZoneId named(String name) {
    String id = BY_LOWER_CASE.get(name.toLowerCase(Locale.ROOT));
    return id == null ? ZoneOffset.UTC : ZoneId.of(id);
  }
}
