package dev.sluice.core.observe;

import org.jspecify.annotations.Nullable;

/** A run, as far as it decides who sees it. */
public interface Observed {
  /** The id of the flow that runs. */
  String flowId();

  /** The name of the version that runs. */
  String version();

  /** The device it runs for, if its payload began with one. */
  @Nullable String deviceId();
}
