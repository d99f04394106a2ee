package dev.sluice.core.run;

import dev.sluice.api.node.Buttons;
import dev.sluice.api.run.RunResult;

/** Who began a run: is told of its turns, and lends it what it may do beyond itself. */
public interface RunOwner {
  /**
   * All paths of a run wait for a time. Called under the run's lock, in turn with {@link #awake}.
   */
  void asleep(FlowRun run);

  /** The time of a path has come, and the run needs a place. */
  void awake(FlowRun run);

  /** A run is over. Called once, before anyone who waits for its end knows. */
  void ended(FlowRun run, RunResult result);

  /** The buttons that a run may press. */
  Buttons buttons(FlowRun run);
}
