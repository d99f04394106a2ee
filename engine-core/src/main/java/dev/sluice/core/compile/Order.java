package dev.sluice.core.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** Puts nodes in an order in which each comes before those it leads to. Works without recursion. */
final class Order {
  private final Map<String, List<String>> edges;

  /** An order of the nodes that are the keys, each with all the nodes it leads to. */
  Order(Map<String, List<String>> edges) {
    this.edges = new LinkedHashMap<>(edges);
  }

  /** The nodes in order; those on a cycle, and those behind one, are left out. */
  List<String> sorted() {
    Map<String, Integer> incoming = new HashMap<>();
    edges
        .values()
        .forEach(targets -> targets.forEach(target -> incoming.merge(target, 1, Integer::sum)));
    Deque<String> ready = new ArrayDeque<>();
    edges.keySet().stream().filter(id -> !incoming.containsKey(id)).forEach(ready::add);
    List<String> sorted = new ArrayList<>(edges.size());
    while (!ready.isEmpty()) {
      String id = ready.remove();
      sorted.add(id);
      for (String target : edges.getOrDefault(id, List.of())) {
        if (incoming.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
    return sorted;
  }

  /** One cycle, from a node round to itself; empty if there is none. */
  List<String> cycle() {
    Set<String> left = new HashSet<>(edges.keySet());
    sorted().forEach(left::remove);
    if (left.isEmpty()) {
      return List.of();
    }
    // Every node left is on a cycle or behind one, so going backwards within them comes round.
    Map<String, String> before = new HashMap<>();
    for (String id : left) {
      edges.getOrDefault(id, List.of()).stream()
          .filter(left::contains)
          .forEach(to -> before.put(to, id));
    }
    SequencedSet<String> walked = new LinkedHashSet<>();
    String at = left.stream().sorted().findFirst().orElseThrow();
    while (walked.add(at)) {
      at = before.getOrDefault(at, at);
    }
    // What was walked before the circle was met leads away from it, and is no part of it.
    String met = at;
    List<String> cycle = new ArrayList<>(walked.stream().dropWhile(id -> !id.equals(met)).toList());
    cycle.add(met);
    return cycle.reversed();
  }

  /** All nodes that some of the given ones lead to, and these themselves. */
  Set<String> reachedFrom(List<String> starts) {
    Set<String> reached = new HashSet<>(starts);
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String target : edges.getOrDefault(open.remove(), List.of())) {
        if (reached.add(target)) {
          open.add(target);
        }
      }
    }
    return reached;
  }
}
