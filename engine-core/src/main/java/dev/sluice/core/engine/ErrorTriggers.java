package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;
import dev.sluice.core.run.FlowRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which flow error triggers an error fires, in which order, and with what. */
final class ErrorTriggers {
  private static final String TYPE = "flowError";
  private static final String LOCAL = "local";

  /** A payload larger than this, as JSON in bytes, is left out of the error's own payload. */
  private static final int MAX_PAYLOAD_BYTES = 256 * 1024;

  private final Deployments deployments;

  ErrorTriggers(Deployments deployments) {
    this.deployments = deployments;
  }

  static boolean listensToOthers(ServedVersion flow) {
    return flow.triggers().stream()
        .anyMatch(trigger -> trigger.type().equals(TYPE) && !scope(trigger).equals(LOCAL));
  }

  /**
   * What a run's end fires, narrow scopes first; nothing if the run was itself fired by an error.
   */
  List<Launch> targets(FlowRun run, RunResult result) {
    if (result.error().isEmpty() || run.trigger().type().equals(TYPE)) {
      return List.of();
    }
    CompiledFlow failed = run.flow();
    Told told = new Told(result, result.error().get());
    List<Launch> targets = new ArrayList<>();
    local(failed).ifPresent(flow -> add(targets, flow, LOCAL, run, told));
    List<ServedVersion> others = deployments.errorListeners();
    switch (failed.flowClass()) {
      case EXPERIENCE -> {
        others.stream()
            .filter(flow -> flow.flowClass() == FlowClass.EXPERIENCE)
            .forEach(flow -> add(targets, flow, "experience", run, told));
        applications(others).forEach(flow -> add(targets, flow, "experience", run, told));
        applications(others).forEach(flow -> add(targets, flow, "global", run, told));
      }
      case CLOUD -> {
        applications(others).forEach(flow -> add(targets, flow, "cloud", run, told));
        applications(others).forEach(flow -> add(targets, flow, "global", run, told));
      }
      case EDGE ->
          others.stream()
              .filter(flow -> flow.flowClass() == FlowClass.EDGE)
              .forEach(flow -> add(targets, flow, "global", run, told));
      case EMBEDDED, CUSTOM_NODE -> {}
    }
    return targets;
  }

  private static List<ServedVersion> applications(List<ServedVersion> flows) {
    return flows.stream().filter(flow -> flow.flowClass() == FlowClass.CLOUD).toList();
  }

  /**
   * Whose local triggers hear of it: an application flow's default version, else the one that
   * failed.
   */
  private Optional<ServedVersion> local(CompiledFlow failed) {
    return failed.flowClass() == FlowClass.CLOUD
        ? deployments
            .find(failed.flowId())
            .filter(DeployedFlow::enabled)
            .flatMap(flow -> flow.version(null))
            .filter(ServedVersion::enabled)
        : Optional.of(failed);
  }

  private void add(
      List<Launch> targets, ServedVersion listener, String scope, FlowRun run, Told told) {
    CompiledFlow failed = run.flow();
    for (int i = 0; i < listener.triggers().size(); i++) {
      ServedTrigger trigger = listener.triggers().get(i);
      if (trigger.type().equals(TYPE) && scope(trigger).equals(scope)) {
        boolean elsewhere =
            listener.flowClass() == FlowClass.EDGE && !listener.flowId().equals(failed.flowId());
        String triggerId = elsewhere ? "global-flowError" : failed.flowId() + "-flowError";
        Firing firing =
            Firing.of(TYPE)
                .withData(told.data())
                .with("triggerId", Value.of(triggerId))
                .with("relayId", Value.of(failed.flowId()))
                .with("relayType", Value.of("flow"));
        int position = i;
        Deployments.graph(listener)
            .map(
                flow ->
                    new Launch(
                        flow,
                        flow.triggers().get(position),
                        deployments.lane(flow.flowId()),
                        firing))
            .ifPresent(targets::add);
      }
    }
  }

  private static String scope(ServedTrigger trigger) {
    Value scope = trigger.config().get("scope");
    return scope.isTruthy() ? scope.toText() : LOCAL;
  }

  /** What triggers are told of an error: put together for the first, as mostly there is none. */
  private static final class Told {
    private final RunResult result;
    private final RunError error;
    private @Nullable Value data;

    Told(RunResult result, RunError error) {
      this.result = result;
      this.error = error;
    }

    Value data() {
      Value known = data;
      if (known == null) {
        known = ErrorTriggers.data(result, error);
        data = known;
      }
      return known;
    }
  }

  private static Value data(RunResult result, RunError error) {
    ObjectValue.Builder inner =
        ObjectValue.builder().put("message", error.message()).put("name", error.name());
    if (!error.trace().isEmpty()) {
      inner.put("stack", ArrayValue.of(error.trace().stream().map(Value::of).toList()));
    }
    ObjectValue.Builder info = ObjectValue.builder().put("error", inner.build());
    error
        .place()
        .ifPresent(place -> info.put("nodeId", place.nodeId()).put("nodeType", place.nodeType()));
    Value payload = result.payload();
    ObjectValue.Builder data =
        ObjectValue.builder()
            .put("errorInfo", info.build())
            .put("erroredPayload", bounded(payload));
    Value replyId = payload.get("data").get("replyId");
    if (replyId.isPresent()) {
      data.put("replyId", replyId);
    }
    return data.build();
  }

  private static Value bounded(Value payload) {
    // No character takes more than six bytes, and no number more than six times what it counts.
    if (6 * payload.jsonSize(MAX_PAYLOAD_BYTES) < MAX_PAYLOAD_BYTES) {
      return payload;
    }
    try {
      boolean small = payload.toJson().getBytes(StandardCharsets.UTF_8).length < MAX_PAYLOAD_BYTES;
      return small ? payload : Value.of("Payload data omitted due to size");
    } catch (PayloadLimitException e) {
      return Value.of("Payload data omitted due to size");
    }
  }
}
