package dev.sluice.bench.flow;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import dev.sluice.bench.Resource;
import java.time.Duration;
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
 * A reference flow, beside what gives the same. Subclasses are named as the flows, their methods as
 * who runs them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class FlowBenchmark {
  private final Engine engine = Engine.builder().build();
  private final PlainFlow plain;
  private final List<Map<String, Object>> inputs;
  private final List<Firing> firings;

  FlowBenchmark(PlainFlow plain) {
    this.plain = plain;
    inputs = plain.inputs();
    firings = inputs.stream().map(Readings::firing).toList();
  }

  /** Whose turn it is among what comes in. */
  @State(Scope.Thread)
  public static class Turn {
    private int last;

    int next(int count) {
      last = last + 1 >= count ? 0 : last + 1;
      return last;
    }
  }

  /** Deploys the flow and makes sure that it gives what is given by hand. */
  @Setup
  public final void check() {
    documents().forEach(this::deploy);
    for (int i = 0; i < inputs.size(); i++) {
      compare(plain.run(inputs.get(i)), engine.run(plain.id(), firings.get(i)));
    }
  }

  /** The flow, after what it calls. */
  List<String> documents() {
    return List.of(Resource.text("flows/" + plain.id() + ".json"));
  }

  private void deploy(String document) {
    Agreement.check("problems", List.of(), engine.deploy(Flow.parse(document)));
  }

  void compare(Map<String, Object> expected, RunResult result) {
    PlainPayload.agree(expected, result);
  }

  /** Closes the engine. */
  @TearDown
  public final void close() {
    engine.close(Duration.ZERO);
    plain.close();
  }

  final Map<String, Object> run(Peer peer, Turn turn) throws Exception {
    return peer.run(inputs.get(turn.next(inputs.size())));
  }

  @Benchmark
  public RunResult sluice(Turn turn) {
    return engine.run(plain.id(), firings.get(turn.next(firings.size())));
  }

  @Benchmark
  public Map<String, Object> byHand(Turn turn) {
    return plain.run(inputs.get(turn.next(inputs.size())));
  }
}
