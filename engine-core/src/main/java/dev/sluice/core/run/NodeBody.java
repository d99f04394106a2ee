package dev.sluice.core.run;

import dev.sluice.api.node.Body;
import dev.sluice.api.payload.Payload;
import dev.sluice.core.graph.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The body of a node, run in the scope the node is in. */
final class NodeBody implements Body {
  private final FlowRun run;
  private final Walker walker;
  private final Scope scope;
  private final Step step;

  NodeBody(FlowRun run, Walker walker, Scope scope, Step step) {
    this.run = run;
    this.walker = walker;
    this.scope = scope;
    this.step = step;
  }

  @Override
  public boolean isWired() {
    return step.body().length > 0;
  }

  @Override
  public Optional<End> run(Payload payload) {
    return isWired() ? walker.iterate(step, payload) : Optional.empty();
  }

  @Override
  public List<Optional<End>> runAll(int count, IntFunction<Payload> payloads, int concurrency) {
    Iterations iterations = new Iterations(count, payloads);
    int apart = waits() ? Math.min(concurrency, count) - 1 : 0;
    Scope joint = scope.iteration();
    for (int i = 0; i < apart; i++) {
      joint.fork();
      run.branch(
          () -> {
            try {
              iterations.work();
            } finally {
              joint.join(null);
            }
          });
    }
    try {
      iterations.work();
    } finally {
      joint.await(null);
    }
    return iterations.ends();
  }

  private boolean waits() {
    for (Step first : step.body()) {
      if (first.waits()) {
        return true;
      }
    }
    return false;
  }

  /** Iterations that several threads share out among them. */
  private final class Iterations {
    private final int count;
    private final IntFunction<Payload> payloads;
    private final List<@Nullable Object> outcomes;
    private int next;

    Iterations(int count, IntFunction<Payload> payloads) {
      this.count = count;
      this.payloads = payloads;
      this.outcomes = new ArrayList<@Nullable Object>(Collections.nCopies(count, null));
    }

    private record Iteration(int index, Payload payload) {}

    private synchronized @Nullable Iteration take() {
      if (next == count) {
        return null;
      }
      Iteration iteration = new Iteration(next, payloads.apply(next));
      next++;
      return iteration;
    }

    void work() {
      for (Iteration iteration = take(); iteration != null; iteration = take()) {
        Object outcome;
        try {
          outcome = NodeBody.this.run(iteration.payload);
        } catch (NodeFailure | RunStopped e) {
          outcome = e;
        }
        synchronized (this) {
          outcomes.set(iteration.index, outcome);
          if (outcome == RunStopped.INSTANCE) {
            next = count;
          }
        }
      }
    }

    /** How the iterations ended; throws what the first to fail threw. */
    synchronized List<Optional<End>> ends() {
      List<Optional<End>> ends = new ArrayList<>(count);
      for (Object outcome : outcomes) {
        switch (outcome) {
          case RuntimeException failure -> throw failure;
          case Optional<?> end -> ends.add(end.map(End.class::cast));
          case null, default -> throw RunStopped.INSTANCE;
        }
      }
      return ends;
    }
  }
}
