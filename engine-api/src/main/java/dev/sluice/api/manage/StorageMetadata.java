package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/**
 * How much is in a flow's storage.
 *
 * @param keysCount how many entries
 * @param memoryUsed how many bytes: of the keys in UTF-8 and the values in JSON
 */
public record StorageMetadata(int keysCount, long memoryUsed) {
  /**
   * The answer of the API.
   *
   * @return {@code memoryUsed} and {@code keysCount}
   */
  public ObjectValue toJson() {
    return ObjectValue.builder()
        .put("memoryUsed", (double) memoryUsed)
        .put("keysCount", keysCount)
        .build();
  }
}
