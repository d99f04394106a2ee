package dev.sluice.api.store;

/**
 * A scheduled run that has begun and is not known to have ended.
 *
 * @param token tells it from all others that have begun, be they of the same id
 * @param run the run
 */
public record BegunRun(String token, ScheduledRun run) {}
