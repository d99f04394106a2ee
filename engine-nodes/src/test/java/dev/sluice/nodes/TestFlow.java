package dev.sluice.nodes;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a flow, node by node. */
public final class TestFlow {
  private final ObjectValue.Builder document = ObjectValue.builder();
  private final List<Value> triggers = new ArrayList<>();
  private final List<Value> nodes = new ArrayList<>();

  private TestFlow(String id, String flowClass) {
    document.put("id", id).put("name", "Flow " + id).put("flowClass", flowClass);
  }

  /** A flow of a class, without triggers or nodes. */
  public static TestFlow of(String id, String flowClass) {
    return new TestFlow(id, flowClass);
  }

  /** An application flow with a virtual button that leads to some nodes. */
  public static TestFlow withButton(String id, String... first) {
    return of(id, "cloud").trigger("virtualButton", first);
  }

  /** A custom node whose start leads to some nodes. */
  public static TestFlow customNode(String id, String... first) {
    return of(id, "customNode").trigger("customNodeStart", first);
  }

  /** Sets a property of the flow itself. */
  public TestFlow with(String property, String json) {
    document.put(property, Json.value(json));
    return this;
  }

  /** Adds a trigger that leads to some nodes. */
  public TestFlow trigger(String type, String... first) {
    triggers.add(
        ObjectValue.builder()
            .put("type", type)
            .put("key", type)
            .put("config", ObjectValue.empty())
            .put("meta", ObjectValue.empty())
            .put("outputIds", outputs(List.of(List.of(first))))
            .build());
    return this;
  }

  /**
   * Adds a node.
   *
   * @param outputs for each output the ids wired to it, separated by spaces
   */
  public TestFlow node(String id, String type, String config, String... outputs) {
    return nodeWithMeta(id, type, config, "{label: '" + id + "'}", outputs);
  }

  /** Adds a node inside a loop. */
  public TestFlow nodeIn(String loop, String id, String type, String config, String... outputs) {
    return nodeWithMeta(
        id, type, config, "{label: '" + id + "', groupId: '" + loop + "'}", outputs);
  }

  /** Adds a node with what the editor keeps with it. */
  public TestFlow nodeWithMeta(
      String id, String type, String config, String meta, String... outputs) {
    List<List<String>> wired =
        Arrays.stream(outputs)
            .map(ids -> ids.isEmpty() ? List.<String>of() : List.of(ids.split(" ", -1)))
            .toList();
    nodes.add(
        ObjectValue.builder()
            .put("id", id)
            .put("type", type)
            .put("config", Json.value(config))
            .put("meta", Json.value(meta))
            .put("outputIds", outputs(wired))
            .build());
    return this;
  }

  private static Value outputs(List<List<String>> wired) {
    return ArrayValue.of(
        wired.stream().map(ids -> ArrayValue.of(ids.stream().map(Value::of).toList())).toList());
  }

  /** The flow's document. */
  public ObjectValue document() {
    return document
        .put("triggers", ArrayValue.of(triggers))
        .put("nodes", ArrayValue.of(nodes))
        .build();
  }

  /** The flow. */
  public Flow build() {
    return Flow.fromJson(document());
  }

  /** The same as a published version of the flow. */
  public FlowVersion version(String name) {
    ObjectValue flow = document();
    return FlowVersion.fromJson(
        flow.toBuilder()
            .put("id", flow.get("id").toText() + "-" + name)
            .put("flowId", flow.get("id"))
            .put("version", name)
            .build());
  }
}
