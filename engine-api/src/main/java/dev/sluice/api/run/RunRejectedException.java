package dev.sluice.api.run;

/**
 * A firing was not accepted: too many runs wait, the engine is closed, or there is no such trigger.
 */
public final class RunRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a firing was not accepted. */
  public enum Reason {
    /** The queue of runs that wait for a place is full. */
    QUEUE_FULL,
    /** Too many runs of this flow wait for a place. */
    FLOW_QUEUE_FULL,
    /** Too many runs are scheduled. */
    SCHEDULE_FULL,
    /** What the firing brings is too large. */
    PAYLOAD_TOO_LARGE,
    /** The engine is closed or closing. */
    CLOSED,
    /** The flow is not deployed, or not in that version. */
    NO_FLOW,
    /** The flow version has errors: the store holds what this engine does not accept. */
    INVALID_FLOW,
    /** The flow or the version is disabled. */
    DISABLED,
    /** The flow version has no such trigger. */
    NO_TRIGGER
  }

  private final Reason reason;

  /**
   * A firing was not accepted.
   *
   * @param reason why
   * @param message why, in words
   */
  public RunRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Why the firing was not accepted.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
