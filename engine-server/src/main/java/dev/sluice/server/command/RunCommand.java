package dev.sluice.server.command;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a flow and shows what happens. */
@Command(
    name = "run",
    description = "Deploys all that is in FILE, fires one trigger, and shows the run.",
    sortOptions = false,
    sortSynopsis = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all runs shown completed",
      "1:a run ended in an error, was cancelled, timed out or was not accepted",
      "2:the file cannot be read, or a flow in it has errors",
      "64:bad usage: an unknown option, no such flow or trigger, a payload that is not JSON"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final RunOptions options = new RunOptions();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    int times = options.times();
    Optional<Value> payload = Optional.ofNullable(options.payload()).map(PayloadArgument::read);
    Traces traces = new Traces(terminal.clock());
    Engine engine = engine(traces);
    try {
      LoadedFlows loaded = LoadedFlows.load(List.of(options.file()), engine);
      RunReport report = report(FlowNames.of(loaded.versions()));
      if (loaded.versions().isEmpty()) {
        report.problems(loaded.problems());
        report.close();
        return ExitStatus.INVALID_FLOW.code();
      }
      Target target = Target.choose(loaded.versions(), options.wish());
      report.problems(loaded.problems());
      ExitStatus status = loaded.hasErrors() ? ExitStatus.INVALID_FLOW : ExitStatus.SUCCESS;
      if (target.version().deployed()) {
        Firing firing = payload.map(target.firing()::withData).orElseGet(target::firing);
        RunSession session = new RunSession(engine, traces, report, options.follow());
        status = status.or(fire(session, target, firing, times));
      }
      report.close();
      return status.code();
    } finally {
      // What is still on its way is of interest to no one: those who follow have waited for it.
      engine.close(Duration.ZERO);
    }
  }

  /** An engine that runs one at a time: what an error fires then comes before the next firing. */
  private Engine engine(Traces traces) {
    EngineLimits limits = EngineLimits.defaults();
    return Engine.builder()
        .clock(terminal.clock())
        .limits(limits.withRuns(1, limits.queuedRuns()))
        .listener(traces)
        .build();
  }

  private RunReport report(FlowNames names) {
    return options.json()
        ? new JsonRunReport(terminal.out(), names, options.several())
        : new TextRunReport(terminal, terminal.style(options.color()), names);
  }

  private ExitStatus fire(RunSession session, Target target, Firing firing, int times)
      throws InterruptedException {
    try {
      return session.fire(target, firing, times);
    } catch (RunRejectedException e) {
      terminal.err().println("sluice: " + Printable.line(String.valueOf(e.getMessage())));
      terminal.err().flush();
      return ExitStatus.RUN_FAILED;
    }
  }
}
