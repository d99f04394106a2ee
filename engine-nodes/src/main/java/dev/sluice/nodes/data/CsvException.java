package dev.sluice.nodes.data;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/** Text is not CSV, or a value cannot be written as it. */
final class CsvException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  CsvException(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /** What a node puts where its result would be. */
  Value toValue() {
    return ObjectValue.of("error", ObjectValue.of("message", Value.of(message)));
  }
}
