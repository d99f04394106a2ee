package dev.sluice.bench;

import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Firing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What comes in, one after the other: 35 of every 100 readings are above the limit of 80. */
public final class Readings {
  private static final int COUNT = 100;
  private static final int HOT = 35;
  private static final String[] SEVERITIES = {"low", "medium", "high"};

  private final List<Map<String, Object>> maps = new ArrayList<>(COUNT);
  private final List<Firing> firings = new ArrayList<>(COUNT);
  private int at;

  /** The same readings each time. */
  public Readings() {
    Random random = new Random(7);
    for (int i = 0; i < COUNT; i++) {
      double temperature = i < HOT ? 81 + random.nextInt(80) / 4.0 : 60 + random.nextInt(80) / 4.0;
      maps.add(
          PlainMaps.parse(
              """
              {"name": "sensor-%d", "temperature": %s, "severity": "%s", "raw": "0f%02x",
               "site": {"hall": 7, "line": "B & C", "tags": ["cooling", "pump"]},
               "history": [%d, 78.5, 80, 79.25]}
              """
                  .formatted(i, temperature, SEVERITIES[i % SEVERITIES.length], i, i)));
    }
    Collections.shuffle(maps, random);
    maps.forEach(map -> firings.add(firing(map)));
  }

  /** A firing that brings these data. */
  public static Firing firing(Map<String, Object> data) {
    return Firing.virtualButton().withData(Value.parseJson(PlainMaps.toJson(data)));
  }

  /** How many there are. */
  public int count() {
    return COUNT;
  }

  /** Goes on to the next reading. */
  int next() {
    at = at + 1 == COUNT ? 0 : at + 1;
    return at;
  }

  /** A reading, as it is before anybody works on it. */
  public Map<String, Object> map(int index) {
    return maps.get(index);
  }

  Firing firing(int index) {
    return firings.get(index);
  }
}
