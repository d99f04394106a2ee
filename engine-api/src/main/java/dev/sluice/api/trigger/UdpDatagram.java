package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;

/**
 * A gateway received a datagram: fires triggers of the type {@code udp} that listen to its port.
 * Immutable.
 *
 * @param port the port it was received on
 * @param message what it brings, as text
 * @param sourceAddress the address it came from
 * @param sourcePort the port it came from
 * @param circumstances when
 */
public record UdpDatagram(
    int port, String message, String sourceAddress, int sourcePort, Circumstances circumstances)
    implements AgentFact {
  /**
   * A datagram.
   *
   * @param port the port it was received on
   * @param message what it brings, as text
   * @param sourceAddress the address it came from
   * @param sourcePort the port it came from
   * @return a fact
   */
  public static UdpDatagram of(int port, String message, String sourceAddress, int sourcePort) {
    return new UdpDatagram(port, message, sourceAddress, sourcePort, Circumstances.unknown());
  }

  @Override
  public UdpDatagram in(Circumstances other) {
    return new UdpDatagram(port, message, sourceAddress, sourcePort, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("udp")
        .with("triggerId", Value.of(Integer.toString(port)))
        .withData(
            new Fields()
                .put("message", message)
                .put("sourceAddress", sourceAddress)
                .put("sourcePort", Integer.toString(sourcePort))
                .build());
  }
}
