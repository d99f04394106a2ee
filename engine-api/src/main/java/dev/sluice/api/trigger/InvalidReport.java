package dev.sluice.api.trigger;

/**
 * A message of a device that is no state; only triggers that allow it fire. Immutable.
 *
 * @param original the message as it came
 */
public record InvalidReport(String original) implements DeviceReport {}
