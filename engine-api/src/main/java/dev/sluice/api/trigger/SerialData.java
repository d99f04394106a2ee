package dev.sluice.api.trigger;

/**
 * A serial port of a gateway received data: fires triggers of the type {@code serial} that listen
 * to the port. Immutable.
 *
 * @param path the path of the port, such as {@code /dev/ttyUSB0}
 * @param data what was received, as the trigger is to see it
 * @param circumstances when
 */
public record SerialData(String path, String data, Circumstances circumstances)
    implements AgentFact {
  /**
   * Data that was received.
   *
   * @param path the path of the port
   * @param data what was received
   * @return a fact
   */
  public static SerialData of(String path, String data) {
    return new SerialData(path, data, Circumstances.unknown());
  }

  @Override
  public SerialData in(Circumstances other) {
    return new SerialData(path, data, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("serial")
        .withData(new Fields().put("path", path).put("serial", data).build());
  }
}
