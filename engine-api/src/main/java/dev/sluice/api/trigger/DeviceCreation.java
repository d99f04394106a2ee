package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A device was created, by itself and not in bulk: fires triggers of the type {@code deviceCreate}.
 * Immutable.
 *
 * @param device the new device
 * @param circumstances when and by whom
 */
public record DeviceCreation(Device device, Circumstances circumstances) implements Fact {
  /**
   * A creation.
   *
   * @param device the new device
   * @return a fact
   */
  public static DeviceCreation of(Device device) {
    return new DeviceCreation(device, Circumstances.unknown());
  }

  @Override
  public DeviceCreation in(Circumstances other) {
    return new DeviceCreation(device, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("deviceCreate")
        .with("triggerId", Value.of(device.id()))
        .withData(ObjectValue.of("device", device.toJson()));
  }
}
