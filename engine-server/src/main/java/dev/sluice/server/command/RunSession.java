package dev.sluice.server.command;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import java.util.List;

/** Fires a trigger, once or several times in a row, and reports what comes of it. */
final class RunSession {
  private final Engine engine;
  private final Traces traces;
  private final RunReport report;
  private final boolean follow;
  private ExitStatus status = ExitStatus.SUCCESS;

  /**
   * A session.
   *
   * @param follow whether the runs that errors fire are reported too
   */
  RunSession(Engine engine, Traces traces, RunReport report, boolean follow) {
    this.engine = engine;
    this.traces = traces;
    this.report = report;
    this.follow = follow;
  }

  /**
   * Fires, each time when the run before is over.
   *
   * @throws dev.sluice.api.run.RunRejectedException if the engine does not accept a firing
   */
  ExitStatus fire(Target target, Firing firing, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Run run = engine.fire(target.version().flowId(), firing);
      RunTrace trace = traces.take(run, target);
      others(traces.takeBefore(trace));
      report(trace);
    }
    if (follow) {
      // Closing waits for the runs that errors fired, which fire no more runs themselves.
      engine.close(EngineLimits.defaults().runDeadline());
      others(traces.takeAll());
    }
    return status;
  }

  private void others(List<RunTrace> others) {
    for (RunTrace trace : others) {
      if (follow) {
        report(trace);
      } else {
        traces.drop(trace.run());
      }
    }
  }

  private void report(RunTrace trace) {
    report.started(trace);
    RunResult result = await(trace.run());
    report.ended(trace, result);
    traces.drop(trace.run());
    if (!result.succeeded()) {
      status = ExitStatus.RUN_FAILED;
    }
  }

  private static RunResult await(Run run) {
    return run.result().toCompletableFuture().join();
  }
}
