package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A gateway's agent started, before it connected: fires triggers of the type {@code onBoot}.
 * Immutable.
 *
 * @param circumstances when
 */
public record AgentStart(Circumstances circumstances) implements AgentFact {
  /**
   * A start.
   *
   * @return a fact
   */
  public static AgentStart now() {
    return new AgentStart(Circumstances.unknown());
  }

  @Override
  public AgentStart in(Circumstances other) {
    return new AgentStart(other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("onBoot")
        .withData(ObjectValue.empty())
        .with("isConnectedToLosant", Value.of(false));
  }
}
