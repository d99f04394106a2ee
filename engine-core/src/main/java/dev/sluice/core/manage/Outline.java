package dev.sluice.core.manage;

import dev.sluice.core.graph.CustomNodeKey;
import java.util.List;

/**
 * What a head keeps of a body.
 *
 * @param triggers its triggers, in order
 * @param calls the custom nodes that it calls
 * @param content changes whenever the body does
 */
record Outline(List<TriggerHead> triggers, List<CustomNodeKey> calls, String content) {
  Outline {
    triggers = List.copyOf(triggers);
    calls = List.copyOf(calls);
  }
}
