package dev.sluice.core.record;

/** Gives each flow the meter of its runs. */
@FunctionalInterface
public interface RunMeters {
  /** The meter of a flow's runs, the same on every call. */
  RunMeter of(String flowId);
}
