package dev.sluice.api.run;

/** How serious a debug message is. */
public enum DebugLevel {
  /** Of interest while building a flow. */
  VERBOSE,
  /** Of interest. */
  INFO,
  /** May need a look. */
  WARN,
  /** Needs a look. */
  ERROR
}
