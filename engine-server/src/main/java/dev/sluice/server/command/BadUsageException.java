package dev.sluice.server.command;

/** The arguments are well formed and ask for what there is not. */
final class BadUsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  BadUsageException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
