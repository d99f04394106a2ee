package dev.sluice.api.language;

/**
 * Text is not a template or an expression. The message says what was found and expected, and where.
 */
public final class SyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Text could not be compiled.
   *
   * @param message what was found and what was expected
   * @param offset where, in UTF-16 units from 0
   */
  public SyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Where the text is wrong.
   *
   * @return an offset in UTF-16 units from 0
   */
  public int offset() {
    return offset;
  }
}
