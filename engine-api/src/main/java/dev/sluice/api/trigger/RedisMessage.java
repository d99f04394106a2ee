package dev.sluice.api.trigger;

import org.jspecify.annotations.Nullable;

/**
 * A message was published to a channel of a Redis server: fires triggers of the type {@code redis}
 * that subscribe to it. Immutable.
 *
 * @param server the server, or null for any
 * @param channel the channel
 * @param message the message as text
 * @param circumstances when
 */
public record RedisMessage(
    @Nullable Server server, String channel, String message, Circumstances circumstances)
    implements AgentFact {
  /**
   * A server as triggers name it.
   *
   * @param host its name or address
   * @param port its port, 6379 unless a trigger says otherwise
   */
  public record Server(String host, int port) {}

  /**
   * A message of a server that triggers need not name.
   *
   * @param channel the channel
   * @param message the message as text
   * @return a fact
   */
  public static RedisMessage of(String channel, String message) {
    return new RedisMessage(null, channel, message, Circumstances.unknown());
  }

  /**
   * The same message of a given server.
   *
   * @param which the server
   * @return a fact
   */
  public RedisMessage from(Server which) {
    return new RedisMessage(which, channel, message, circumstances);
  }

  @Override
  public RedisMessage in(Circumstances other) {
    return new RedisMessage(server, channel, message, other);
  }

  /** {@inheritDoc} The pattern is the channel itself. */
  @Override
  public Firing firing() {
    return firing(channel);
  }

  /**
   * As {@link #firing()}, for a trigger that subscribes to a pattern.
   *
   * @param pattern the pattern
   * @return a firing
   */
  public Firing firing(String pattern) {
    return circumstances
        .firing("redis")
        .withData(
            new Fields()
                .put("message", message)
                .put("pattern", pattern)
                .put("channel", channel)
                .build());
  }
}
