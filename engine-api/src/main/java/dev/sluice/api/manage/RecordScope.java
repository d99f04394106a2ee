package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of which runs an answer is.
 *
 * @param flowVersion the name of the version, or null for all
 * @param flowVersionId the id of the version, or null for all and for develop
 * @param deviceId the device, or null for all
 * @param start the beginning of the time
 * @param end its last millisecond
 */
public record RecordScope(
    @Nullable String flowVersion,
    @Nullable String flowVersionId,
    @Nullable String deviceId,
    Instant start,
    Instant end) {
  ObjectValue.Builder write() {
    ObjectValue.Builder json = ObjectValue.builder();
    if (flowVersion != null) {
      json.put("flowVersion", flowVersion);
    }
    if (flowVersionId != null) {
      json.put("flowVersionId", flowVersionId);
    }
    if (deviceId != null) {
      json.put("deviceId", deviceId);
    }
    return json.put("start", Origin.text(start)).put("end", Origin.text(end));
  }
}
