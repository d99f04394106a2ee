package dev.sluice.api.flow;

import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a flow: what can be compiled and run. Immutable and safe for many threads.
 *
 * <p>What is read is kept: {@link #toJson()} gives back every property that {@link
 * #fromJson(ObjectValue)} was given, known or not.
 *
 * @param id the version's own id, or null
 * @param flowId the id of the flow it is a version of, or null
 * @param version its name, {@code develop} for the one that is edited
 * @param name the flow's name, or null
 * @param flowClass where it runs, or null if the document does not say, which means an application
 * @param enabled whether its triggers fire
 * @param notes what its author says of it, or null
 * @param minimumAgentVersion the oldest workflow agent that an edge flow is for, or null
 * @param globals values that every run finds on its payload
 * @param triggers where runs begin
 * @param nodes the nodes
 * @param customNodeConfig how a custom node looks to its callers, or null for any other class
 * @param other properties that this model does not know, and known ones whose value says no more
 *     than their absence would
 */
public record FlowVersion(
    @Nullable String id,
    @Nullable String flowId,
    String version,
    @Nullable String name,
    @Nullable FlowClass flowClass,
    boolean enabled,
    @Nullable String notes,
    @Nullable String minimumAgentVersion,
    List<Global> globals,
    List<Trigger> triggers,
    List<Node> nodes,
    @Nullable CustomNodeConfig customNodeConfig,
    ObjectValue other) {
  /** The version that is edited. */
  public static final String DEVELOP = "develop";

  /** Copies the lists, so that they never change. */
  public FlowVersion {
    globals = List.copyOf(globals);
    triggers = List.copyOf(triggers);
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads a version.
   *
   * @param json the document
   * @return the version
   * @throws InvalidFlowException if properties have wrong types, naming all of them
   */
  public static FlowVersion fromJson(ObjectValue json) {
    return Reader.read(json, FlowVersion::read);
  }

  static FlowVersion read(Reader reader) {
    return readContent(
        reader,
        reader.optionalText("id"),
        reader.optionalText("flowId"),
        Optional.ofNullable(reader.optionalText("version")).orElse(DEVELOP));
  }

  /** Reads what a version has in common with a flow. */
  static FlowVersion readContent(
      Reader reader, @Nullable String id, @Nullable String flowId, String version) {
    return new FlowVersion(
        id,
        flowId,
        version,
        reader.optionalText("name"),
        flowClass(reader),
        reader.flag("enabled", true),
        reader.optionalText("notes"),
        reader.optionalText("minimumAgentVersion"),
        reader.objects("globals", Global::read),
        reader.objects("triggers", Trigger::read),
        reader.objects("nodes", Node::read),
        reader.optional("customNodeConfig", CustomNodeConfig::read),
        reader.other());
  }

  private static @Nullable FlowClass flowClass(Reader reader) {
    String key = reader.optionalText("flowClass");
    if (key == null) {
      return null;
    }
    FlowClass flowClass = FlowClass.ofKey(key).orElse(null);
    if (flowClass == null) {
      reader.wrong("flowClass", Value.of(key), "one of " + FlowClass.keys());
    }
    return flowClass;
  }

  /**
   * Writes this version.
   *
   * @return the document
   */
  public ObjectValue toJson() {
    Writer writer = new Writer(other);
    writer.put("id", id);
    writer.put("flowId", flowId);
    if (!(version.equals(DEVELOP) && other.get("version") instanceof NullValue)) {
      writer.put("version", version);
    }
    writeContent(writer);
    return writer.build();
  }

  void writeContent(Writer writer) {
    writer.put("name", name);
    writer.put("flowClass", flowClass == null ? null : flowClass.key());
    writer.put("enabled", enabled, true);
    writer.put("notes", notes);
    writer.put("minimumAgentVersion", minimumAgentVersion);
    writer.putAll("globals", globals.stream().map(Global::toJson).toList());
    writer.putAll("triggers", triggers.stream().map(Trigger::toJson).toList());
    writer.putAll("nodes", nodes.stream().map(Node::toJson).toList());
    if (customNodeConfig != null) {
      writer.put("customNodeConfig", customNodeConfig.toJson());
    }
  }

  /**
   * The same version of another flow, or of the same under another name and class.
   *
   * @param newFlowId the id of the flow
   * @param newName the flow's name, or null
   * @param newClass the flow's class
   * @return the version
   */
  public FlowVersion of(String newFlowId, @Nullable String newName, FlowClass newClass) {
    return new FlowVersion(
        id,
        newFlowId,
        version,
        newName,
        newClass,
        enabled,
        notes,
        minimumAgentVersion,
        globals,
        triggers,
        nodes,
        customNodeConfig,
        other);
  }
}
