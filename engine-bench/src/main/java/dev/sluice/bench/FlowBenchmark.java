package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole runs through the public interface, on the calling thread, each beside Java written by hand
 * that gives the same payload.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FlowBenchmark {
  private static final List<String> FLOWS =
      List.of(
          "threshold",
          "function",
          "chain",
          "fan",
          "loop",
          "converter",
          "custom",
          "counter",
          "error");

  private final Engine engine = Engine.builder().build();
  private final Readings readings = new Readings();
  private final PlainFlows plain = new PlainFlows();
  private final Map<String, Object> globals = PlainMaps.parse("{\"limit\": 80}");
  private final Map<String, Object> items =
      PlainMaps.map(PlainMaps.parse(Resource.text("payload.json")), "data");
  private final Firing itemsFiring = Readings.firing(items);

  /** Deploys the flows and makes sure that each gives what its counterpart gives. */
  @Setup
  public void check() {
    for (String flow : FLOWS) {
      List<?> problems = engine.deploy(Flow.parse(Resource.text("flows/" + flow + ".json")));
      Agreement.check(flow, List.of(), problems);
    }
    int alerts = 0;
    for (int i = 0; i < readings.count(); i++) {
      Map<String, Object> data = readings.map(i);
      Firing firing = readings.firing(i);
      Map<String, Object> expected = plain.threshold("threshold", data, globals);
      alerts += expected.containsKey("alert") ? 1 : 0;
      compare("threshold", expected, engine.run("threshold", firing));
      compare(
          "function", plain.threshold("function", data, globals), engine.run("function", firing));
      compare("chain", plain.chain(data), engine.run("chain", firing));
      RunResult fan = engine.run("fan", firing);
      compare("fan", plain.fan(data), fan);
      Agreement.check("paths", 10, fan.pathsCompleted());
      compare("custom", plain.custom(data), engine.run("custom", firing));
      compare("counter", plain.counter(data), engine.run("counter", firing));
    }
    Agreement.check("alerts", 35, alerts);
    compare("loop", plain.loop(items), engine.run("loop", itemsFiring));
    checkError();
  }

  private void checkError() {
    RunResult result = engine.run("error", readings.firing(0));
    Agreement.check("state", RunState.ERRORED, result.state());
    Map<String, Object> expected = plain.error(readings.map(0));
    Agreement.check(
        "message", PlainMaps.present(expected, "error"), result.error().orElseThrow().message());
    expected.remove("error");
    comparePayload("error", expected, result);
  }

  private static void compare(String flow, Map<String, Object> expected, RunResult result) {
    Agreement.check(flow + " " + result.error(), RunState.COMPLETED, result.state());
    comparePayload(flow, expected, result);
  }

  private static void comparePayload(String flow, Map<String, Object> expected, RunResult result) {
    Map<String, Object> timeless = new LinkedHashMap<>(expected);
    timeless.remove("time");
    ObjectValue payload = (ObjectValue) result.payload();
    Agreement.check(
        flow,
        Value.parseJson(PlainMaps.toJson(timeless)),
        payload.toBuilder().remove("time").build());
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public RunResult threshold() {
    return engine.run("threshold", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> thresholdByHand() {
    return plain.threshold("threshold", readings.map(readings.next()), globals);
  }

  @Benchmark
  public RunResult function() {
    return engine.run("function", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> functionByHand() {
    return plain.threshold("function", readings.map(readings.next()), globals);
  }

  @Benchmark
  public RunResult chain() {
    return engine.run("chain", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> chainByHand() {
    return plain.chain(readings.map(readings.next()));
  }

  @Benchmark
  public RunResult fan() {
    return engine.run("fan", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> fanByHand() {
    return plain.fan(readings.map(readings.next()));
  }

  @Benchmark
  public RunResult loop() {
    return engine.run("loop", itemsFiring);
  }

  @Benchmark
  public Map<String, Object> loopByHand() {
    return plain.loop(items);
  }

  @Benchmark
  public RunResult custom() {
    return engine.run("custom", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> customByHand() {
    return plain.custom(readings.map(readings.next()));
  }

  @Benchmark
  public RunResult counter() {
    return engine.run("counter", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> counterByHand() {
    return plain.counter(readings.map(readings.next()));
  }

  @Benchmark
  public RunResult error() {
    return engine.run("error", readings.firing(readings.next()));
  }

  @Benchmark
  public Map<String, Object> errorByHand() {
    return plain.error(readings.map(readings.next()));
  }
}
