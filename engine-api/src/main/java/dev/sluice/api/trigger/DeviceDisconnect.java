package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device disconnected: fires triggers of the types {@code deviceIdDisconnect} and {@code
 * deviceTagDisconnect}. Immutable.
 *
 * @param device the device
 * @param session the connection that ended
 * @param circumstances when and by whom
 */
public record DeviceDisconnect(Device device, Session session, Circumstances circumstances)
    implements DeviceFact {
  /**
   * A connection that ended. What is not known is null. Immutable.
   *
   * @param address the device's address
   * @param connectedAt when it began
   * @param reason why it ended, in words
   * @param messagesFromDevice how many messages the device sent
   * @param messagesToDevice how many messages it was sent
   * @param method {@code mqtt} or {@code rest}
   * @param secure whether it was encrypted
   */
  public record Session(
      @Nullable String address,
      @Nullable Instant connectedAt,
      @Nullable String reason,
      @Nullable Long messagesFromDevice,
      @Nullable Long messagesToDevice,
      @Nullable String method,
      @Nullable Boolean secure) {}

  /**
   * The end of a connection of which only the reason is known.
   *
   * @param device the device
   * @param reason why it ended, in words
   * @return a fact
   */
  public static DeviceDisconnect of(Device device, String reason) {
    return of(device, new Session(null, null, reason, null, null, null, null));
  }

  /**
   * The end of a connection.
   *
   * @param device the device
   * @param session the connection
   * @return a fact
   */
  public static DeviceDisconnect of(Device device, Session session) {
    return new DeviceDisconnect(device, session, Circumstances.unknown());
  }

  @Override
  public DeviceDisconnect in(Circumstances other) {
    return new DeviceDisconnect(device, session, other);
  }

  @Override
  public Firing firing() {
    return firing("deviceIdDisconnect");
  }

  @Override
  public Firing firingByTag() {
    return firing("deviceTagDisconnect");
  }

  private Firing firing(String triggerType) {
    return device
        .show(circumstances.firing(triggerType))
        .with("triggerId", Value.of(device.id()))
        .withData(
            new Fields()
                .put("address", session.address)
                .put("connectedAt", session.connectedAt)
                .put("disconnectReason", session.reason)
                .putNumber("messagesFromDevice", session.messagesFromDevice)
                .putNumber("messagesToDevice", session.messagesToDevice)
                .put("method", session.method)
                .putFlag("secure", session.secure)
                .build());
  }
}
