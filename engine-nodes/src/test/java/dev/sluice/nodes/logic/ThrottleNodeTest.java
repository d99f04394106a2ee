package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleNodeTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(TestEngine.NOW);

  private static NodeRun node(String rate) {
    return NodeRun.of("ThrottleNode")
        .config(
            "{ratePerMinute: "
                + rate
                + ", throttleIdTemplate: '{{data.id}}', timeSincePath: 'since'}")
        .outputs(2);
  }

  private Outcome pressAfter(TestEngine engine, long millis, String data) {
    now.set(TestEngine.NOW.plusMillis(millis));
    return engine.press("flow", data).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1;         0 1, 59999 0, 60000 1, 119999 0, 120001 1",
        "'2';       0 1, 20000 0, 31000 1, 60000 0, 61000 1",
        "600;       0 1, 99 0, 100 1, 101 0",
        "0.000694;  0 1, 86000000 0, 86455332 1",
      })
  void onlyWhatComesLongEnoughAfterTheLastIsLetThrough(String rate, String presses) {
    try (TestEngine engine = TestEngine.start(builder -> builder.clock(now::get))) {
      engine.deploy(node(rate).flow());
      for (String press : presses.split(", ", -1)) {
        String[] parts = press.split(" ", -1);
        assertEquals(
            Integer.parseInt(parts[1]),
            pressAfter(engine, Long.parseLong(parts[0]), "{}").output(),
            press);
      }
    }
  }

  @Test
  void theTimeSinceTheLastThatWasLetThroughIsTold() {
    try (TestEngine engine = TestEngine.start(builder -> builder.clock(now::get))) {
      engine.deploy(node("1").flow());
      assertEquals(Value.undefined(), pressAfter(engine, 0, "{}").at("since"));
      assertEquals(Value.of(27551), pressAfter(engine, 27551, "{}").at("since"));
      assertEquals(Value.of(70000), pressAfter(engine, 70000, "{}").at("since"));
      assertEquals(Value.of(5), pressAfter(engine, 70005, "{}").at("since"));
    }
  }

  @Test
  void eachIdentifierIsThrottledForItself() {
    try (TestEngine engine = TestEngine.start(builder -> builder.clock(now::get))) {
      engine.deploy(node("1").flow());
      assertEquals(1, pressAfter(engine, 0, "{id: 'a'}").output());
      assertEquals(1, pressAfter(engine, 1, "{id: 'b'}").output());
      assertEquals(0, pressAfter(engine, 2, "{id: 'a'}").output());
      assertEquals(0, pressAfter(engine, 3, "{id: 'b'}").output());
      assertEquals(1, pressAfter(engine, 60_000, "{id: 'a'}").output());
    }
  }

  @Test
  void ofRunsAtTheSameTimeOneIsLetThrough() throws Exception {
    NodeRun node =
        NodeRun.of("ThrottleNode").config("{ratePerMinute: 1, timeSincePath: 'since'}").outputs(2);
    try (TestEngine engine = TestEngine.start();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      engine.deploy(node.flow());
      List<Future<RunResult>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        results.add(
            threads.submit(
                () ->
                    engine
                        .engine()
                        .run("flow", Firing.virtualButton().withData(ObjectValue.empty()))));
      }
      int letThrough = 0;
      for (Future<RunResult> result : results) {
        if (result.get().payload().get("since") == Value.undefined()) {
          letThrough++;
        }
      }
      assertEquals(1, letThrough);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "601", "'x'", "''", "null"})
  void aRateOutOfRangeIsRefused(String rate) {
    String json = rate.matches("-?[0-9]+|null") ? rate : "'" + rate + "'";
    assertEquals("config.ratePerMinute", node(json).refusal().field());
  }
}
