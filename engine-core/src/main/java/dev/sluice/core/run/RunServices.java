package dev.sluice.core.run;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.core.observe.Observers;
import dev.sluice.core.schedule.Scheduler;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the runs of an engine share.
 *
 * @param clock the time that flows see
 * @param random the randomness that flows see
 * @param storage the storage of each flow
 * @param scheduler when paths get to execute
 * @param limits what runs may use
 * @param envelope what every payload starts with
 * @param observers who sees runs as they happen
 */
public record RunServices(
    InstantSource clock,
    RandomGenerator random,
    StorageProvider storage,
    Scheduler scheduler,
    EngineLimits limits,
    Envelope envelope,
    Observers observers) {}
