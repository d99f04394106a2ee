package dev.sluice.core.engine;

import dev.sluice.core.run.FlowRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The runs that are not over. Those that sleep – all their paths wait for a time – are kept apart:
 * there may be a million of them, and nobody has to look after them.
 */
final class Roster {
  private final Set<FlowRun> awake = ConcurrentHashMap.newKeySet();
  private final Set<FlowRun> asleep = ConcurrentHashMap.newKeySet();
  private final AtomicInteger moves = new AtomicInteger();

  void add(FlowRun run) {
    awake.add(run);
  }

  void remove(FlowRun run) {
    awake.remove(run);
    asleep.remove(run);
  }

  /** A run goes to sleep. Moves of one run come one after the other. */
  void asleep(FlowRun run) {
    move(run, awake, asleep);
  }

  /** A run wakes up. */
  void awake(FlowRun run) {
    move(run, asleep, awake);
  }

  /** At no time is the run in neither. */
  private void move(FlowRun run, Set<FlowRun> from, Set<FlowRun> to) {
    moves.incrementAndGet();
    to.add(run);
    from.remove(run);
  }

  void forEachAwake(Consumer<FlowRun> action) {
    awake.forEach(action);
  }

  /** All runs; one that moves meanwhile may be missing. */
  List<FlowRun> all() {
    List<FlowRun> all = new ArrayList<>(awake);
    all.addAll(asleep);
    return all;
  }

  /** How many sleep. */
  int asleep() {
    return asleep.size();
  }

  /** Whether there is no run, not even one that moves meanwhile. */
  boolean isEmpty() {
    int before = moves.get();
    return none(awake) && none(asleep) && none(awake) && moves.get() == before;
  }

  /** By looking: what such a set counts is not exact while it changes. */
  private static boolean none(Set<FlowRun> runs) {
    return !runs.iterator().hasNext();
  }
}
