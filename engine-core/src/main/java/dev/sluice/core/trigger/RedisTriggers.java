package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.RedisMessage;
import dev.sluice.api.trigger.RedisMessage.Server;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers of Redis channels, which name one or a pattern. */
final class RedisTriggers {
  private static final String CHANNEL = "redis";
  private static final String PATTERNS = "redis patterns";

  private RedisTriggers() {}

  static Optional<Placement> place(ObjectValue config) {
    String topic = GatewayTriggers.text(config, "topic", "");
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    if (Glob.isPlain(topic)) {
      return Placement.at(
          Address.Exact.of(CHANNEL, topic),
          Placement.where(RedisMessage.class, message -> isFrom(config, message)));
    }
    Glob glob = Glob.ofNames(topic);
    return Placement.at(
        Address.Exact.of(PATTERNS),
        Placement.firing(
            RedisMessage.class,
            message ->
                isFrom(config, message) && glob.matches(message.channel())
                    ? Optional.of(message.firing(topic))
                    : Optional.empty()));
  }

  private static boolean isFrom(ObjectValue config, RedisMessage message) {
    @Nullable Server server = message.server();
    return server == null
        || (server.host().equals(GatewayTriggers.text(config, "host", ""))
            && Integer.toString(server.port())
                .equals(GatewayTriggers.text(config, "port", "6379")));
  }

  static List<Lookup> lookups(RedisMessage message) {
    return List.of(Address.Exact.of(CHANNEL, message.channel()), Address.Exact.of(PATTERNS));
  }
}
