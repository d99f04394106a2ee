package dev.sluice.core.observe;

import dev.sluice.api.debug.DebugEvent;
import dev.sluice.api.debug.DebugEvent.Message;
import dev.sluice.api.debug.DebugEvent.NodeEntered;
import dev.sluice.api.debug.DebugEvent.NodeLeft;
import dev.sluice.api.debug.DebugEvent.RunEnded;
import dev.sluice.api.debug.DebugEvent.RunFailed;
import dev.sluice.api.debug.DebugEvent.RunStarted;
import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** A subscription: hears what runs do, and keeps it until it is taken. */
final class DebugStream implements RunListener, DebugSubscription {
  private static final String OMITTED = "Debug data omitted due to size";

  private final DebugFilter filter;
  private final EventQueue<DebugEvent> events;
  private final InstantSource clock;
  private final int debugSize;
  private final Consumer<DebugStream> onClose;
  private volatile boolean open = true;

  DebugStream(
      DebugFilter filter,
      int capacity,
      InstantSource clock,
      int debugSize,
      Consumer<DebugStream> onClose) {
    this.filter = filter;
    this.events = new EventQueue<>(capacity);
    this.clock = clock;
    this.debugSize = debugSize;
    this.onClose = onClose;
  }

  DebugFilter filter() {
    return filter;
  }

  boolean matches(Observed run) {
    return (filter.flowId() == null || filter.flowId().equals(run.flowId()))
        && (filter.version() == null || filter.version().equals(run.version()))
        && (filter.deviceId() == null || filter.deviceId().equals(run.deviceId()));
  }

  private void tell(DebugEvent event) {
    if (open) {
      events.offer(event);
    }
  }

  // ---- hearing

  @Override
  public void runStarted(Run run, String version, String triggerType) {
    tell(new RunStarted(clock.instant(), run.id(), run.flowId(), version, triggerType));
  }

  @Override
  public void nodeEntered(Run run, Visit visit, Value payload) {
    if (filter.visits()) {
      tell(new NodeEntered(run.id(), visit));
    }
  }

  @Override
  public void nodeLeft(Run run, Visit visit, int output, String outputName) {
    if (filter.visits()) {
      tell(new NodeLeft(run.id(), visit, output, outputName));
    }
  }

  @Override
  public void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {
    if (filter.levels().contains(level)) {
      String text = message.length() <= debugSize ? message : message.substring(0, debugSize);
      boolean fits = shown.jsonSize(debugSize) <= debugSize;
      tell(new Message(run.id(), visit, level, text, fits ? shown : Value.of(OMITTED)));
    }
  }

  @Override
  public void runEnded(Run run, RunResult result) {
    result.error().ifPresent(error -> tell(new RunFailed(run.id(), error)));
    tell(
        new RunEnded(
            clock.instant(), run.id(), result.state(), result.nodesExecuted(), result.duration()));
  }

  // ---- taking

  @Override
  public Optional<DebugEvent> poll() {
    return Optional.ofNullable(events.poll());
  }

  @Override
  public Optional<DebugEvent> poll(Duration patience) throws InterruptedException {
    return Optional.ofNullable(events.poll(patience));
  }

  @Override
  public long dropped() {
    return events.dropped();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    onClose.accept(this);
    events.close();
  }
}
