package dev.sluice.api.trigger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's agent lost its connection: fires triggers of the type {@code onDisconnect}.
 * Immutable.
 *
 * @param reason why, in words
 * @param lastConnectTime when the connection began, or null if it is not known
 * @param circumstances when
 */
public record AgentDisconnect(
    String reason, @Nullable Instant lastConnectTime, Circumstances circumstances)
    implements AgentFact {
  /**
   * The end of a connection.
   *
   * @param reason why, in words
   * @param lastConnectTime when the connection began
   * @return a fact
   */
  public static AgentDisconnect of(String reason, Instant lastConnectTime) {
    return new AgentDisconnect(reason, lastConnectTime, Circumstances.unknown());
  }

  @Override
  public AgentDisconnect in(Circumstances other) {
    return new AgentDisconnect(reason, lastConnectTime, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("onDisconnect")
        .withData(
            new Fields().put("lastConnectTime", lastConnectTime).put("reason", reason).build());
  }
}
