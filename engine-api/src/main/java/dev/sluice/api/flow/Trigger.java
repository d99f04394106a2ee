package dev.sluice.api.flow;

import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where runs of a flow begin. Immutable.
 *
 * @param key what tells this trigger from others of its type, or null
 * @param type such as {@code virtualButton}
 * @param config what it reacts to; empty if absent
 * @param meta what the editor keeps with it; a virtual button has its payload there; empty if
 *     absent
 * @param outputIds for each output, the ids of the nodes wired to it
 * @param other properties that this model does not know, and known ones whose value says no more
 *     than their absence would
 */
public record Trigger(
    @Nullable String key,
    String type,
    ObjectValue config,
    ObjectValue meta,
    List<List<String>> outputIds,
    ObjectValue other) {

  /** Copies the lists, so that they never change. */
  public Trigger {
    outputIds = OutputIds.copy(outputIds);
  }

  static Trigger read(Reader reader) {
    return new Trigger(
        reader.optionalText("key"),
        reader.text("type"),
        reader.object("config"),
        reader.object("meta"),
        OutputIds.read(reader),
        reader.other());
  }

  ObjectValue toJson() {
    Writer writer = new Writer(other);
    writer.put("key", key);
    writer.put("type", type);
    writer.put("config", config);
    writer.put("meta", meta);
    writer.put("outputIds", OutputIds.write(outputIds));
    return writer.build();
  }
}
