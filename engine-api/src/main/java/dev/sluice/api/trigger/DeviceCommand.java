package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gateway or an embedded device received a command: fires triggers of the type {@code
 * deviceCommand}. Immutable.
 *
 * @param name the command's name
 * @param payload what it brings, or null if it brings nothing
 * @param sentAt when it was sent
 * @param circumstances when it arrived
 */
public record DeviceCommand(
    String name, @Nullable Value payload, Instant sentAt, Circumstances circumstances)
    implements AgentFact {
  /**
   * A command that brings nothing.
   *
   * @param name the command's name
   * @param sentAt when it was sent
   * @return a fact
   */
  public static DeviceCommand of(String name, Instant sentAt) {
    return new DeviceCommand(name, null, sentAt, Circumstances.unknown());
  }

  /**
   * The same command with a payload.
   *
   * @param value what it brings
   * @return a fact
   */
  public DeviceCommand with(Value value) {
    return new DeviceCommand(name, value, sentAt, circumstances);
  }

  @Override
  public DeviceCommand in(Circumstances other) {
    return new DeviceCommand(name, payload, sentAt, other);
  }

  @Override
  public Firing firing() {
    return firing(Value.of(sentAt));
  }

  /**
   * The firing of a trigger of an embedded flow, where times are numbers of milliseconds.
   *
   * @return a firing of the type {@code deviceCommand}
   */
  public Firing embeddedFiring() {
    return firing(Value.of((double) sentAt.toEpochMilli()));
  }

  private Firing firing(Value time) {
    return circumstances
        .firing("deviceCommand")
        .with("triggerId", Value.of("deviceCommand"))
        .withData(new Fields().put("name", name).put("payload", payload).put("time", time).build());
  }
}
