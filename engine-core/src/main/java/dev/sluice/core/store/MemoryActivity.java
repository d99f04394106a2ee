package dev.sluice.core.store;

import dev.sluice.api.store.Activity;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts and errors of runs in memory, of each flow a bounded number of the newest. */
public final class MemoryActivity implements Activity {
  private final Life life;

  /** So many minutes of a flow are kept at most: a day, and a little more. */
  private static final int MOST_MINUTES = 1_500;

  /** So many errors of a flow are kept at most, until they are trimmed. */
  private static final int MOST_ERRORS = 10_000;

  private final Map<String, OfFlow> flows = new HashMap<>();

  /** What is known of one flow. */
  private static final class OfFlow {
    final NavigableMap<Instant, Map<Origin, RunCounts>> counts = new TreeMap<>();

    /** The earliest first, those of the same time as they were added. */
    final Deque<ErrorEntry> errors = new ArrayDeque<>();
  }

  /** What ran: counts of the same are added up. */
  private record Origin(String version, @Nullable String deviceId) {
    static Origin of(RunCounts counts) {
      return new Origin(counts.version(), counts.deviceId());
    }
  }

  private OfFlow of(String flowId) {
    return flows.computeIfAbsent(flowId, id -> new OfFlow());
  }

  /** Counts and errors of their own. */
  public MemoryActivity() {
    this(new Life());
  }

  /** Counts and errors of a store, until it is closed. */
  MemoryActivity(Life life) {
    this.life = life;
  }

  @Override
  public synchronized void add(List<RunCounts> counts, List<ErrorEntry> errors) {
    life.check();
    for (RunCounts more : counts) {
      NavigableMap<Instant, Map<Origin, RunCounts>> known = of(more.flowId()).counts;
      known
          .computeIfAbsent(more.time(), time -> new HashMap<>())
          .merge(Origin.of(more), more, RunCounts::plus);
      if (known.size() > MOST_MINUTES) {
        known.pollFirstEntry();
      }
    }
    for (ErrorEntry error : errors) {
      Deque<ErrorEntry> known = of(error.flowId()).errors;
      boolean late = !known.isEmpty() && known.getLast().time().isAfter(error.time());
      known.addLast(error);
      if (late) {
        List<ErrorEntry> sorted = new ArrayList<>(known);
        sorted.sort(Comparator.comparing(ErrorEntry::time));
        known.clear();
        known.addAll(sorted);
      }
      if (known.size() > MOST_ERRORS) {
        known.removeFirst();
      }
    }
  }

  @Override
  public synchronized List<RunCounts> counts(Scope scope, Instant from, Instant to) {
    life.check();
    @Nullable OfFlow flow = flows.get(scope.flowId());
    if (flow == null || !from.isBefore(to)) {
      return List.of();
    }
    return flow.counts.subMap(from, to).values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .filter(counts -> isIn(scope, counts.version(), counts.deviceId()))
        .toList();
  }

  @Override
  public synchronized List<ErrorEntry> errors(
      Scope scope, Instant from, Instant to, boolean newestFirst, int limit) {
    life.check();
    @Nullable OfFlow flow = flows.get(scope.flowId());
    if (flow == null) {
      return List.of();
    }
    List<ErrorEntry> found = new ArrayList<>();
    for (ErrorEntry error : flow.errors) {
      if (!error.time().isBefore(from)
          && error.time().isBefore(to)
          && isIn(scope, error.version(), error.deviceId())) {
        found.add(error);
      }
    }
    if (newestFirst) {
      // Stable: those of the same time stay in the order in which they were added.
      found.sort(Comparator.comparing(ErrorEntry::time).reversed());
    }
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  private static boolean isIn(Scope scope, String version, @Nullable String deviceId) {
    return (scope.version() == null || scope.version().equals(version))
        && (scope.deviceId() == null || Objects.equals(scope.deviceId(), deviceId));
  }

  @Override
  public synchronized void trim(Instant before, int mostErrors) {
    life.check();
    for (OfFlow flow : flows.values()) {
      flow.counts.headMap(before).clear();
      flow.errors.removeIf(error -> error.time().isBefore(before));
      while (flow.errors.size() > mostErrors) {
        flow.errors.removeFirst();
      }
    }
  }

  @Override
  public synchronized void remove(String flowId) {
    life.check();
    flows.remove(flowId);
  }
}
