package dev.sluice.core.trigger;

import dev.sluice.api.trigger.Firing;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;

/**
 * A trigger that a fact fires.
 *
 * @param flow the version that is to run
 * @param position the trigger's position in it
 * @param firing what fires it
 */
public record Match(ServedVersion flow, int position, Firing firing) {
  /** The trigger. */
  public ServedTrigger trigger() {
    return flow.triggers().get(position);
  }
}
