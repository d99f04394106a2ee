package dev.sluice.core.record;

import dev.sluice.api.run.RunResult;

/** Measures the runs of a flow. */
@FunctionalInterface
public interface RunMeter {
  /** Takes note of the end of a run. */
  void ended(RunResult result);
}
