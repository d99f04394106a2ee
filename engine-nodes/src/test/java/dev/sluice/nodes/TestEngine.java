package dev.sluice.nodes;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.trigger.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** An engine with a stopped clock and seeded randomness that notes what its runs do. */
public final class TestEngine implements AutoCloseable {
  /** What the clock shows. */
  public static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");

  /** The node whose outputs an outcome has. */
  public static final String UNDER_TEST = "n1";

  private final Engine engine;
  private final Notes notes = new Notes();

  /** Notes of one run. */
  private static final class Notes implements RunListener {
    private final List<String> visits = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();
    private final List<Outcome.Message> messages = new ArrayList<>();

    @Override
    public synchronized void nodeEntered(Run run, Visit visit, Value payload) {
      visits.add(visit.place().nodeId());
    }

    @Override
    public synchronized void nodeLeft(Run run, Visit visit, int output, String outputName) {
      if (visit.place().nodeId().equals(UNDER_TEST)) {
        outputs.add(output);
      }
    }

    @Override
    public synchronized void debugMessage(
        Run run, Visit visit, DebugLevel level, String message, Value shown) {
      messages.add(new Outcome.Message(visit.place().nodeId(), level, message, shown));
    }

    synchronized void clear() {
      visits.clear();
      outputs.clear();
      messages.clear();
    }
  }

  private TestEngine(UnaryOperator<EngineBuilder> settings) {
    engine =
        settings
            .apply(Engine.builder().clock(() -> NOW).random(new SplittableRandom(42)))
            .listener(notes)
            .build();
  }

  /** An engine with the usual limits. */
  public static TestEngine start() {
    return new TestEngine(UnaryOperator.identity());
  }

  /** An engine with settings of its own. */
  public static TestEngine start(UnaryOperator<EngineBuilder> settings) {
    return new TestEngine(settings);
  }

  /** Deploys a flow, and gives what the compiler warns of. */
  public List<Problem> deploy(TestFlow flow) {
    return engine.deploy(flow.build());
  }

  /** Deploys a version of a flow. */
  public List<Problem> deploy(TestFlow flow, String version) {
    return engine.deploy(flow.version(version));
  }

  /** Presses a flow's button with data. */
  public Outcome press(String flowId, Value data) {
    return fire(flowId, Firing.virtualButton().withData(data));
  }

  /** Presses a flow's button with data. */
  public Outcome press(String flowId, String data) {
    return press(flowId, Json.value(data));
  }

  /** Fires a trigger and waits for the end of the run. */
  public Outcome fire(String flowId, Firing firing) {
    notes.clear();
    var result = engine.run(flowId, firing);
    synchronized (notes) {
      return new Outcome(
          result,
          List.copyOf(notes.visits),
          List.copyOf(notes.outputs),
          List.copyOf(notes.messages));
    }
  }

  /** The engine itself. */
  public Engine engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
  }
}
