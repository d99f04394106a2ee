package dev.sluice.bench;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.Script;
import dev.sluice.nodes.script.ScriptConsole;
import dev.sluice.nodes.script.ScriptEngine;
import dev.sluice.nodes.script.ScriptOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scripts of Function nodes, without the flow around them. {@code peers/function-vm.js} runs the
 * same scripts in Node.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionBenchmark {
  private static final String PLAIN =
      "payload.working = {celsius: (payload.data.temperature - 32) * 5 / 9};";

  /** An arrow function is not of the plain subset. */
  private static final String SMALL =
      "payload.working = {celsius: (f => (f - 32) * 5 / 9)(payload.data.temperature)};";

  private static final String SUM =
      "payload.working = {sum: payload.data.items.reduce((a, item) => a + item.value, 0)};";
  private static final int ITEMS_OF_A_MEGABYTE = 14_000;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final ScriptEngine scripts = new ScriptEngine();
  private final InstantSource clock = InstantSource.system();
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final ScriptConsole console = (level, arguments) -> {};
  private final Value smallPayload = payload(2);
  private final Value largePayload = payload(ITEMS_OF_A_MEGABYTE);
  private final Script empty = compile("");
  private final Script plain = compile(PLAIN);
  private final Script small = compile(SMALL);
  private final Script sum = compile(SUM);
  private final Script heavy = compile(Resource.text("heavy.js"));

  private Script compile(String source) {
    return scripts.compile(source, ScriptOptions.defaults());
  }

  private static Value payload(int count) {
    ArrayValue.Builder items = ArrayValue.builder();
    for (int i = 0; i < count; i++) {
      items.add(
          ObjectValue.builder()
              .put("id", i)
              .put("name", "sensor-" + i)
              .put("value", i * 7 % 1000 / 10.0)
              .put("tags", ArrayValue.of(Value.of("cooling"), Value.of("pump")))
              .build());
    }
    return ObjectValue.builder()
        .put("time", 1_705_329_000_000.0)
        .put(
            "data",
            ObjectValue.builder()
                .put("name", "sensor-1")
                .put("temperature", 84.5)
                .put("severity", "low")
                .put("site", ObjectValue.builder().put("hall", 7).put("line", "B & C").build())
                .put("items", items.build())
                .build())
        .put("working", ObjectValue.empty())
        .build();
  }

  /** Makes sure that each gives what it should. */
  @Setup
  public void check() {
    Agreement.check("empty", smallPayload, empty());
    Agreement.check("plain", working(plain(), "celsius"), working(small(), "celsius"));
    Agreement.check("small", 29.0, Math.floor(working(small(), "celsius").toNumber()));
    Agreement.check(
        "small on large", working(small(), "celsius"), working(smallOnLarge(), "celsius"));
    Agreement.check("sum", 699_300.0, (double) Math.round(working(sumOfLarge(), "sum").toNumber()));
    Agreement.check("heavy", 379_185.0, working(heavy(), "sum").toNumber());
  }

  private static Value working(Value payload, String key) {
    return payload.get("working").get(key);
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    scripts.close();
  }

  private Value run(Script script, Value input) {
    return script.run(input, ScriptConsole.silent(), clock, random, LIMIT);
  }

  @Benchmark
  public Value empty() {
    return run(empty, smallPayload);
  }

  @Benchmark
  public Value plain() {
    return run(plain, smallPayload);
  }

  @Benchmark
  public Value small() {
    return run(small, smallPayload);
  }

  @Benchmark
  public Value smallOnLarge() {
    return run(small, largePayload);
  }

  @Benchmark
  public Value sumOfLarge() {
    return run(sum, largePayload);
  }

  @Benchmark
  public Value heavy() {
    return run(heavy, smallPayload);
  }

  /** With a console that is read, scripts run on threads of their own. */
  @Benchmark
  public Value emptyOnWorker() {
    return empty.run(smallPayload, console, clock, random, LIMIT);
  }

  @Benchmark
  public Value smallOnWorker() {
    return small.run(smallPayload, console, clock, random, LIMIT);
  }

  @Benchmark
  @Threads(2)
  public Value emptyOnTwoThreads() {
    return empty();
  }

  @Benchmark
  @Threads(2)
  public Value smallOnTwoThreads() {
    return small();
  }

  @Benchmark
  @Threads(2)
  public Value heavyOnTwoThreads() {
    return heavy();
  }
}
