package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A virtual button was pressed: fires the trigger of the type {@code virtualButton} that has its
 * key, in the version that the circumstances name or the default one. Immutable.
 *
 * @param key the button's key
 * @param data what it brings, or null for what the button is set up with
 * @param meta what becomes {@code meta} on the payload, or null
 * @param device the device on whose behalf it is pressed, or null
 * @param circumstances when, by whom and in which version
 */
public record ButtonPress(
    String key,
    @Nullable Value data,
    @Nullable Value meta,
    @Nullable Device device,
    Circumstances circumstances)
    implements Fact {
  /**
   * A press that brings what the button is set up with.
   *
   * @param key the button's key
   * @return a fact
   */
  public static ButtonPress of(String key) {
    return new ButtonPress(key, null, null, null, Circumstances.unknown());
  }

  /**
   * The same press with data.
   *
   * @param value what it brings
   * @return a fact
   */
  public ButtonPress with(Value value) {
    return new ButtonPress(key, value, meta, device, circumstances);
  }

  /**
   * The same press with a meta value.
   *
   * @param value what becomes {@code meta} on the payload
   * @return a fact
   */
  public ButtonPress withMeta(Value value) {
    return new ButtonPress(key, data, value, device, circumstances);
  }

  /**
   * The same press on behalf of a device.
   *
   * @param which the device
   * @return a fact
   */
  public ButtonPress on(Device which) {
    return new ButtonPress(key, data, meta, which, circumstances);
  }

  @Override
  public ButtonPress in(Circumstances other) {
    return new ButtonPress(key, data, meta, device, other);
  }

  @Override
  public Firing firing() {
    Firing firing = circumstances.firing("virtualButton").withKey(key);
    if (data != null) {
      firing = firing.withData(data);
    }
    if (meta != null) {
      firing = firing.with("meta", meta);
    }
    return device == null ? firing : device.show(firing).with("deviceId", Value.of(device.id()));
  }
}
