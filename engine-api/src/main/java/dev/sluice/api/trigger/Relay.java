package dev.sluice.api.trigger;

/**
 * Who brought a fact about: what becomes {@code relayId} and {@code relayType}. Immutable.
 *
 * @param id the id of the resource
 * @param type such as {@code device}, {@code flow}, {@code apiToken}, {@code user} or {@code
 *     public}
 */
public record Relay(String id, String type) {
  private static final Relay PUBLIC = new Relay("000000000000000000000000", "public");

  /**
   * Someone who did not say who they are.
   *
   * @return the one relay of type {@code public}
   */
  public static Relay anyone() {
    return PUBLIC;
  }

  /**
   * A device.
   *
   * @param id the device's id
   * @return a relay
   */
  public static Relay device(String id) {
    return new Relay(id, "device");
  }

  /**
   * A flow.
   *
   * @param id the flow's id
   * @return a relay
   */
  public static Relay flow(String id) {
    return new Relay(id, "flow");
  }

  /**
   * A user.
   *
   * @param id the user's id
   * @return a relay
   */
  public static Relay user(String id) {
    return new Relay(id, "user");
  }
}
