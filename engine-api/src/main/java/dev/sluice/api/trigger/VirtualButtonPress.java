package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A press of a virtual button. Immutable; make others with the methods.
 *
 * <p>Source of the semantics: the virtual button press of the flow API, whose names it has.
 *
 * @param key the button's key, or the {@code uiId} of its {@code meta}
 * @param payload what becomes {@code data} on the payload, or null for what the button is set up
 *     with
 * @param meta what becomes {@code meta} on the payload, or null for nothing
 * @param flowVersion the name of the flow version to run, or null for the flow's default
 * @param deviceId what becomes {@code deviceId} on the payload: the device it is pressed for; or
 *     null
 * @param relayType what pressed it, such as {@code user} or {@code flow}; or null for nobody in
 *     particular
 * @param relayId the id of what pressed it, or null
 */
public record VirtualButtonPress(
    String key,
    @Nullable Value payload,
    @Nullable Value meta,
    @Nullable String flowVersion,
    @Nullable String deviceId,
    @Nullable String relayType,
    @Nullable String relayId) {
  /**
   * A press of a button.
   *
   * @param key the button's key, or its {@code uiId}
   * @return a press that brings nothing
   */
  public static VirtualButtonPress of(String key) {
    return new VirtualButtonPress(key, null, null, null, null, null, null);
  }

  /**
   * The same press with a payload.
   *
   * @param value what becomes {@code data}; undefined counts as none
   * @return a press
   */
  public VirtualButtonPress withPayload(Value value) {
    Value given = value.equals(Value.undefined()) ? null : value;
    return new VirtualButtonPress(key, given, meta, flowVersion, deviceId, relayType, relayId);
  }

  /**
   * The same press with something besides its payload.
   *
   * @param value what becomes {@code meta}
   * @return a press
   */
  public VirtualButtonPress withMeta(Value value) {
    return new VirtualButtonPress(key, payload, value, flowVersion, deviceId, relayType, relayId);
  }

  /**
   * The same press of a version's button.
   *
   * @param name the version's name, {@code develop}, or {@code default}
   * @return a press
   */
  public VirtualButtonPress withFlowVersion(String name) {
    return new VirtualButtonPress(key, payload, meta, name, deviceId, relayType, relayId);
  }

  /**
   * The same press for a device.
   *
   * @param id the device's id
   * @return a press
   */
  public VirtualButtonPress withDeviceId(String id) {
    return new VirtualButtonPress(key, payload, meta, flowVersion, id, relayType, relayId);
  }

  /**
   * The same press by someone.
   *
   * @param type what presses, such as {@code user}
   * @param id its id
   * @return a press
   */
  public VirtualButtonPress by(String type, String id) {
    return new VirtualButtonPress(key, payload, meta, flowVersion, deviceId, type, id);
  }

  /**
   * The firing that the press is.
   *
   * @return a firing of the button
   */
  public Firing toFiring() {
    Firing firing = Firing.of("virtualButton").withKey(key);
    if (payload != null) {
      firing = firing.withData(payload);
    }
    if (flowVersion != null) {
      firing = firing.withVersion(flowVersion);
    }
    if (meta != null) {
      firing = firing.with("meta", meta);
    }
    if (deviceId != null) {
      firing = firing.with("deviceId", Value.of(deviceId));
    }
    if (relayType != null && relayId != null) {
      firing = firing.with("relayId", Value.of(relayId)).with("relayType", Value.of(relayType));
    }
    return firing;
  }
}
