package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/** It was done. */
public record Success() {
  /**
   * The answer of the API.
   *
   * @return {@code success}, which is true
   */
  public ObjectValue toJson() {
    return ObjectValue.builder().put("success", true).build();
  }
}
