package dev.sluice.core.engine;

import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CustomNodeKey;
import dev.sluice.core.graph.CustomNodes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses custom nodes that would call themselves, be it through others. */
final class Recursion {
  private Recursion() {}

  /** The problem, if a flow calls itself. */
  static Optional<Problem> find(CompiledFlow flow, CustomNodes customNodes) {
    Map<CustomNodeKey, String> chains = new HashMap<>();
    Deque<CustomNodeKey> open = new ArrayDeque<>();
    for (CustomNodeKey key : flow.calls()) {
      chains.put(key, flow.flowId() + " → " + key);
      open.add(key);
    }
    while (!open.isEmpty()) {
      CustomNodeKey key = open.remove();
      String chain = chains.getOrDefault(key, "");
      if (key.flowId().equals(flow.flowId())) {
        return Optional.of(
            new Problem(
                Severity.ERROR,
                null,
                null,
                null,
                "nodes",
                "A custom node cannot call itself.",
                chain,
                "calls that come to an end"));
      }
      // What does not compile calls nothing: no call of it goes on.
      for (CustomNodeKey next :
          customNodes.findCallable(key).map(CompiledFlow::calls).orElseGet(List::of)) {
        if (chains.putIfAbsent(next, chain + " → " + next) == null) {
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }
}
