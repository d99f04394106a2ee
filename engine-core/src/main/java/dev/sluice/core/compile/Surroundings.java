package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.util.EnumSet;
import java.util.Set;

/** Where runs of a flow take place; those of a custom node do where the flows that call it run. */
enum Surroundings {
  PLATFORM(EnumSet.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.CUSTOM_NODE)),
  GATEWAY(EnumSet.of(FlowClass.EDGE, FlowClass.CUSTOM_NODE)),
  /** A custom node that does not say which flows it is for. */
  ANY(EnumSet.allOf(FlowClass.class));

  private static final Value EDGE = Value.of(FlowClass.EDGE.key());

  private final Set<FlowClass> classes;

  Surroundings(Set<FlowClass> classes) {
    this.classes = classes;
  }

  /** What a custom node says it supports; only one for gateways names an agent version. */
  static Surroundings of(FlowVersion version, FlowClass flowClass) {
    if (flowClass != FlowClass.CUSTOM_NODE) {
      return flowClass == FlowClass.EDGE ? GATEWAY : PLATFORM;
    }
    if (version.other().get("customNodeSupports") instanceof ArrayValue supported
        && !supported.isEmpty()) {
      for (Value flows : supported) {
        if (flows.equals(EDGE)) {
          return GATEWAY;
        }
      }
      return PLATFORM;
    }
    String agent = version.minimumAgentVersion();
    return agent == null || agent.isBlank() ? ANY : GATEWAY;
  }

  /** The classes of flows that a custom node of these surroundings may be called from. */
  Set<FlowClass> callers() {
    return classes;
  }

  /** Whether a type of the given classes may be used in a custom node of these surroundings. */
  boolean isForCustomNode(Set<FlowClass> flowClasses) {
    boolean forEdge = flowClasses.contains(FlowClass.EDGE);
    boolean forCustomNodesOnly = flowClasses.equals(Set.of(FlowClass.CUSTOM_NODE));
    return this == GATEWAY
        ? forEdge || forCustomNodesOnly
        : flowClasses.contains(FlowClass.CUSTOM_NODE);
  }
}
