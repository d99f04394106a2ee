package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A symbol of a Beckhoff controller that a gateway monitors has a new value: fires triggers of the
 * type {@code beckhoff} that monitor it. Immutable.
 *
 * @param configName the name of the agent's configuration that monitors it, or null if triggers do
 *     themselves
 * @param symbol the symbol's name, whose dots make objects of objects
 * @param value its value
 * @param timestamp when it changed
 * @param description what else is known of the symbol, such as {@code type} and {@code size}
 * @param circumstances when
 */
public record BeckhoffChange(
    @Nullable String configName,
    String symbol,
    Value value,
    Instant timestamp,
    ObjectValue description,
    Circumstances circumstances)
    implements AgentFact {
  /**
   * A change of a symbol that triggers monitor themselves.
   *
   * @param symbol the symbol's name
   * @param value its value
   * @param timestamp when it changed
   * @return a fact
   */
  public static BeckhoffChange of(String symbol, Value value, Instant timestamp) {
    return new BeckhoffChange(
        null, symbol, value, timestamp, ObjectValue.empty(), Circumstances.unknown());
  }

  /**
   * The same change, monitored by a configuration of the agent.
   *
   * @param name the configuration's name
   * @return a fact
   */
  public BeckhoffChange by(String name) {
    return new BeckhoffChange(name, symbol, value, timestamp, description, circumstances);
  }

  /**
   * The same change with a description of the symbol.
   *
   * @param more what else is known of the symbol
   * @return a fact
   */
  public BeckhoffChange with(ObjectValue more) {
    return new BeckhoffChange(configName, symbol, value, timestamp, more, circumstances);
  }

  @Override
  public BeckhoffChange in(Circumstances other) {
    return new BeckhoffChange(configName, symbol, value, timestamp, description, other);
  }

  @Override
  public Firing firing() {
    ObjectValue data =
        new Fields()
            .put("value", value)
            .put("timestamp", timestamp)
            .put("symbol", new Fields().put("name", symbol).putAll(description).build())
            .build();
    String[] path = symbol.split("\\.", -1);
    for (int i = path.length - 1; i >= 0; i--) {
      data = ObjectValue.of(path[i], data);
    }
    return circumstances.firing("beckhoff").withData(data);
  }
}
