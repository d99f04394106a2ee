package dev.sluice.server.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people call flows.
 *
 * @param byId names by id
 */
record FlowNames(Map<String, String> byId) {
  FlowNames {
    byId = Map.copyOf(byId);
  }

  static FlowNames of(List<LoadedVersion> versions) {
    Map<String, String> names = new HashMap<>();
    for (LoadedVersion version : versions) {
      if (!version.flowName().isBlank()) {
        names.putIfAbsent(version.flowId(), version.flowName());
      }
    }
    return new FlowNames(names);
  }

  /** A flow's name in quotes, its id if it has none. */
  String of(String flowId) {
    String name = byId.get(flowId);
    return name == null ? flowId : "\"" + name + "\"";
  }

  /** A flow's name, empty if it has none. */
  String plain(String flowId) {
    return byId.getOrDefault(flowId, "");
  }
}
