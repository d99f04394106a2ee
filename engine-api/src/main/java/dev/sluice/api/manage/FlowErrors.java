package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.store.ErrorEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Errors that ended runs.
 *
 * @param scope of which runs
 * @param limit how many at most were asked for
 * @param sortDirection in which direction they are sorted by time
 * @param errors the errors
 */
public record FlowErrors(
    RecordScope scope, int limit, SortDirection sortDirection, List<ErrorEntry> errors) {
  /** Copies the list, so that it never changes. */
  public FlowErrors {
    errors = List.copyOf(errors);
  }

  /**
   * The answer of the API.
   *
   * @return the errors, and what was asked for
   */
  public ObjectValue toJson() {
    return scope
        .write()
        .put("limit", limit)
        .put("sortDirection", sortDirection.key())
        .put("errors", ArrayValue.of(errors.stream().map(FlowErrors::toJson).toList()))
        .build();
  }

  static ObjectValue toJson(ErrorEntry entry) {
    ObjectValue.Builder json = ObjectValue.builder().put("time", Origin.text(entry.time()));
    put(json, "deviceId", entry.deviceId());
    put(json, "deviceName", entry.deviceName());
    json.put("flowVersion", entry.version());
    put(json, "flowVersionId", entry.versionId());
    put(json, "nodeId", entry.nodeId());
    put(json, "nodeLabel", entry.nodeLabel());
    return json.put(
            "error",
            ObjectValue.builder().put("name", entry.name()).put("message", entry.message()).build())
        .build();
  }

  private static void put(ObjectValue.Builder json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }
}
