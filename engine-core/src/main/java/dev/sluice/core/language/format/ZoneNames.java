package dev.sluice.core.language.format;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The abbreviations of time zones, such as EST, as the time zone database has them. The JDK's own
 * differ, and depend on its locale data.
 */
final class ZoneNames {
  private static final Map<String, ZoneNames> BY_ZONE = read();

  private final Map<Integer, List<Name>> byOffset;

  private ZoneNames(Map<Integer, List<Name>> byOffset) {
    this.byOffset = byOffset;
  }

  private record Name(long since, String text) {}

  static String abbreviation(ZoneId zone, ZoneOffset offset, long epochMillis) {
    ZoneNames names = BY_ZONE.get(zone.getId());
    if (names == null) {
      return zone.normalized() instanceof ZoneOffset ? "UTC" : offset.getId();
    }
    String found = "";
    for (Name name : names.byOffset.getOrDefault(offset.getTotalSeconds(), List.of())) {
      if (name.since() <= epochMillis || found.isEmpty()) {
        found = name.text();
      }
    }
    return found.isEmpty() ? offset.getId() : found;
  }

  private static Map<String, ZoneNames> read() {
    Map<String, ZoneNames> zones = new HashMap<>();
    for (String line : DateLocales.lines("zones.txt")) {
      List<String> sides = DateLocale.split(line, '|');
      ZoneNames names = parse(sides.get(1));
      for (String zone : DateLocale.split(sides.get(0), ' ')) {
        zones.put(zone, names);
      }
    }
    return Map.copyOf(zones);
  }

  private static ZoneNames parse(String text) {
    Map<Integer, List<Name>> byOffset = new HashMap<>();
    for (String item : DateLocale.split(text, ' ')) {
      int colon = item.indexOf(':');
      List<Name> names = new ArrayList<>();
      for (String name : DateLocale.split(item.substring(colon + 1), ',')) {
        int at = name.indexOf('@');
        names.add(
            at < 0
                ? new Name(Long.MIN_VALUE, name)
                : new Name(Long.parseLong(name.substring(at + 1)) * 1000, name.substring(0, at)));
      }
      byOffset.put(Integer.valueOf(item.substring(0, colon)), List.copyOf(names));
    }
    return new ZoneNames(Map.copyOf(byOffset));
  }
}
