package dev.sluice.api.store;

/**
 * A scheduled run that has begun and is not known to have ended.
 *
 * @param token tells it from all others that have begun, be they of the same id
 * @param run the run
 * @param interruptions how often it had begun before, and been put back as whoever had begun it was
 *     gone; such a run may be what ends its process
 */
public record BegunRun(String token, ScheduledRun run, int interruptions) {}
