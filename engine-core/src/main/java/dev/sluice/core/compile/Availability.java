package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.core.catalog.AgentVersion;
import dev.sluice.core.compile.Problems.Site;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a type may be used in flows of a class, and on edge from which agent version on. */
final class Availability {
  private final FlowClass flowClass;
  private final @Nullable AgentVersion agent;
  private final Problems problems;

  Availability(FlowVersion version, FlowClass flowClass, Problems problems) {
    this.flowClass = flowClass;
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

  void check(Site site, String type, Set<FlowClass> classes, @Nullable String minimumAgent) {
    if (!classes.contains(flowClass)) {
      problems.error(
          site,
          "type",
          type + " is not valid for " + flowClass.label() + " workflows.",
          flowClass.key(),
          "one of "
              + classes.stream().map(FlowClass::key).sorted().collect(Collectors.joining(", ")));
    }
    boolean onAgent =
        flowClass == FlowClass.EDGE || (flowClass == FlowClass.CUSTOM_NODE && agent != null);
    if (onAgent && agent != null && minimumAgent != null) {
      AgentVersion needed = AgentVersion.parse(minimumAgent).orElseThrow();
      if (agent.compareTo(needed) < 0) {
        problems.error(
            site,
            "type",
            type + " requires Workflow Agent " + needed + " or higher.",
            "minimumAgentVersion " + agent,
            needed + " or higher");
      }
    }
  }
}
