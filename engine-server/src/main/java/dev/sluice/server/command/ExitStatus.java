package dev.sluice.server.command;

/** What the process's exit status says. */
enum ExitStatus {
  /** All went well. */
  SUCCESS(0),
  /** A run ended in an error, was cancelled or timed out. */
  RUN_FAILED(1),
  /** A file cannot be read or a flow has errors. */
  INVALID_FLOW(2),
  /** The command line makes no sense; the number is the one that sysexits.h gives to this. */
  BAD_USAGE(64);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The status that says more: the one that went wrong earlier on the way to a run. */
  ExitStatus or(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
