package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One firing of one trigger of a flow: which trigger, and what it brings. Immutable.
 *
 * @param triggerType the trigger's type, such as {@code virtualButton}
 * @param triggerKey the trigger's key, or null for the flow's only or first trigger of the type
 * @param version the name of the flow version to run, or null for the flow's default
 * @param data what becomes {@code data} on the payload, or null for the trigger's own
 * @param time what becomes {@code time} on the payload, or null for the engine's clock
 * @param extras further entries of the payload, set after the standard ones
 */
public record Firing(
    String triggerType,
    @Nullable String triggerKey,
    @Nullable String version,
    @Nullable Value data,
    @Nullable Instant time,
    ObjectValue extras) {
  /**
   * A press of a virtual button.
   *
   * @return a firing of the flow's only or first button, with the payload the button is set up with
   */
  public static Firing virtualButton() {
    return of("virtualButton");
  }

  /**
   * A tick of a timer.
   *
   * @return a firing of the flow's only or first timer, with the empty data timers have
   */
  public static Firing timer() {
    return of("timer").withData(ObjectValue.empty());
  }

  /**
   * A firing of any type of trigger.
   *
   * @param triggerType such as {@code mqttTopic}
   * @return a firing of the flow's only or first trigger of that type
   */
  public static Firing of(String triggerType) {
    return new Firing(triggerType, null, null, null, null, ObjectValue.empty());
  }

  /**
   * The same firing of the trigger with a given key.
   *
   * @param key the trigger's key
   * @return a firing
   */
  public Firing withKey(String key) {
    return new Firing(triggerType, key, version, data, time, extras);
  }

  /**
   * The same firing of a given version of the flow.
   *
   * @param name the version's name, {@code develop} for the one being worked on
   * @return a firing
   */
  public Firing withVersion(String name) {
    return new Firing(triggerType, triggerKey, name, data, time, extras);
  }

  /**
   * The same firing with given data.
   *
   * @param value what becomes {@code data} on the payload
   * @return a firing
   */
  public Firing withData(Value value) {
    return new Firing(triggerType, triggerKey, version, value, time, extras);
  }

  /**
   * The same firing with given data.
   *
   * @param json what becomes {@code data} on the payload, as JSON text
   * @return a firing
   * @throws dev.sluice.api.payload.InvalidJsonException if the text is not JSON
   */
  public Firing withData(String json) {
    return withData(Value.parseJson(json));
  }

  /**
   * The same firing at a given time.
   *
   * @param moment what becomes {@code time} on the payload
   * @return a firing
   */
  public Firing at(Instant moment) {
    return new Firing(triggerType, triggerKey, version, data, moment, extras);
  }

  /**
   * The same firing with a further entry on the payload, such as {@code experience}.
   *
   * @param key the entry's key
   * @param value its value
   * @return a firing
   */
  public Firing with(String key, Value value) {
    return new Firing(
        triggerType, triggerKey, version, data, time, extras.toBuilder().put(key, value).build());
  }

  /**
   * The same firing with further entries on the payload.
   *
   * @param entries values by key
   * @return a firing
   */
  public Firing with(ObjectValue entries) {
    return new Firing(
        triggerType, triggerKey, version, data, time, extras.toBuilder().putAll(entries).build());
  }

  /**
   * The key of the trigger to fire.
   *
   * @return the key, empty for the flow's only or first trigger of the type
   */
  public Optional<String> key() {
    return Optional.ofNullable(triggerKey);
  }
}
