package dev.sluice.core.trigger;

import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import java.time.Instant;
import java.util.List;

/** What a trigger makes of a fact that was found for it. */
interface Response {
  /**
   * The firings of the trigger.
   *
   * @param fact a fact of the kind that the trigger is for
   * @param now the time of the engine's clock
   * @return the firings in order, none if the trigger does not want the fact
   */
  List<Firing> to(Fact fact, Instant now);
}
