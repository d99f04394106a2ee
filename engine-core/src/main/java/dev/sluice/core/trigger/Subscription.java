package dev.sluice.core.trigger;

import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;

/**
 * A trigger in service, and what it makes of facts.
 *
 * @param flow the version that runs
 * @param position the trigger's position in it
 * @param response what the trigger makes of a fact that was found for it
 */
record Subscription(ServedVersion flow, int position, Response response)
    implements Comparable<Subscription> {
  /** What tells a subscription from all others. */
  record Id(String flowId, String version, int position) {}

  Id id() {
    return new Id(flow.flowId(), flow.version(), position);
  }

  ServedTrigger trigger() {
    return flow.triggers().get(position);
  }

  /** By flow, then by version, then as the triggers are in the flow. */
  @Override
  public int compareTo(Subscription other) {
    int order = flow.flowId().compareTo(other.flow.flowId());
    if (order == 0) {
      order = flow.version().compareTo(other.flow.version());
    }
    return order == 0 ? Integer.compare(position, other.position) : order;
  }
}
