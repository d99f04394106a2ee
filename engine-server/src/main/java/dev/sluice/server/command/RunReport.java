package dev.sluice.server.command;

import dev.sluice.api.run.RunResult;
import java.util.List;

/** How runs are told to whoever started them. */
interface RunReport {
  /** What is wrong with what was loaded, told before any run. */
  void problems(List<LocatedProblem> problems);

  /** A run has started; what happens in it from now on may be shown. */
  void started(RunTrace trace);

  /** The run that started last is over. */
  void ended(RunTrace trace, RunResult result);

  /** There is nothing more to tell. */
  void close();
}
