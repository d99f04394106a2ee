package dev.sluice.api.manage;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who made a flow or a version, and when.
 *
 * @param applicationId the id of the engine's application, or null if it was given none
 * @param creationDate when it was created, in whole milliseconds
 * @param createdBy who created it, or null if that is not known
 * @param lastUpdated when it was changed last, in whole milliseconds
 * @param lastUpdatedBy who changed it last, or null if that is not known
 */
public record Origin(
    @Nullable String applicationId,
    Instant creationDate,
    @Nullable Author createdBy,
    Instant lastUpdated,
    @Nullable Author lastUpdatedBy) {
  void write(ObjectValue.Builder json) {
    if (applicationId != null) {
      json.put("applicationId", applicationId);
    }
    json.put("creationDate", text(creationDate)).put("lastUpdated", text(lastUpdated));
    write(json, "createdBy", createdBy);
    write(json, "lastUpdatedBy", lastUpdatedBy);
  }

  private static void write(ObjectValue.Builder json, String name, @Nullable Author author) {
    if (author != null) {
      json.put(name + "Id", author.id()).put(name + "Type", author.type().key());
    }
  }

  static String text(Instant time) {
    return DateValue.of(time).toIsoString();
  }
}
