package dev.sluice.core.trigger;

import dev.sluice.api.trigger.Firing;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;

/**
 * A trigger that a fact fires.
 *
 * @param flow the version that is to run
 * @param trigger the trigger
 * @param firing what fires it
 */
public record Match(CompiledFlow flow, CompiledTrigger trigger, Firing firing) {}
