package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.core.catalog.AgentVersion;
import dev.sluice.core.compile.Problems.Site;
import dev.sluice.core.graph.CompiledFlow;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a type or a custom node may be used in flows of a class, and on edge from which agent
 * version on.
 */
final class Availability {
  private final FlowClass flowClass;
  private final Surroundings surroundings;
  private final @Nullable AgentVersion agent;
  private final Problems problems;

  Availability(FlowVersion version, FlowClass flowClass, Problems problems) {
    this.flowClass = flowClass;
    this.surroundings = Surroundings.of(version, flowClass);
    this.problems = problems;
    this.agent = agentVersion(version.minimumAgentVersion());
  }

  private @Nullable AgentVersion agentVersion(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    AgentVersion parsed = AgentVersion.parse(text).orElse(null);
    if (parsed == null) {
      problems.error(
          Site.FLOW,
          "minimumAgentVersion",
          "The agent version cannot be read.",
          text,
          "a version such as 1.21.0");
    }
    return parsed;
  }

  /** The classes of flows that may call this one, if it is a custom node. */
  Set<FlowClass> callers() {
    return flowClass == FlowClass.CUSTOM_NODE ? surroundings.callers() : Set.of();
  }

  /** The oldest agent that the flow is for, or null if it does not say. */
  @Nullable String minimumAgentVersion() {
    return agent == null ? null : agent.toString();
  }

  void check(Site site, String type, Set<FlowClass> classes, @Nullable String minimumAgent) {
    boolean valid =
        flowClass == FlowClass.CUSTOM_NODE
            ? surroundings.isForCustomNode(classes)
            : classes.contains(flowClass);
    if (!valid) {
      problems.error(
          site,
          "type",
          type + " is not valid for " + label() + " workflows.",
          flowClass.key(),
          oneOf(classes));
    }
    checkAgent(site, "type", type, minimumAgent);
  }

  /** Whether custom nodes that are called from here must be published: a gateway has no other. */
  boolean callsPublishedOnly() {
    return surroundings == Surroundings.GATEWAY;
  }

  /** Checks that the version of a custom node that a call names may be called from here. */
  boolean checkVersion(Site site, String field, String version) {
    boolean valid = !(callsPublishedOnly() && version.equals(FlowVersion.DEVELOP));
    if (!valid) {
      problems.error(
          site,
          field,
          "The develop version of a custom node is not valid for " + label() + " workflows.",
          version,
          "the name of a published version");
    }
    return valid;
  }

  /** Checks that a custom node may be called from here. */
  void checkCall(Site site, String field, CompiledFlow customNode) {
    String name = "The custom node " + customNode.name();
    Set<FlowClass> callers = customNode.callers();
    boolean valid =
        flowClass == FlowClass.CUSTOM_NODE
            ? callers.containsAll(surroundings.callers()) || surroundings == Surroundings.ANY
            : callers.contains(flowClass);
    if (!valid) {
      problems.error(
          site,
          field,
          name + " is not valid for " + label() + " workflows.",
          flowClass.key(),
          oneOf(callers));
    }
    checkAgent(site, field, name, customNode.minimumAgentVersion());
  }

  private void checkAgent(Site site, String field, String what, @Nullable String minimumAgent) {
    if (surroundings == Surroundings.GATEWAY && agent != null && minimumAgent != null) {
      AgentVersion needed = AgentVersion.parse(minimumAgent).orElseThrow();
      if (agent.compareTo(needed) < 0) {
        problems.error(
            site,
            field,
            what + " requires Workflow Agent " + needed + " or higher.",
            "minimumAgentVersion " + agent,
            needed + " or higher");
      }
    }
  }

  private String label() {
    boolean onEdge = flowClass == FlowClass.CUSTOM_NODE && surroundings == Surroundings.GATEWAY;
    return (onEdge ? "Edge " : "") + flowClass.label();
  }

  private static String oneOf(Set<FlowClass> classes) {
    return "one of "
        + classes.stream().map(FlowClass::key).sorted().collect(Collectors.joining(", "));
  }
}
