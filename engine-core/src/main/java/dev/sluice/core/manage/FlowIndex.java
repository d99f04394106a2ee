package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All flows at one moment, in the order of their names. What is filtered by lies side by side in
 * memory, so that looking at 100,000 flows does not mean to go to 100,000 places. It never changes;
 * a change makes another index that shares all but the one part that it touches.
 */
final class FlowIndex {
  /** By name, without regard to case, then by id. */
  static final Comparator<FlowEntry> ORDER =
      Comparator.comparing((FlowEntry entry) -> entry.head().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(entry -> entry.head().id());

  static final FlowIndex EMPTY = new FlowIndex(List.of());

  private static final int MOST = 1_024;

  private final List<Part> parts;

  private FlowIndex(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Some flows that follow each other: at least one. */
  private static final class Part {
    final List<FlowEntry> entries;
    final FlowClass[] classes;
    final char[] names;
    final int[] ends;

    Part(List<FlowEntry> sorted) {
      entries = List.copyOf(sorted);
      classes = new FlowClass[entries.size()];
      ends = new int[entries.size()];
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < entries.size(); i++) {
        FlowHead head = entries.get(i).head();
        classes[i] = head.flowClass();
        text.append(NameFilter.fold(head.name()));
        ends[i] = text.length();
      }
      names = text.toString().toCharArray();
    }

    void find(@Nullable FlowClass flowClass, @Nullable NameFilter filter, List<FlowEntry> found) {
      for (int i = 0; i < classes.length; i++) {
        if ((flowClass == null || classes[i] == flowClass)
            && (filter == null || filter.test(names, i == 0 ? 0 : ends[i - 1], ends[i]))) {
          found.add(entries.get(i));
        }
      }
    }
  }

  static FlowIndex of(Collection<FlowEntry> entries) {
    List<FlowEntry> sorted = new ArrayList<>(entries);
    sorted.sort(ORDER);
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += MOST / 2) {
      parts.add(new Part(sorted.subList(from, Math.min(from + MOST / 2, sorted.size()))));
    }
    return new FlowIndex(parts);
  }

  /** The index with a flow that is not in it. */
  FlowIndex with(FlowEntry entry) {
    if (parts.isEmpty()) {
      return new FlowIndex(List.of(new Part(List.of(entry))));
    }
    int at = place(entry);
    List<FlowEntry> entries = new ArrayList<>(parts.get(at).entries);
    int before = 0;
    while (before < entries.size() && ORDER.compare(entries.get(before), entry) < 0) {
      before++;
    }
    entries.add(before, entry);
    if (entries.size() <= MOST) {
      return replace(at, List.of(new Part(entries)));
    }
    return replace(
        at,
        List.of(
            new Part(entries.subList(0, MOST / 2)),
            new Part(entries.subList(MOST / 2, entries.size()))));
  }

  /** The index without a flow that is in it as it is given. */
  FlowIndex without(FlowEntry entry) {
    int at = place(entry);
    List<FlowEntry> entries = new ArrayList<>(parts.get(at).entries);
    entries.removeIf(known -> known.head().id().equals(entry.head().id()));
    return replace(at, entries.isEmpty() ? List.of() : List.of(new Part(entries)));
  }

  /** The last part that begins with the flow or before it, else the first. */
  private int place(FlowEntry entry) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ORDER.compare(parts.get(middle).entries.getFirst(), entry) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private FlowIndex replace(int at, List<Part> others) {
    List<Part> changed = new ArrayList<>(parts);
    changed.remove(at);
    changed.addAll(at, others);
    return new FlowIndex(changed);
  }

  /** All flows, in order. */
  List<FlowEntry> all() {
    return find(null, null);
  }

  /**
   * The flows of a class and a name, in order.
   *
   * @param flowClass the class, null for all
   * @param filter what finds the name, null for all
   */
  List<FlowEntry> find(@Nullable FlowClass flowClass, @Nullable NameFilter filter) {
    List<FlowEntry> found = new ArrayList<>();
    for (Part part : parts) {
      part.find(flowClass, filter, found);
    }
    return found;
  }
}
