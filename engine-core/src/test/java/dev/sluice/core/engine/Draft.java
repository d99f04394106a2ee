package dev.sluice.core.engine;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Global;
import dev.sluice.api.flow.Node;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow being drawn up by a test. */
final class Draft {
  private final String flowId;
  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Global> globals = new ArrayList<>();
  private FlowClass flowClass = FlowClass.CLOUD;
  private boolean enabled = true;
  private @Nullable String defaultVersionId;

  private Draft(String flowId) {
    this.flowId = flowId;
  }

  /** A flow without triggers. */
  static Draft of(String flowId) {
    return new Draft(flowId);
  }

  /** A flow that a button starts. */
  static Draft button(String flowId, String... first) {
    return new Draft(flowId).trigger("virtualButton", ObjectValue.empty(), first);
  }

  /** A custom node, named in all its runs as {@code flowId}. */
  static Draft customNode(String flowId, String... first) {
    return new Draft(flowId)
        .flowClass(FlowClass.CUSTOM_NODE)
        .trigger("customNodeStart", ObjectValue.empty(), first);
  }

  Draft flowClass(FlowClass chosen) {
    flowClass = chosen;
    return this;
  }

  Draft disabled() {
    enabled = false;
    return this;
  }

  Draft defaultVersion(String versionId) {
    defaultVersionId = versionId;
    return this;
  }

  Draft global(String key, Value value) {
    globals.add(Global.of(key, value));
    return this;
  }

  Draft trigger(String type, ObjectValue config, String... first) {
    return trigger(type, "key-" + type, config, ObjectValue.empty(), first);
  }

  Draft trigger(String type, String key, ObjectValue config, ObjectValue meta, String... first) {
    triggers.add(
        new Trigger(key, type, config, meta, List.of(List.of(first)), ObjectValue.empty()));
    return this;
  }

  /** A node that goes on. */
  Draft act(String id, String act, String... next) {
    return node(id, Bench.ACT, act, null, List.of(next));
  }

  /** A node that goes on and may wait. */
  Draft waiting(String id, String act, String... next) {
    return node(id, Bench.WAIT, act, null, List.of(next));
  }

  /** A node in the body of another. */
  Draft inside(String group, String id, String act, String... next) {
    return node(id, Bench.ACT, act, group, List.of(next));
  }

  /** A node of any type that has an act. */
  @SafeVarargs
  final Draft node(
      String id, String type, String act, @Nullable String group, List<String>... outputs) {
    return node(id, type, ObjectValue.of("act", Value.of(act)), group, List.of(outputs));
  }

  /** A node that calls a custom node. */
  Draft call(String id, String target, @Nullable String group, String... next) {
    return node(
        id,
        CallNode.TYPE,
        ObjectValue.builder().put("flowId", target).put("version", "default").build(),
        group,
        List.of(List.of(next)));
  }

  private Draft node(
      String id,
      String type,
      ObjectValue config,
      @Nullable String group,
      List<List<String>> outputs) {
    ObjectValue.Builder meta = ObjectValue.builder().put("label", "label of " + id);
    if (group != null) {
      meta.put("groupId", group);
    }
    nodes.add(new Node(id, type, config, meta.build(), outputs, ObjectValue.empty()));
    return this;
  }

  Flow flow() {
    return new Flow(flowId, enabled, defaultVersionId, version(null, FlowVersion.DEVELOP, true));
  }

  FlowVersion version(String id, String name) {
    return version(id, name, enabled);
  }

  private FlowVersion version(@Nullable String id, String name, boolean fires) {
    return new FlowVersion(
        id,
        flowId,
        name,
        "name of " + flowId,
        flowClass,
        fires,
        null,
        null,
        globals,
        triggers,
        nodes,
        null,
        ObjectValue.empty());
  }
}
