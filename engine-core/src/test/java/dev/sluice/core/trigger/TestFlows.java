package dev.sluice.core.trigger;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Fact;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import dev.sluice.core.graph.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flows that have triggers and nothing else. */
final class TestFlows {
  static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");

  private TestFlows() {}

  static CompiledTrigger trigger(String type, String key, String config) {
    return new CompiledTrigger(
        type, key, "", object(config), ObjectValue.empty(), new Steps(Step.NONE));
  }

  static CompiledFlow cloud(String id, CompiledTrigger... triggers) {
    return flow(FlowClass.CLOUD, id, "develop", triggers);
  }

  static CompiledFlow flow(
      FlowClass flowClass, String id, String version, CompiledTrigger... triggers) {
    return new CompiledFlow(
        id,
        "name of " + id,
        version,
        null,
        flowClass,
        true,
        ObjectValue.empty(),
        Arrays.asList(triggers),
        null,
        Set.of(),
        null,
        ObjectValue.empty(),
        List.of(),
        false);
  }

  /** The index with a flow whose one version runs by default and when it is named. */
  static TriggerIndex deployed(TriggerIndex index, CompiledFlow flow) {
    return index.with(flow.flowId(), FlowListing.of(Optional.of(flow), List.of(flow)));
  }

  static TriggerIndex deployed(CompiledFlow... flows) {
    TriggerIndex index = TriggerIndex.empty();
    for (CompiledFlow flow : flows) {
      index = deployed(index, flow);
    }
    return index;
  }

  /** What a fact fires: the flow, its version and the trigger's key, each as text. */
  static List<String> fired(TriggerIndex index, Fact fact) {
    return index.match(fact, NOW).stream()
        .map(
            match ->
                match.flow().flowId() + "@" + match.flow().version() + " " + match.trigger().key())
        .toList();
  }

  static ObjectValue object(String json) {
    return (ObjectValue) Value.parseJson(json.replace('\'', '"'));
  }
}
