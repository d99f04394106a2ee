package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that a device reported. Immutable.
 *
 * @param attributes the accepted values by attribute
 * @param time the time of the state, or null for that of its arrival
 * @param meta what the device sent along, or null
 */
public record StateReport(ObjectValue attributes, @Nullable Instant time, @Nullable Value meta)
    implements DeviceReport {
  /**
   * A state without time and meta value.
   *
   * @param attributes the accepted values by attribute
   * @return a report
   */
  public static StateReport of(ObjectValue attributes) {
    return new StateReport(attributes, null, null);
  }

  /**
   * The same state at a given time.
   *
   * @param moment the time of the state
   * @return a report
   */
  public StateReport at(Instant moment) {
    return new StateReport(attributes, moment, meta);
  }

  /**
   * The same state with a meta value.
   *
   * @param value what the device sent along
   * @return a report
   */
  public StateReport withMeta(Value value) {
    return new StateReport(attributes, time, value);
  }

  /** The report as an item of a batch. */
  ObjectValue item(@Nullable Instant arrival) {
    return new Fields()
        .put("data", attributes)
        .put("time", time == null ? arrival : time)
        .put("meta", meta)
        .build();
  }
}
