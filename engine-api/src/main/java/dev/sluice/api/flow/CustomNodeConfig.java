package dev.sluice.api.flow;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a custom node looks to the flows that call it. Immutable.
 *
 * @param fields the inputs, in order
 * @param outputCount how many outputs a calling node has: 1 or 2; 0 if absent
 * @param resultMode whether a calling node puts the result anywhere: {@code none}, {@code optional}
 *     or {@code required}; null if absent
 * @param resultDescription what the result is, for people; null if absent
 * @param other properties that this model does not know, and known ones whose value says no more
 *     than their absence would
 */
public record CustomNodeConfig(
    List<Field> fields,
    int outputCount,
    @Nullable String resultMode,
    @Nullable String resultDescription,
    ObjectValue other) {

  /** Copies the list, so that it never changes. */
  public CustomNodeConfig {
    fields = List.copyOf(fields);
  }

  /**
   * An input.
   *
   * @param id its name on the custom node's payload, below {@code data}; null for a section header
   * @param type the kind: {@code stringTemplate}, {@code numberTemplate}, {@code jsonTemplate},
   *     {@code payloadPath}, {@code select}, {@code checkbox}, or a header between inputs
   * @param label its name for people, or null
   * @param required whether a calling node must fill it
   * @param defaultValue what it is if a calling node leaves it out; undefined if there is none
   * @param other properties that this model does not know, and known ones whose value says no more
   *     than their absence would
   */
  public record Field(
      @Nullable String id,
      String type,
      @Nullable String label,
      boolean required,
      Value defaultValue,
      ObjectValue other) {

    /**
     * Whether this is an input, and not a header between inputs.
     *
     * @return true if a calling node can fill it
     */
    public boolean isInput() {
      return !type.equals("section") && !type.equals("sectionHeader");
    }

    static Field read(Reader reader) {
      return new Field(
          reader.optionalText("id"),
          reader.text("type"),
          reader.optionalText("label"),
          reader.flag("required", false),
          reader.value("defaultValue"),
          reader.other());
    }

    ObjectValue toJson() {
      Writer writer = new Writer(other);
      writer.put("id", id);
      writer.put("type", type);
      writer.put("label", label);
      writer.put("required", required, false);
      writer.put("defaultValue", defaultValue);
      return writer.build();
    }
  }

  static CustomNodeConfig read(Reader reader) {
    return new CustomNodeConfig(
        reader.objects("fields", Field::read),
        reader.count("outputCount"),
        reader.optionalText("resultMode"),
        reader.optionalText("resultDescription"),
        reader.other());
  }

  /**
   * Writes this configuration.
   *
   * @return what the flow has there
   */
  public ObjectValue toJson() {
    Writer writer = new Writer(other);
    writer.putAll("fields", fields.stream().map(Field::toJson).toList());
    if (outputCount != 0) {
      writer.put("outputCount", Value.of(outputCount));
    }
    writer.put("resultMode", resultMode);
    writer.put("resultDescription", resultDescription);
    return writer.build();
  }
}
