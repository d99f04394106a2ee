package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A device connected: fires triggers of the types {@code deviceIdConnect} and {@code
 * deviceTagConnect}. Immutable.
 *
 * @param device the device
 * @param address its address, or null if it is not known
 * @param method {@code mqtt} or {@code rest}, or null if it is not known
 * @param secure whether the connection is encrypted, or null if it is not known
 * @param circumstances when and by whom
 */
public record DeviceConnect(
    Device device,
    @Nullable String address,
    @Nullable String method,
    @Nullable Boolean secure,
    Circumstances circumstances)
    implements DeviceFact {
  /**
   * A connection of which nothing else is known.
   *
   * @param device the device
   * @return a fact
   */
  public static DeviceConnect of(Device device) {
    return new DeviceConnect(device, null, null, null, Circumstances.unknown());
  }

  /**
   * The same over a given connection.
   *
   * @param from the device's address
   * @param by {@code mqtt} or {@code rest}
   * @param encrypted whether the connection is encrypted
   * @return a fact
   */
  public DeviceConnect over(String from, String by, boolean encrypted) {
    return new DeviceConnect(device, from, by, encrypted, circumstances);
  }

  @Override
  public DeviceConnect in(Circumstances other) {
    return new DeviceConnect(device, address, method, secure, other);
  }

  @Override
  public Firing firing() {
    return firing("deviceIdConnect");
  }

  @Override
  public Firing firingByTag() {
    return firing("deviceTagConnect");
  }

  private Firing firing(String triggerType) {
    return device
        .show(circumstances.firing(triggerType))
        .with("triggerId", Value.of(device.id()))
        .withData(
            new Fields()
                .put("address", address)
                .put("method", method)
                .putFlag("secure", secure)
                .build());
  }
}
