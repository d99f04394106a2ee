package dev.sluice.core.manage;

import dev.sluice.core.graph.CustomNodeKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who calls which custom node. */
final class CustomNodeUses {
  private CustomNodeUses() {}

  /** How many flows and versions call each of some custom nodes. */
  static Map<String, Integer> count(Collection<FlowEntry> flows, Set<String> customNodeIds) {
    Map<String, Integer> counts = new HashMap<>();
    for (FlowEntry entry : flows) {
      outlines(entry)
          .forEach(
              outline ->
                  outline.calls().stream()
                      .map(CustomNodeKey::flowId)
                      .filter(customNodeIds::contains)
                      .distinct()
                      .forEach(id -> counts.merge(id, 1, Integer::sum)));
    }
    return counts;
  }

  private static Stream<Outline> outlines(FlowEntry entry) {
    return Stream.concat(
        Stream.of(entry.head().outline()),
        entry.versions().values().stream().map(VersionHead::outline));
  }

  /** The names of the other flows that call a custom node. */
  static List<String> callers(Collection<FlowEntry> flows, String customNodeId) {
    return flows.stream()
        .filter(entry -> !entry.head().id().equals(customNodeId))
        .filter(
            entry ->
                outlines(entry)
                    .flatMap(outline -> outline.calls().stream())
                    .anyMatch(call -> call.flowId().equals(customNodeId)))
        .map(entry -> entry.head().name())
        .sorted()
        .toList();
  }

  private static boolean calls(Outline outline, VersionHead version) {
    return outline.calls().stream()
        .anyMatch(
            call ->
                call.flowId().equals(version.flowId()) && call.version().equals(version.version()));
  }

  /** The names of the other flows that call a version of a custom node by its name. */
  static List<String> callers(Collection<FlowEntry> flows, VersionHead version) {
    return flows.stream()
        .filter(entry -> !entry.head().id().equals(version.flowId()))
        .filter(entry -> outlines(entry).anyMatch(outline -> calls(outline, version)))
        .map(entry -> entry.head().name())
        .sorted()
        .toList();
  }
}
