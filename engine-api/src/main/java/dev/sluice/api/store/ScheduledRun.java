package dev.sluice.api.store;

import dev.sluice.api.trigger.ButtonPress;
import java.time.Instant;

/**
 * A run to come: a button that is pressed at a time.
 *
 * @param runId the id that the run will have
 * @param flowId the flow's id
 * @param press the press
 * @param time when; one that is past is now
 */
public record ScheduledRun(String runId, String flowId, ButtonPress press, Instant time) {}
