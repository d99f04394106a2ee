package dev.sluice.api.manage;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it is kept. Immutable.
 *
 * @param flow the flow with its develop version
 * @param origin who made it, and when
 * @param customNodeUseCount how many flows and versions call it, if it is a custom node; null
 *     otherwise
 * @param stats how often it ran; null where flows are listed
 * @param customNodes the custom nodes that it calls; null unless they were asked for
 */
public record StoredFlow(
    Flow flow,
    Origin origin,
    @Nullable Integer customNodeUseCount,
    @Nullable RunTotals stats,
    @Nullable CalledCustomNodes customNodes) {
  private static final List<String> LISTS = List.of("triggers", "nodes", "globals");

  /**
   * The flow's id.
   *
   * @return 24 hexadecimal digits
   */
  public String id() {
    return flow.id();
  }

  /**
   * The answer of the API.
   *
   * @return the flow
   */
  public ObjectValue toJson() {
    ObjectValue.Builder json = ObjectValue.builder().put("id", flow.id()).put("flowId", flow.id());
    origin.write(json);
    json.putAll(flow.toJson())
        .put("flowClass", flow.flowClass().key())
        .put("enabled", flow.enabled());
    addLists(json);
    if (customNodeUseCount != null) {
      json.put("customNodeUseCount", customNodeUseCount);
    }
    if (stats != null) {
      json.put("stats", stats.toJson());
    }
    if (customNodes != null) {
      customNodes.write(json);
    }
    return json.build();
  }

  /** The lists that are left out where they are empty stand in an answer all the same. */
  static void addLists(ObjectValue.Builder json) {
    ObjectValue known = json.build();
    for (String list : LISTS) {
      if (!known.has(list)) {
        json.put(list, ArrayValue.of());
      }
    }
  }
}
