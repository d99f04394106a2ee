package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device, as facts about it tell of it. Immutable.
 *
 * @param id the device's id
 * @param name its name, or null if it is not known
 * @param tags for each tag key, its values
 * @param details what else the device object on payloads shows, such as {@code attributes}
 */
public record Device(
    String id, @Nullable String name, Map<String, List<String>> tags, ObjectValue details) {
  /** Copies the tags, so that they never change. */
  public Device {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    tags.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    tags = Collections.unmodifiableMap(copy);
  }

  /**
   * A device of which only the id is known.
   *
   * @param id the device's id
   * @return a device without name and tags
   */
  public static Device of(String id) {
    return new Device(id, null, Map.of(), ObjectValue.empty());
  }

  /**
   * The same device with a name.
   *
   * @param newName its name
   * @return a device
   */
  public Device named(String newName) {
    return new Device(id, newName, tags, details);
  }

  /**
   * The same device with further values of a tag.
   *
   * @param key the tag's key
   * @param values its values
   * @return a device
   */
  public Device tagged(String key, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(tags);
    List<String> all = new ArrayList<>(more.getOrDefault(key, List.of()));
    all.addAll(Arrays.asList(values));
    more.put(key, all);
    return new Device(id, name, more, details);
  }

  /**
   * The same device with other details.
   *
   * @param more what else the device object on payloads shows
   * @return a device
   */
  public Device with(ObjectValue more) {
    return new Device(id, name, tags, more);
  }

  /**
   * The device object that payloads show: {@code id}, {@code deviceId}, {@code name}, {@code tags}
   * and the details.
   *
   * @return the object
   */
  public ObjectValue toJson() {
    return new Fields()
        .putAll(details)
        .put("id", id)
        .put("deviceId", id)
        .put("name", name)
        .put("tags", tagsJson())
        .build();
  }

  /**
   * The tags as payloads show them.
   *
   * @return an object that has an array of values for each key
   */
  public ObjectValue tagsJson() {
    Fields fields = new Fields();
    tags.forEach((key, values) -> fields.put(key, Fields.texts(values)));
    return fields.build();
  }

  /** A firing that shows this device on the payload. */
  Firing show(Firing firing) {
    ObjectValue object = toJson();
    return firing.with(
        new Fields()
            .put("device", object)
            .put("deviceTags", object.get("tags"))
            .put("deviceName", name)
            .build());
  }
}
