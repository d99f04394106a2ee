package dev.sluice.api.payload;

/** Text that should be a payload path is not. */
public final class InvalidPathException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Text is not a path.
   *
   * @param message what was found and what is wrong with it
   */
  public InvalidPathException(String message) {
    super(message);
  }
}
