package dev.sluice.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private final Readings readings = new Readings();

  @Test
  void thirtyFiveOfAHundredAreAboveTheLimit() {
    assertEquals(100, readings.count());
    long above =
        IntStream.range(0, readings.count())
            .filter(i -> PlainMaps.number(readings.map(i), "temperature") > 80)
            .count();
    assertEquals(35, above);
  }
}
