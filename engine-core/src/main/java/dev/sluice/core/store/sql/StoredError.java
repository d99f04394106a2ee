package dev.sluice.core.store.sql;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.ErrorEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Errors of runs as text; what is null is left out. */
final class StoredError {
  private StoredError() {}

  static String write(ErrorEntry entry) {
    ObjectValue.Builder object =
        ObjectValue.builder()
            .put("time", entry.time().toString())
            .put("flowId", entry.flowId())
            .put("version", entry.version());
    put(object, "versionId", entry.versionId());
    put(object, "deviceId", entry.deviceId());
    put(object, "deviceName", entry.deviceName());
    put(object, "nodeId", entry.nodeId());
    put(object, "nodeLabel", entry.nodeLabel());
    return object.put("name", entry.name()).put("message", entry.message()).build().toJson();
  }

  private static void put(ObjectValue.Builder object, String key, @Nullable String text) {
    if (text != null) {
      object.put(key, text);
    }
  }

  static ErrorEntry read(String stored) {
    Value entry = Value.parseJson(stored);
    return new ErrorEntry(
        Instant.parse(entry.get("time").toText()),
        entry.get("flowId").toText(),
        entry.get("version").toText(),
        text(entry, "versionId"),
        text(entry, "deviceId"),
        text(entry, "deviceName"),
        text(entry, "nodeId"),
        text(entry, "nodeLabel"),
        entry.get("name").toText(),
        entry.get("message").toText());
  }

  private static @Nullable String text(Value entry, String key) {
    Value text = entry.get(key);
    return text.isPresent() ? text.toText() : null;
  }
}
