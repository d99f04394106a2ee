package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A gateway's agent started, before it connected, or the firmware of a device initialized the agent
 * of its embedded flows: fires triggers of the type {@code onBoot}. Immutable.
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
    return embeddedFiring().with("isConnectedToLosant", Value.of(false));
  }

  /**
   * The firing of a trigger of an embedded flow, where it is the agent that tells whether it is
   * connected.
   *
   * @return a firing of the type {@code onBoot}
   */
  public Firing embeddedFiring() {
    return circumstances.firing("onBoot").withData(ObjectValue.empty());
  }
}
