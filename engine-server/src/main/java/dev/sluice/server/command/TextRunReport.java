package dev.sluice.server.command;

import dev.sluice.api.run.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells people of runs as they happen. */
final class TextRunReport implements RunReport {
  private final Terminal terminal;
  private final Style style;
  private final Summary summary;
  private @Nullable TracePrinter printer;

  TextRunReport(Terminal terminal, Style style, FlowNames names) {
    this.terminal = terminal;
    this.style = style;
    this.summary = new Summary(terminal.out(), style, names);
  }

  @Override
  public void problems(List<LocatedProblem> problems) {
    problems.forEach(problem -> terminal.err().println(problem.line(style)));
    terminal.err().flush();
  }

  @Override
  public void started(RunTrace trace) {
    summary.heading(trace);
    TracePrinter current = new TracePrinter(trace, terminal.out(), style);
    printer = current;
    trace.show(current);
  }

  @Override
  public void ended(RunTrace trace, RunResult result) {
    if (printer != null) {
      printer.finish();
      printer = null;
    }
    summary.print(trace, result);
  }

  @Override
  public void close() {
    terminal.out().flush();
  }
}
