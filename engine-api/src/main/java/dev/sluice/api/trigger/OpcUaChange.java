package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node of an OPC UA server that a gateway monitors changed: fires triggers of the type {@code
 * opcua} that monitor it. Immutable.
 *
 * @param server which server it is
 * @param namespace the index of the node's namespace
 * @param identifier the node's identifier, such as {@code i=2254}
 * @param change what became of it
 * @param circumstances when
 */
public record OpcUaChange(
    Server server, String namespace, String identifier, Change change, Circumstances circumstances)
    implements AgentFact {
  /** How triggers name a server. */
  public sealed interface Server permits ConfiguredServer, AddressedServer {}

  /**
   * A server that the agent is set up with.
   *
   * @param configName the name of its configuration
   */
  public record ConfiguredServer(String configName) implements Server {}

  /**
   * A server that triggers name by its address.
   *
   * @param uri its address
   */
  public record AddressedServer(String uri) implements Server {}

  /** What became of a node. */
  public sealed interface Change permits NewValue, Event {}

  /**
   * It has a new value.
   *
   * @param value the value
   * @param dataType its OPC UA type, or null if it is not known
   * @param sourceTimestamp the server's time of it, or null if it gives none
   */
  public record NewValue(Value value, @Nullable String dataType, @Nullable Instant sourceTimestamp)
      implements Change {}

  /**
   * It raised an event, for triggers that filter events.
   *
   * @param fields the event's fields
   */
  public record Event(ObjectValue fields) implements Change {}

  /**
   * A change.
   *
   * @param server which server it is
   * @param namespace the index of the node's namespace
   * @param identifier the node's identifier
   * @param change what became of it
   * @return a fact
   */
  public static OpcUaChange of(Server server, String namespace, String identifier, Change change) {
    return new OpcUaChange(server, namespace, identifier, change, Circumstances.unknown());
  }

  @Override
  public OpcUaChange in(Circumstances other) {
    return new OpcUaChange(server, namespace, identifier, change, other);
  }

  @Override
  public Firing firing() {
    return circumstances.firing("opcua").withData(data());
  }

  private Value data() {
    return switch (change) {
      case Event event ->
          new Fields()
              .putAll(event.fields)
              .put("namespace", namespace)
              .put("identifier", identifier)
              .build();
      case NewValue changed ->
          server instanceof AddressedServer
              ? changed.value
              : new Fields()
                  .put("dataType", changed.dataType)
                  .put("identifier", identifier)
                  .put("namespace", namespace)
                  .put("sourceTimestamp", changed.sourceTimestamp)
                  .put("value", changed.value)
                  .build();
    };
  }
}
