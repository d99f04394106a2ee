package dev.sluice.core.run;

/** Unwinds a path of a run that is to stop. */
final class RunStopped extends RuntimeException {
  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no trace and says nothing but its type
  static final RunStopped INSTANCE = new RunStopped();

  private static final long serialVersionUID = 1L;

  private RunStopped() {
    super("The run is to stop", null, false, false);
  }
}
