package dev.sluice.api.payload;

/**
 * Text that should be JSON is not. The message says what was found and shows the text around it.
 */
public final class InvalidJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Text is not JSON.
   *
   * @param message what was found and what was expected
   * @param offset where, in UTF-16 units from 0
   */
  public InvalidJsonException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Where the text stops being JSON.
   *
   * @return an offset in UTF-16 units from 0
   */
  public int offset() {
    return offset;
  }
}
