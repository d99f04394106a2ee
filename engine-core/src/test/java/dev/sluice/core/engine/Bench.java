package dev.sluice.core.engine;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.node.Body;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An engine with nodes that do what a test says. Acts are named before flows are deployed. */
final class Bench implements AutoCloseable {
  /** A node with one output. */
  static final String ACT = "Act";

  /** A node with one output that may wait. */
  static final String WAIT = "Wait";

  /** A node with the outputs false and true. */
  static final String DECIDE = "Decide";

  /** A node with the outputs after and body. */
  static final String LOOP = "Loop";

  /** A node that returns from a custom node. */
  static final String RETURN = "CustomNodeCapNode";

  /** How long a test waits for what must come, before it fails. */
  static final Duration GUARD = Duration.ofSeconds(60);

  private static final Outputs LOOP_OUTPUTS = new Outputs(List.of("after", "body"), 1);

  private final Map<String, NodeAction> acts = new ConcurrentHashMap<>();
  private final EngineBuilder builder = Engine.builder();
  private @Nullable Engine engine;

  Bench() {
    builder
        .application("application", "name of application")
        .nodeType(new ActNode(ACT, Outputs.next(), false, acts))
        .nodeType(new ActNode(WAIT, Outputs.next(), true, acts))
        .nodeType(new ActNode(DECIDE, Outputs.branch(), false, acts))
        .nodeType(new ActNode(LOOP, LOOP_OUTPUTS, false, acts))
        .nodeType(new ActNode(RETURN, Outputs.none(), false, acts))
        .nodeType(new CallNode());
    act("-", node -> NodeAction.NEXT);
    act(
        "fail",
        node -> {
          throw new NodeException("TestError", "It was told to fail.");
        });
    act(
        "spin",
        node -> {
          while (true) {
            node.checkpoint();
            Thread.onSpinWait();
          }
        });
    act(
        "return",
        node -> {
          node.returnFromCustomNode(new CustomNode.Return(0, node.payload().root()));
          return NodeAction.NEXT;
        });
  }

  /** Names an act. */
  Bench act(String name, NodeAction act) {
    acts.put(name, act);
    return this;
  }

  /** Names an act that writes a text to a path. */
  Bench setting(String name, String path, String text) {
    PayloadPath where = PayloadPath.parse(path);
    return act(
        name,
        node -> {
          node.payload().set(where, Value.of(text));
          return NodeAction.NEXT;
        });
  }

  /** Names an act that holds its path back. */
  Bench delaying(String name, Duration duration) {
    return act(
        name,
        node -> {
          node.delay(duration);
          return NodeAction.NEXT;
        });
  }

  /** Names an act that runs its body so often, one after the other. */
  Bench looping(String name, int count) {
    return act(
        name,
        node -> {
          Body body = node.body();
          for (int i = 0; i < count; i++) {
            Optional<Body.End> end = body.run(node.payload().fork());
            if (end.isPresent() && end.get().breaks()) {
              break;
            }
          }
          return NodeAction.NEXT;
        });
  }

  /** Names an act that runs its body so often, several at a time. */
  Bench loopingAtOnce(String name, int count, int concurrency) {
    return act(
        name,
        node -> {
          node.body().runAll(count, index -> node.payload().fork(), concurrency);
          return NodeAction.NEXT;
        });
  }

  Bench limits(EngineLimits limits) {
    builder.limits(limits);
    return this;
  }

  Bench listener(RunListener listener) {
    builder.listener(listener);
    return this;
  }

  EngineBuilder builder() {
    return builder;
  }

  Engine engine() {
    if (engine == null) {
      engine = builder.build();
    }
    return engine;
  }

  List<Problem> deploy(Draft draft) {
    return engine().deploy(draft.flow());
  }

  RunResult run(String flowId) {
    return engine().run(flowId, Firing.virtualButton());
  }

  Run fire(String flowId) {
    return engine().fire(flowId, Firing.virtualButton());
  }

  /** Waits until a condition holds. */
  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + GUARD.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("It never came to pass");
      }
      Thread.sleep(1);
    }
  }

  /** Waits until a run executes. */
  static void awaitRunning(Run run) throws InterruptedException {
    await(() -> run.state() == RunState.RUNNING);
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close(Duration.ofSeconds(1));
    }
  }
}
