package dev.sluice.api.debug;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunListener.Visit;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.time.Instant;

/** Something that a run did. Immutable. */
public sealed interface DebugEvent {
  /**
   * When it happened.
   *
   * @return the time by the engine's clock
   */
  Instant time();

  /**
   * The run that did it.
   *
   * @return the run's id
   */
  String runId();

  /**
   * A run began.
   *
   * @param time when it began
   * @param runId the run's id
   * @param flowId the flow's id
   * @param version the name of the version that runs
   * @param triggerType the type of the trigger that fired
   */
  record RunStarted(Instant time, String runId, String flowId, String version, String triggerType)
      implements DebugEvent {}

  /**
   * A path reached a node.
   *
   * @param runId the run's id
   * @param visit which node, and when
   */
  record NodeEntered(String runId, Visit visit) implements DebugEvent {
    @Override
    public Instant time() {
      return visit.time();
    }
  }

  /**
   * A path left a node by an output.
   *
   * @param runId the run's id
   * @param visit which node, and when
   * @param output the index of the output
   * @param outputName the output's name, such as {@code true}
   */
  record NodeLeft(String runId, Visit visit, int output, String outputName) implements DebugEvent {
    @Override
    public Instant time() {
      return visit.time();
    }
  }

  /**
   * A node had something to show: a Debug node its property, a script what it wrote to its console.
   *
   * @param runId the run's id
   * @param visit which node, and when
   * @param level how serious it is
   * @param text the message
   * @param shown the value shown with it; a text that says so if it is larger than {@link
   *     dev.sluice.api.engine.EngineLimits#debugSize()}
   */
  record Message(String runId, Visit visit, DebugLevel level, String text, Value shown)
      implements DebugEvent {
    @Override
    public Instant time() {
      return visit.time();
    }
  }

  /**
   * A run failed.
   *
   * @param runId the run's id
   * @param error why, and at which node
   */
  record RunFailed(String runId, RunError error) implements DebugEvent {
    @Override
    public Instant time() {
      return error.time();
    }
  }

  /**
   * A run is over.
   *
   * @param time when it ended
   * @param runId the run's id
   * @param state how it ended
   * @param nodesExecuted how many nodes were entered
   * @param duration how long it took
   */
  record RunEnded(Instant time, String runId, RunState state, long nodesExecuted, Duration duration)
      implements DebugEvent {}
}
