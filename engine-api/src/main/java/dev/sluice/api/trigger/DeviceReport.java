package dev.sluice.api.trigger;

/** What a device reported: a state, several at a time, or what is no state. */
public sealed interface DeviceReport permits StateReport, StateBatch, InvalidReport {}
