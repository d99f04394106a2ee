package dev.sluice.api.language;

/** A template or an expression failed while it was evaluated against a payload. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An evaluation failed.
   *
   * @param message what failed
   */
  public EvaluationException(String message) {
    super(message, null, false, false);
  }
}
