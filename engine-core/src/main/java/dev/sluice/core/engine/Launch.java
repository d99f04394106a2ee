package dev.sluice.core.engine;

import dev.sluice.api.trigger.Firing;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.schedule.Lane;

/**
 * A firing that found its flow.
 *
 * @param flow the version that is to run
 * @param trigger what fires
 * @param lane where the flow's runs wait for their turns
 * @param firing what it brings
 */
record Launch(CompiledFlow flow, CompiledTrigger trigger, Lane lane, Firing firing) {}
