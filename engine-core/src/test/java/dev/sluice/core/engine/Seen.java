package dev.sluice.core.engine;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A listener that remembers what it was told, in order. */
final class Seen implements RunListener {
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final Queue<RunResult> ended = new ConcurrentLinkedQueue<>();

  /**
   * A path at a node.
   *
   * @param visit where
   * @param payload with what
   */
  record Entry(Visit visit, Value payload) {
    String nodeId() {
      return visit.place().nodeId();
    }
  }

  @Override
  public void runStarted(Run run, String version, String triggerType) {
    events.add("started " + version + " " + triggerType);
  }

  @Override
  public void nodeEntered(Run run, Visit visit, Value payload) {
    events.add("entered " + visit.place().nodeId());
    entries.add(new Entry(visit, payload));
  }

  @Override
  public void nodeLeft(Run run, Visit visit, int output, String outputName) {
    events.add("left " + visit.place().nodeId() + " by " + output + " " + outputName);
  }

  @Override
  public void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {
    events.add("debug " + level + " " + message + " " + shown.toJson());
  }

  @Override
  public void runEnded(Run run, RunResult result) {
    events.add("ended " + result.state());
    ended.add(result);
  }

  List<String> events() {
    return List.copyOf(events);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<RunResult> ended() {
    return List.copyOf(ended);
  }

  /** The ids of the nodes entered, in order. */
  List<String> nodes() {
    return entries.stream().map(Entry::nodeId).toList();
  }
}
