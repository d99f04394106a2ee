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
    return isWired() ? walker.iterate(step, scope.iteration(), payload) : Optional.empty();
  }

  @Override
  public List<Optional<End>> runAll(int count, IntFunction<Payload> payloads, int concurrency) {
    walker.releaseNodes();
    Iterations iterations = new Iterations(count, payloads);
    int apart = waits() ? Math.min(concurrency, count) - 1 : 0;
    Scope joint = scope.iteration();
    for (int i = 0; i < apart; i++) {
      joint.fork();
      run.assist(
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
      joint.await(null, run::interrupted);
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

    private synchronized int take() {
      return next < count ? next++ : -1;
    }

    void work() {
      for (int index = take(); index >= 0; index = take()) {
        Object outcome;
        try {
          outcome = iterate(index);
        } catch (Throwable e) {
          // Whatever it is, the node whose body this is fails with it, on its own thread.
          outcome = e;
        }
        synchronized (this) {
          outcomes.set(index, outcome);
          if (outcome == RunStopped.INSTANCE) {
            next = count;
          }
        }
      }
    }

    private Optional<End> iterate(int index) {
      Payload payload;
      // One at a time: the payloads are made from one that only one thread may read.
      synchronized (this) {
        payload = payloads.apply(index);
      }
      return isWired()
          ? walker.iterateApart(step, scope.shieldedIteration(), payload)
          : Optional.empty();
    }

    /** How the iterations ended; throws what the first to fail threw. */
    synchronized List<Optional<End>> ends() {
      List<Optional<End>> ends = new ArrayList<>(count);
      for (Object outcome : outcomes) {
        switch (outcome) {
          case RuntimeException failure -> throw failure;
          case Error error -> throw error;
          case Optional<?> end -> ends.add(end.map(End.class::cast));
          case null, default -> throw RunStopped.INSTANCE;
        }
      }
      return ends;
    }
  }
}
