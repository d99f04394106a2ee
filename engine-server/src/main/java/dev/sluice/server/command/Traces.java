package dev.sluice.server.command;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Listens to an engine's runs and tells them apart. Safe for many threads. */
final class Traces implements RunListener {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final InstantSource clock;
  private final Map<String, RunTrace> traces = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  Traces(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void runStarted(Run run, String version, String triggerType) {
    // Asked for before the run is over, the result comes only after the runs that an error of this
    // one fires are on their way; asked for later it may come before that.
    run.result();
    synchronized (this) {
      traces.put(run.id(), new RunTrace(run, version, triggerType, clock.instant()));
      notifyAll();
    }
  }

  @Override
  public void nodeEntered(Run run, Visit visit, Value payload) {
    add(run, new TraceEvent.Entered(visit));
  }

  @Override
  public void nodeLeft(Run run, Visit visit, int output, String outputName) {
    add(run, new TraceEvent.Left(visit, output, outputName));
  }

  @Override
  public void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {
    add(run, new TraceEvent.Message(visit, level, message, shown));
  }

  private void add(Run run, TraceEvent event) {
    RunTrace trace = find(run.id());
    if (trace != null) {
      trace.add(event);
    }
  }

  private synchronized @Nullable RunTrace find(String runId) {
    return traces.get(runId);
  }

  /** Waits until a run that was fired by a trigger has started, and takes its trace. */
  synchronized RunTrace take(Run run, Target target) throws InterruptedException {
    while (!traces.containsKey(run.id()) && !run.state().isOver()) {
      wait(LOOK_AGAIN_MILLIS);
    }
    taken.add(run.id());
    RunTrace trace = traces.get(run.id());
    // A run can be over, by its deadline, before it ever starts.
    return trace != null
        ? trace
        : new RunTrace(
            run, target.version().version().version(), target.trigger().type(), clock.instant());
  }

  /** Takes the traces of the runs that started before another and that no one took yet. */
  synchronized List<RunTrace> takeBefore(RunTrace later) {
    return take(
        traces.values().stream()
            .takeWhile(trace -> !trace.run().id().equals(later.run().id()))
            .toList());
  }

  /** Takes the traces that no one took yet. */
  synchronized List<RunTrace> takeAll() {
    return take(List.copyOf(traces.values()));
  }

  private List<RunTrace> take(List<RunTrace> among) {
    return among.stream().filter(trace -> taken.add(trace.run().id())).toList();
  }

  /** Drops a trace that was taken; what still happens in the run goes unseen. */
  synchronized void drop(Run run) {
    taken.remove(run.id());
    traces.remove(run.id());
  }
}
