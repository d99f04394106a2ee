package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/**
 * What became of many that were to be deleted.
 *
 * @param removed how many were deleted
 * @param failed how many could not be
 */
public record BulkDeletion(int removed, int failed) {
  /**
   * The answer of the API.
   *
   * @return {@code removed} and {@code failed}
   */
  public ObjectValue toJson() {
    return ObjectValue.builder().put("removed", removed).put("failed", failed).build();
  }
}
