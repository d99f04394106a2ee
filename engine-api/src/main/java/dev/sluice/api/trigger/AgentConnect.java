package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's agent connected: fires triggers of the type {@code onConnect}. Immutable.
 *
 * @param lastDisconnectTime when it last lost its connection, or null if it has not since it
 *     started
 * @param circumstances when
 */
public record AgentConnect(@Nullable Instant lastDisconnectTime, Circumstances circumstances)
    implements AgentFact {
  /**
   * The first connection since the agent started.
   *
   * @return a fact
   */
  public static AgentConnect first() {
    return new AgentConnect(null, Circumstances.unknown());
  }

  /**
   * A connection after one that was lost.
   *
   * @param time when it was lost
   * @return a fact
   */
  public static AgentConnect after(Instant time) {
    return new AgentConnect(time, Circumstances.unknown());
  }

  @Override
  public AgentConnect in(Circumstances other) {
    return new AgentConnect(lastDisconnectTime, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("onConnect")
        .withData(
            new Fields()
                .put(
                    "lastDisconnectTime",
                    lastDisconnectTime == null ? Value.nullValue() : Value.of(lastDisconnectTime))
                .build());
  }
}
