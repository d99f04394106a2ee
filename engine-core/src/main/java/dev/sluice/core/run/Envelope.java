package dev.sluice.core.run;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.EdgeAgent;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the payload that a run, or a custom node, starts with. */
public final class Envelope {
  private static final PayloadPath TIME = PayloadPath.parse("time");
  private static final PayloadPath DATA = PayloadPath.parse("data");
  private static final PayloadPath APPLICATION_ID = PayloadPath.parse("applicationId");
  private static final PayloadPath APPLICATION_NAME = PayloadPath.parse("applicationName");
  private static final PayloadPath TRIGGER_ID = PayloadPath.parse("triggerId");
  private static final PayloadPath TRIGGER_TYPE = PayloadPath.parse("triggerType");
  private static final PayloadPath FLOW_ID = PayloadPath.parse("flowId");
  private static final PayloadPath FLOW_NAME = PayloadPath.parse("flowName");
  private static final PayloadPath FLOW_VERSION = PayloadPath.parse("flowVersion");
  private static final PayloadPath GLOBALS = PayloadPath.parse("globals");

  private final Value applicationId;
  private final Value applicationName;
  private final @Nullable Supplier<EdgeAgent> agent;

  /**
   * An envelope of an application's flows.
   *
   * @param agent what edge and embedded flows run on, if it is known
   */
  public Envelope(
      String applicationId, String applicationName, @Nullable Supplier<EdgeAgent> agent) {
    this.applicationId = StringValue.of(applicationId);
    this.applicationName = StringValue.of(applicationName);
    this.agent = agent;
  }

  /** The payload of a firing. */
  public Payload payload(
      CompiledFlow flow, CompiledTrigger trigger, Instant time, Value data, ObjectValue extras) {
    Payload payload = Payload.empty();
    payload.set(
        TIME,
        flow.flowClass() == FlowClass.EMBEDDED
            ? Value.of((double) time.toEpochMilli())
            : Value.of(time));
    payload.set(DATA, data);
    payload.set(APPLICATION_ID, applicationId);
    payload.set(APPLICATION_NAME, applicationName);
    payload.set(TRIGGER_ID, StringValue.of(trigger.key()));
    payload.set(TRIGGER_TYPE, StringValue.of(trigger.type()));
    payload.set(FLOW_ID, StringValue.of(flow.flowId()));
    payload.set(FLOW_NAME, StringValue.of(flow.name()));
    payload.set(FLOW_VERSION, StringValue.of(flow.version()));
    boolean edge = flow.flowClass() == FlowClass.EDGE;
    boolean embedded = flow.flowClass() == FlowClass.EMBEDDED;
    payload.set(GLOBALS, flow.globals());
    if (agent != null && (edge || embedded)) {
      EdgeAgent now = agent.get();
      add(payload, edge ? now.edgeEntries() : now.embeddedEntries());
    }
    add(payload, extras);
    return payload;
  }

  private static void add(Payload payload, ObjectValue entries) {
    for (int i = 0; i < entries.size(); i++) {
      payload.set(PayloadPath.of(List.of(entries.keyAt(i))), entries.valueAt(i));
    }
  }
}
