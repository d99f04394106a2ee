package dev.sluice.api.run;

import java.util.concurrent.CompletionStage;

/** A run that was fired. Safe for many threads. */
public interface Run {
  /**
   * The run's id.
   *
   * @return 24 hexadecimal digits, unique among the runs of this and, in all likelihood, any
   *     engine; or what a scheduled run was given as its id
   */
  String id();

  /**
   * The id of the flow that runs.
   *
   * @return the flow's id
   */
  String flowId();

  /**
   * What has become of the run.
   *
   * @return its state now
   */
  RunState state();

  /**
   * Asks the run to stop: it ends before its next node, and a wait is cut short. Nothing happens if
   * it is over.
   */
  void cancel();

  /**
   * Waits until the run is over.
   *
   * @return its result, whatever became of it
   */
  RunResult join();

  /**
   * The result to come.
   *
   * @return completes with the result when the run is over, never exceptionally
   */
  CompletionStage<RunResult> result();
}
