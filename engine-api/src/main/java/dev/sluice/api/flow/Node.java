package dev.sluice.api.flow;

import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a flow. Immutable.
 *
 * @param id what outputs refer to, or null for a node that nothing leads to, such as a note
 * @param type such as {@code ConditionalNode}
 * @param config what it does, in the fields of its type; empty if absent
 * @param meta what the editor keeps with it; {@code label} is its name for people and {@code
 *     groupId} the loop it is in; empty if absent
 * @param outputIds for each output, the ids of the nodes wired to it
 * @param other properties that this model does not know, and known ones whose value says no more
 *     than their absence would
 */
public record Node(
    @Nullable String id,
    String type,
    ObjectValue config,
    ObjectValue meta,
    List<List<String>> outputIds,
    ObjectValue other) {

  /** Copies the lists, so that they never change. */
  public Node {
    outputIds = OutputIds.copy(outputIds);
  }

  static Node read(Reader reader) {
    return new Node(
        reader.optionalText("id"),
        reader.text("type"),
        reader.object("config"),
        reader.object("meta"),
        OutputIds.read(reader),
        reader.other());
  }

  ObjectValue toJson() {
    Writer writer = new Writer(other);
    writer.put("id", id);
    writer.put("type", type);
    writer.put("config", config);
    writer.put("meta", meta);
    writer.put("outputIds", OutputIds.write(outputIds));
    return writer.build();
  }
}
