package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device has not reported state for so long: fires triggers of the types {@code
 * deviceIdInactivity} and {@code deviceTagInactivity} that wait for that long. Immutable.
 *
 * @param device the device
 * @param seconds for how long
 * @param lastActivity when it last reported state, or null if it is not known
 * @param circumstances when; by the device's timer unless they say otherwise
 */
public record DeviceInactivity(
    Device device, long seconds, @Nullable Instant lastActivity, Circumstances circumstances)
    implements DeviceFact {
  /**
   * An inactivity.
   *
   * @param device the device
   * @param seconds for how long
   * @param lastActivity when it last reported state
   * @return a fact
   */
  public static DeviceInactivity of(Device device, long seconds, Instant lastActivity) {
    return new DeviceInactivity(device, seconds, lastActivity, Circumstances.unknown());
  }

  @Override
  public DeviceInactivity in(Circumstances other) {
    return new DeviceInactivity(device, seconds, lastActivity, other);
  }

  @Override
  public Firing firing() {
    return firing("deviceIdInactivity");
  }

  @Override
  public Firing firingByTag() {
    return firing("deviceTagInactivity");
  }

  private Firing firing(String triggerType) {
    Relay timer = new Relay("inactivity-" + device.id() + "-" + seconds, "timer");
    return device
        .show(circumstances.firing(triggerType, timer))
        .with("triggerId", Value.of(device.id()))
        .withData(
            new Fields()
                .put("inactivitySeconds", (double) seconds)
                .put("lastActivity", lastActivity)
                .build());
  }
}
