package dev.sluice.api.node;

import dev.sluice.api.trigger.ButtonPress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The virtual buttons of application flows, for nodes that press them. The flow that runs is who
 * presses.
 *
 * <p>Source of the semantics: the Workflow Trigger node.
 */
public interface Buttons {
  /**
   * Presses a button now. The run that it begins is one of its own; nobody waits for it.
   *
   * @param flowId the id of the button's flow
   * @param press the press
   * @return the id of the run that begins
   * @throws NodeException {@code NotFound} if there is no application flow of that id and version
   *     with that button, {@code Rejected} if it is disabled or may not run now
   */
  String press(String flowId, ButtonPress press);

  /**
   * Has a button pressed at a time.
   *
   * @param flowId the id of the button's flow
   * @param press the press
   * @param time when; at once if that is past
   * @param runId the id of the run, in place of one of that id that is to come; null for a new one
   * @return the run to come
   * @throws NodeException as for {@link #press}
   */
  Scheduled schedule(String flowId, ButtonPress press, Instant time, @Nullable String runId);

  /**
   * Sees to it that a run does not come, if it has not begun.
   *
   * @param runId the run's id
   * @return whether it was to come
   */
  boolean cancel(String runId);

  /**
   * A run to come.
   *
   * @param runId its id
   * @param replaces whether it took the place of another
   */
  record Scheduled(String runId, boolean replaces) {}
}
