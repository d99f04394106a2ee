package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;

/**
 * A device reported state: fires the Device: State triggers that name the device or one of its
 * tags. Immutable.
 *
 * @param device the device
 * @param report what it reported
 * @param circumstances when and by whom; by the device itself unless they say otherwise
 */
public record DeviceState(Device device, DeviceReport report, Circumstances circumstances)
    implements DeviceFact {
  /**
   * An individual report.
   *
   * @param device the device
   * @param attributes the accepted values by attribute
   * @return a fact
   */
  public static DeviceState of(Device device, ObjectValue attributes) {
    return of(device, StateReport.of(attributes));
  }

  /**
   * A report of any kind.
   *
   * @param device the device
   * @param report what it reported
   * @return a fact
   */
  public static DeviceState of(Device device, DeviceReport report) {
    return new DeviceState(device, report, Circumstances.unknown());
  }

  /**
   * A batch of reports.
   *
   * @param device the device
   * @param reports the states in order
   * @return a fact
   */
  public static DeviceState batch(Device device, List<StateReport> reports) {
    return of(device, new StateBatch(reports));
  }

  @Override
  public DeviceState in(Circumstances other) {
    return new DeviceState(device, report, other);
  }

  /** {@inheritDoc} A batch fires once, as a whole. */
  @Override
  public Firing firing() {
    return firing("deviceId");
  }

  @Override
  public Firing firingByTag() {
    return firing("deviceTag");
  }

  private Firing firing(String triggerType) {
    Firing firing =
        device
            .show(circumstances.firing(triggerType, Relay.device(device.id())))
            .with("triggerId", Value.of(device.id()));
    return switch (report) {
      case StateReport state -> single(firing, state);
      case StateBatch batch ->
          firing.withData(
              ArrayValue.of(
                  batch.reports().stream()
                      .map(state -> state.item(circumstances.time()))
                      .toList()));
      case InvalidReport invalid ->
          firing.withData(Value.nullValue()).with("original", Value.of(invalid.original()));
    };
  }

  private static Firing single(Firing firing, StateReport state) {
    Firing single = firing.withData(state.attributes());
    if (state.time() != null) {
      single = single.at(state.time());
    }
    return state.meta() == null ? single : single.with("meta", state.meta());
  }
}
