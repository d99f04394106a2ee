package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How fast a flow is served while another, fired again and again, attacks the engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttackBenchmark {
  private static final Duration DEADLINE = Duration.ofMillis(500);

  private static final Map<String, String> ATTACKS =
      Map.of(
          "loop", "for (;;) {}",
          "recursion", "const f = () => f() + f(); for (;;) { try { f() } catch {} }",
          "regex", "for (;;) /^(?:(a+)+\\\\1?b\\\\1)+$/.test('a'.repeat(40) + '!')",
          "memory", "const a = []; for (;;) a.push(new Array(1000).fill({}))",
          "globals", "for (let i = 0; ; i++) globalThis['g' + i] = i");

  /** What the other flow does. */
  @Param({"none", "loop", "recursion", "regex", "memory", "globals"})
  public String attack = "none";

  private final Readings readings = new Readings();
  private Engine engine = Engine.builder().build();
  private Thread attacker = new Thread(() -> {});
  private volatile boolean ended;

  /** Deploys both flows and begins the attack. */
  @Setup
  public void begin() {
    engine = Engine.builder().limits(EngineLimits.defaults().withRunDeadline(DEADLINE)).build();
    engine.deploy(Flow.parse(Resource.text("flows/function.json")));
    Agreement.check("state", RunState.COMPLETED, function().state());
    String script = ATTACKS.get(attack);
    if (script != null) {
      engine.deploy(hostile(script));
      attacker = new Thread(this::attack, "attacker");
      attacker.start();
    }
  }

  private static Flow hostile(String script) {
    ObjectValue flow = (ObjectValue) Value.parseJson(Resource.text("flows/hostile.json"));
    return Flow.parse(flow.toJson().replace("SCRIPT", script));
  }

  private void attack() {
    while (!ended) {
      RunResult result = engine.run("hostile", Firing.virtualButton().withData(Value.of(1)));
      Agreement.check("attack", false, result.state() == RunState.COMPLETED);
    }
  }

  /** Ends the attack and closes the engine. */
  @TearDown
  public void end() throws InterruptedException {
    ended = true;
    attacker.join();
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public RunResult function() {
    return engine.run("function", readings.firing(readings.next()));
  }
}
