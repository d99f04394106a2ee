package dev.sluice.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bench.PlainMaps;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlainRealTest {
  private final PlainReal flow = new PlainReal();

  private Object latches(Map<String, Object> data) {
    Map<String, Object> working = PlainMaps.map(flow.run(data), "working");
    return PlainMaps.present(PlainMaps.map(working, "check"), "latchBranch");
  }

  @Test
  void latchesOnTheSecondHighValueInARowUntilOneIsLow() {
    List<Object> latches =
        DoubleStream.of(81, 82, 83, 79, 82, 80, 82, 82)
            .mapToObj(value -> latches(Map.of("temperature", value, "severity", "low")))
            .toList();
    assertEquals(List.of(false, true, false, false, false, false, false, true), latches);
  }

  @Test
  void theReadingsTakeBothWays() {
    assertEquals(9, flow.inputs().stream().map(this::latches).filter(Boolean.TRUE::equals).count());
  }
}
