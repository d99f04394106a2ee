package dev.sluice.server.command;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;

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
      reportOthers();
      report.started(trace);
      RunResult result = await(run);
      end(trace, result);
      traces.drop(run);
      if (!follow) {
        traces.takeOver();
      }
    }
    if (follow) {
      // Closing waits for the runs that errors fired, which fire no more runs themselves.
      engine.close(EngineLimits.defaults().runDeadline());
      reportOthers();
    }
    return status;
  }

  private void reportOthers() {
    if (follow) {
      for (RunTrace trace : traces.takeOver()) {
        report.started(trace);
        end(trace, await(trace.run()));
      }
    }
  }

  private static RunResult await(Run run) {
    return run.result().toCompletableFuture().join();
  }

  private void end(RunTrace trace, RunResult result) {
    report.ended(trace, result);
    if (!result.succeeded()) {
      status = ExitStatus.RUN_FAILED;
    }
  }
}
