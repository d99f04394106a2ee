package dev.sluice.core.run;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.EdgeAgent;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the payload that a run, or a custom node, starts with. */
public final class Envelope {
  private static final PayloadPath TIME = PayloadPath.parse("time");
  private static final PayloadPath DATA = PayloadPath.parse("data");

  /** What all payloads have, in its order, so that they need not find out what their keys are. */
  private final ObjectValue standard;

  private final @Nullable Supplier<EdgeAgent> agent;

  /**
   * An envelope of an application's flows.
   *
   * @param agent what edge and embedded flows run on, if it is known
   */
  public Envelope(
      String applicationId, String applicationName, @Nullable Supplier<EdgeAgent> agent) {
    this.standard =
        ObjectValue.builder()
            .put("time", Value.nullValue())
            .put("data", Value.nullValue())
            .put("applicationId", applicationId)
            .put("applicationName", applicationName)
            .put("triggerId", Value.nullValue())
            .put("triggerType", Value.nullValue())
            .put("flowId", Value.nullValue())
            .put("flowName", Value.nullValue())
            .put("flowVersion", Value.nullValue())
            .put("globals", Value.nullValue())
            .build();
    this.agent = agent;
  }

  /** The payload of a firing. */
  public Payload payload(
      CompiledFlow flow, CompiledTrigger trigger, Instant time, Value data, ObjectValue extras) {
    Payload payload = Payload.of(opening(flow, trigger));
    payload.set(
        TIME,
        flow.flowClass() == FlowClass.EMBEDDED
            ? Value.of((double) time.toEpochMilli())
            : Value.of(time));
    payload.set(DATA, data);
    if (agent != null && flow.flowClass() == FlowClass.EDGE) {
      payload = with(payload, agent.get().edgeEntries());
    } else if (agent != null && flow.flowClass() == FlowClass.EMBEDDED) {
      payload = with(payload, agent.get().embeddedEntries());
    }
    return with(payload, extras);
  }

  private ObjectValue opening(CompiledFlow flow, CompiledTrigger trigger) {
    ObjectValue known = trigger.opening().payload();
    if (known == null) {
      known =
          standard.toBuilder()
              .put("triggerId", trigger.key())
              .put("triggerType", trigger.type())
              .put("flowId", flow.flowId())
              .put("flowName", flow.name())
              .put("flowVersion", flow.version())
              .put("globals", flow.globals())
              .build();
      trigger.opening().keep(known);
    }
    return known;
  }

  private static Payload with(Payload payload, ObjectValue entries) {
    return entries.isEmpty()
        ? payload
        : Payload.of(((ObjectValue) payload.root()).toBuilder().putAll(entries).build());
  }
}
