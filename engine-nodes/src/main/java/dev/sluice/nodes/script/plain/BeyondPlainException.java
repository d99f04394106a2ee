package dev.sluice.nodes.script.plain;

/** A script has something in it that plain scripts do not have. */
final class BeyondPlainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BeyondPlainException() {
    super(null, null, false, false);
  }
}
