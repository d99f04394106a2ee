package dev.sluice.api.run;

import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.List;

/**
 * Sees runs as they happen. Called on the threads that run the flows, by several at the same time;
 * it should be quick, and what it throws is ignored.
 */
public interface RunListener {
  /**
   * A run began.
   *
   * @param run the run
   * @param version the name of the version that runs
   * @param triggerType the type of the trigger that fired
   */
  default void runStarted(Run run, String version, String triggerType) {}

  /**
   * A path reached a node.
   *
   * @param run the run
   * @param visit which node, and when
   * @param payload the payload the node is given
   */
  default void nodeEntered(Run run, Visit visit, Value payload) {}

  /**
   * A path left a node by an output.
   *
   * @param run the run
   * @param visit which node, and when
   * @param output the index of the output
   * @param outputName the output's name, such as {@code true}
   */
  default void nodeLeft(Run run, Visit visit, int output, String outputName) {}

  /**
   * A node sent a debug message.
   *
   * @param run the run
   * @param visit which node, and when
   * @param level how serious it is
   * @param message its text
   * @param shown the value shown with it
   */
  default void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {}

  /**
   * A run is over.
   *
   * @param run the run
   * @param result what became of it
   */
  default void runEnded(Run run, RunResult result) {}

  /**
   * A moment at a node.
   *
   * @param time when, by the engine's clock
   * @param place the node
   * @param callers the custom node calls the node is inside of, the innermost first
   * @param depth how many bodies and custom nodes the node is inside of
   */
  record Visit(Instant time, RunError.Place place, List<RunError.Place> callers, int depth) {}
}
