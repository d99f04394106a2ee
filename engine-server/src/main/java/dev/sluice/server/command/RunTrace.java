package dev.sluice.server.command;

import dev.sluice.api.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happened in one run. Kept until someone looks, then handed on as it happens. */
final class RunTrace {
  /** A run may enter millions of nodes; nobody reads more than this. */
  static final int MOST_EVENTS = 10_000;

  private final Run run;
  private final String version;
  private final String triggerType;
  private final Instant started;
  private final List<TraceEvent> events = new ArrayList<>();
  private Consumer<TraceEvent> viewer = event -> {};
  private long omitted;

  RunTrace(Run run, String version, String triggerType, Instant started) {
    this.run = run;
    this.version = version;
    this.triggerType = triggerType;
    this.started = started;
  }

  Run run() {
    return run;
  }

  String version() {
    return version;
  }

  String triggerType() {
    return triggerType;
  }

  /** How far into the run something happened. */
  Duration offset(TraceEvent event) {
    Duration offset = Duration.between(started, event.visit().time());
    return offset.isNegative() ? Duration.ZERO : offset;
  }

  synchronized void add(TraceEvent event) {
    if (events.size() < MOST_EVENTS) {
      events.add(event);
      viewer.accept(event);
    } else {
      omitted++;
    }
  }

  /** Shows what has happened and, from now on, what happens. */
  synchronized void show(Consumer<TraceEvent> newViewer) {
    events.forEach(newViewer);
    viewer = newViewer;
  }

  synchronized List<TraceEvent> events() {
    return List.copyOf(events);
  }

  /** How many events there were after those that are kept. */
  synchronized long omitted() {
    return omitted;
  }
}
