package dev.sluice.api.trigger;

import java.util.List;

/**
 * States that a device reported together. Immutable.
 *
 * @param reports the states in order
 */
public record StateBatch(List<StateReport> reports) implements DeviceReport {
  /** Copies the list, so that it never changes. */
  public StateBatch {
    reports = List.copyOf(reports);
  }
}
