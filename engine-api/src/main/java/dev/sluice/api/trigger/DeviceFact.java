package dev.sluice.api.trigger;

/** A fact about one device, for the triggers that name the device and those that name a tag. */
public sealed interface DeviceFact extends Fact
    permits DeviceConnect, DeviceDisconnect, DeviceInactivity, DeviceState {
  /**
   * The device it is about.
   *
   * @return the device
   */
  Device device();

  /**
   * As {@link #firing()}, for a trigger that names a tag and not the device.
   *
   * @return a firing
   */
  Firing firingByTag();
}
