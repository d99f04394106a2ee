package dev.sluice.nodes.script.plain;

/**
 * Here a run would go on to what only the sandbox does right: an error, a prototype, a limit. The
 * run ends, and the sandbox begins anew.
 */
final class DoubtException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DoubtException() {
    super(null, null, false, false);
  }
}
