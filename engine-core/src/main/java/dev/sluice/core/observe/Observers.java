package dev.sluice.core.observe;

import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.run.RunListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those who see runs: listeners, who see every run from the engine's beginning to its end, and
 * subscribers, who see some runs for some time. Asked often, where a run goes on; the answer is
 * nobody in most cases, and has to be quick.
 */
public final class Observers {
  private static final Subscribers NOBODY = new Subscribers(Map.of(), List.of());

  private final @Nullable RunListener listener;
  private final InstantSource clock;
  private final int debugSize;
  private final Object lock = new Object();
  private volatile Subscribers subscribers = NOBODY;

  /**
   * Observers.
   *
   * @param listeners who see every run
   * @param clock the time of events
   * @param debugSize how large a shown value may be
   */
  public Observers(List<RunListener> listeners, InstantSource clock, int debugSize) {
    this.listener = Listeners.of(listeners);
    this.clock = clock;
    this.debugSize = debugSize;
  }

  /**
   * Subscribers by what they look for first. Immutable.
   *
   * @param ofFlows those of single flows, by the flow's id
   * @param ofAll those of all flows
   */
  private record Subscribers(Map<String, List<DebugStream>> ofFlows, List<DebugStream> ofAll) {
    static Subscribers of(List<DebugStream> streams) {
      Map<String, List<DebugStream>> ofFlows = new HashMap<>();
      List<DebugStream> ofAll = new ArrayList<>();
      for (DebugStream stream : streams) {
        String flowId = stream.filter().flowId();
        if (flowId == null) {
          ofAll.add(stream);
        } else {
          ofFlows.computeIfAbsent(flowId, id -> new ArrayList<>()).add(stream);
        }
      }
      return streams.isEmpty() ? NOBODY : new Subscribers(Map.copyOf(ofFlows), List.copyOf(ofAll));
    }

    List<DebugStream> all() {
      List<DebugStream> all = new ArrayList<>(ofAll);
      ofFlows.values().forEach(all::addAll);
      return all;
    }
  }

  /** Who sees a run now, if anyone does. */
  @SuppressWarnings("ReferenceEquality") // there is one nobody
  public @Nullable RunListener of(Observed run) {
    Subscribers now = subscribers;
    return now == NOBODY ? listener : of(run, now);
  }

  private @Nullable RunListener of(Observed run, Subscribers now) {
    List<DebugStream> ofFlow = now.ofFlows.get(run.flowId());
    if (ofFlow == null && now.ofAll.isEmpty()) {
      return listener;
    }
    List<RunListener> found = new ArrayList<>();
    if (listener != null) {
      found.add(listener);
    }
    addMatching(now.ofAll, run, found);
    if (ofFlow != null) {
      addMatching(ofFlow, run, found);
    }
    return Listeners.of(found);
  }

  private static void addMatching(
      List<DebugStream> streams, Observed run, List<RunListener> found) {
    for (DebugStream stream : streams) {
      if (stream.matches(run)) {
        found.add(stream);
      }
    }
  }

  /** Begins a subscription. */
  public DebugSubscription subscribe(DebugFilter filter, int capacity) {
    DebugStream stream = new DebugStream(filter, capacity, clock, debugSize, this::unsubscribe);
    synchronized (lock) {
      List<DebugStream> more = subscribers.all();
      more.add(stream);
      subscribers = Subscribers.of(more);
    }
    return stream;
  }

  private void unsubscribe(DebugStream stream) {
    synchronized (lock) {
      List<DebugStream> fewer = subscribers.all();
      fewer.remove(stream);
      subscribers = Subscribers.of(fewer);
    }
  }

  /** Ends all subscriptions. */
  public void close() {
    subscribers.all().forEach(DebugStream::close);
  }
}
