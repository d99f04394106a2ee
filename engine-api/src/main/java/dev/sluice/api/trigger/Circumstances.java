package dev.sluice.api.trigger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and by whom a fact came about, and which version of the flows it is meant for. Immutable.
 *
 * @param time what becomes {@code time} on payloads, or null for the engine's clock
 * @param relay what becomes {@code relayId} and {@code relayType}, or null for what the kind of
 *     fact has by itself, which may be nothing
 * @param version the name of the versions that are to run, or null for the default ones. A fact
 *     that is published heeds it where the reference lets one name a version: device states,
 *     endpoint and webhook requests, integration messages and button presses
 */
public record Circumstances(
    @Nullable Instant time, @Nullable Relay relay, @Nullable String version) {
  private static final Circumstances UNKNOWN = new Circumstances(null, null, null);

  /**
   * Nothing is known.
   *
   * @return circumstances without time, relay and version
   */
  public static Circumstances unknown() {
    return UNKNOWN;
  }

  /**
   * Only the time is known.
   *
   * @param time what becomes {@code time} on payloads
   * @return circumstances
   */
  public static Circumstances at(Instant time) {
    return new Circumstances(time, null, null);
  }

  /**
   * The same with a given relay.
   *
   * @param who who brought the fact about
   * @return circumstances
   */
  public Circumstances by(Relay who) {
    return new Circumstances(time, who, version);
  }

  /**
   * The same for a given version.
   *
   * @param name the name of the versions that are to run
   * @return circumstances
   */
  public Circumstances forVersion(String name) {
    return new Circumstances(time, relay, name);
  }

  Firing firing(String triggerType) {
    return firing(triggerType, relay);
  }

  /** A firing by the relay that is known, else by one that the kind of fact has by itself. */
  Firing firing(String triggerType, @Nullable Relay otherwise) {
    Firing firing = Firing.of(triggerType);
    if (time != null) {
      firing = firing.at(time);
    }
    if (version != null) {
      firing = firing.withVersion(version);
    }
    Relay who = relay == null ? otherwise : relay;
    return who == null
        ? firing
        : firing.with(new Fields().put("relayId", who.id()).put("relayType", who.type()).build());
  }
}
