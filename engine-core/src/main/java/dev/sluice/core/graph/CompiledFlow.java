package dev.sluice.core.graph;

import dev.sluice.api.flow.CustomNodeConfig;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.record.Tally;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow version, compiled.
 *
 * @param flowId the flow's id
 * @param name the flow's name
 * @param version the version's name
 * @param versionId the version's id, if it has one
 * @param flowClass the flow's class
 * @param enabled whether its triggers fire
 * @param globals the application's globals, overridden by the flow's own
 * @param triggers its triggers in order
 * @param customNodeConfig the fields and outputs of a custom node
 * @param callers the classes of flows that may call a custom node
 * @param minimumAgentVersion the oldest workflow agent that it is for, if it says so
 * @param about the properties of the flow that the engine does not read
 * @param calls the custom nodes it calls
 * @param waits whether any of its steps may wait for something outside the run
 * @param tally counts its runs
 */
public record CompiledFlow(
    String flowId,
    String name,
    String version,
    @Nullable String versionId,
    FlowClass flowClass,
    boolean enabled,
    ObjectValue globals,
    List<CompiledTrigger> triggers,
    @Nullable CustomNodeConfig customNodeConfig,
    Set<FlowClass> callers,
    @Nullable String minimumAgentVersion,
    ObjectValue about,
    List<CustomNodeKey> calls,
    boolean waits,
    Tally tally)
    implements ServedVersion {
  /** A compiled flow; the collections are copied. */
  public CompiledFlow {
    triggers = List.copyOf(triggers);
    callers = Set.copyOf(callers);
    calls = List.copyOf(calls);
  }

  /** A compiled flow whose runs nobody has counted. */
  public CompiledFlow(
      String flowId,
      String name,
      String version,
      @Nullable String versionId,
      FlowClass flowClass,
      boolean enabled,
      ObjectValue globals,
      List<CompiledTrigger> triggers,
      @Nullable CustomNodeConfig customNodeConfig,
      Set<FlowClass> callers,
      @Nullable String minimumAgentVersion,
      ObjectValue about,
      List<CustomNodeKey> calls,
      boolean waits) {
    this(
        flowId,
        name,
        version,
        versionId,
        flowClass,
        enabled,
        globals,
        triggers,
        customNodeConfig,
        callers,
        minimumAgentVersion,
        about,
        calls,
        waits,
        new Tally(flowId, version, versionId));
  }

  /** The only or first trigger of a type, and of a key, or else of that other name, if given. */
  public Optional<CompiledTrigger> trigger(String type, @Nullable String key) {
    CompiledTrigger named = null;
    for (CompiledTrigger trigger : triggers) {
      if (trigger.type().equals(type)) {
        if (key == null || trigger.key().equals(key)) {
          return Optional.of(trigger);
        }
        if (named == null && trigger.uiId().equals(key)) {
          named = trigger;
        }
      }
    }
    return Optional.ofNullable(named);
  }

  @Override
  public CompiledFlow graph() {
    return this;
  }

  /** Identity: a graph is large, and no two compilations are compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name + " (" + flowId + ", " + version + ")";
  }
}
