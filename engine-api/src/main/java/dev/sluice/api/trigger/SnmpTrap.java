package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gateway received an SNMP trap or inform request: fires triggers of the type {@code snmpTrap}
 * that listen to its port for its sender. The datagram itself is a fact of its own, an {@link
 * UdpDatagram}, for the triggers of UDP messages. Immutable.
 *
 * @param port the port it was received on
 * @param sourceAddress the address it came from
 * @param sender how it says who sent it
 * @param pdu what it brings
 * @param circumstances when
 */
public record SnmpTrap(
    int port, String sourceAddress, Sender sender, Pdu pdu, Circumstances circumstances)
    implements AgentFact {
  /** How a message says who sent it. */
  public sealed interface Sender permits Community, User {}

  /**
   * A community, in versions 1 and 2c.
   *
   * @param name the community
   * @param version {@code 1} or {@code 2c}
   */
  public record Community(String name, String version) implements Sender {}

  /**
   * A user, in version 3.
   *
   * @param name the user
   */
  public record User(String name) implements Sender {}

  /**
   * What a message brings. Immutable.
   *
   * @param id the message's id, or null in version 1
   * @param type {@code Trap}, {@code TrapV2} or {@code InformRequest}
   * @param bindings the variables
   */
  public record Pdu(@Nullable Long id, String type, List<Binding> bindings) {
    /** Copies the list, so that it never changes. */
    public Pdu {
      bindings = List.copyOf(bindings);
    }
  }

  /**
   * A variable and its value. Immutable.
   *
   * @param oid the variable
   * @param type the number of its SNMP type
   * @param value its value
   */
  public record Binding(String oid, int type, Value value) {}

  /**
   * A trap.
   *
   * @param port the port it was received on
   * @param sourceAddress the address it came from
   * @param sender how it says who sent it
   * @param pdu what it brings
   * @return a fact
   */
  public static SnmpTrap of(int port, String sourceAddress, Sender sender, Pdu pdu) {
    return new SnmpTrap(port, sourceAddress, sender, pdu, Circumstances.unknown());
  }

  @Override
  public SnmpTrap in(Circumstances other) {
    return new SnmpTrap(port, sourceAddress, sender, pdu, other);
  }

  @Override
  public Firing firing() {
    Fields message = new Fields();
    switch (sender) {
      case Community community ->
          message.put("community", community.name).put("version", community.version);
      case User user -> message.put("username", user.name).put("version", "3");
    }
    message.put(
        "pdu",
        new Fields()
            .putNumber("id", pdu.id)
            .put("type", pdu.type)
            .put("varbinds", ArrayValue.of(pdu.bindings.stream().map(SnmpTrap::json).toList()))
            .build());
    return circumstances
        .firing("snmpTrap")
        .withData(
            new Fields()
                .put("sourcePort", port)
                .put("sourceAddress", sourceAddress)
                .put("message", message.build())
                .build());
  }

  private static ObjectValue json(Binding binding) {
    return new Fields()
        .put("oid", binding.oid)
        .put("type", binding.type)
        .put("value", binding.value)
        .build();
  }
}
