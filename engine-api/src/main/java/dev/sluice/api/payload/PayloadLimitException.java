package dev.sluice.api.payload;

/** A value is larger or more deeply nested than the engine handles. */
public final class PayloadLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A limit was met.
   *
   * @param message which limit, and its value
   */
  public PayloadLimitException(String message) {
    super(message);
  }
}
