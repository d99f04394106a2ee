package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Locale;

/**
 * A gateway's agent received something new of the application: fires triggers of the type {@code
 * onSync} that wait for it. Immutable.
 *
 * @param type what it received
 * @param circumstances when
 */
public record AgentSync(Type type, Circumstances circumstances) implements AgentFact {
  /** What an agent receives. */
  public enum Type {
    /** The application's name or globals. */
    APPLICATION,
    /** The gateway's own name, tags or attributes. */
    DEVICE,
    /** A peripheral of the gateway. */
    PERIPHERAL;

    /**
     * The type as payloads and triggers write it.
     *
     * @return such as {@code device}
     */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sync.
   *
   * @param type what the agent received
   * @return a fact
   */
  public static AgentSync of(Type type) {
    return new AgentSync(type, Circumstances.unknown());
  }

  @Override
  public AgentSync in(Circumstances other) {
    return new AgentSync(type, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("onSync")
        .withData(ObjectValue.of("syncType", Value.of(type.key())));
  }
}
