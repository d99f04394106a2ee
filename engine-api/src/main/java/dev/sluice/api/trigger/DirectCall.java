package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;

/**
 * The firmware of a device called its embedded flows: fires every trigger of the type {@code
 * direct} that has its id. Immutable.
 *
 * @param id the id that it calls
 * @param payload what it brings
 * @param circumstances when
 */
public record DirectCall(String id, Value payload, Circumstances circumstances) implements Fact {
  /**
   * A call.
   *
   * @param id the id that is called
   * @param payload what it brings
   * @return a fact
   */
  public static DirectCall of(String id, Value payload) {
    return new DirectCall(id, payload, Circumstances.unknown());
  }

  @Override
  public DirectCall in(Circumstances other) {
    return new DirectCall(id, payload, other);
  }

  @Override
  public Firing firing() {
    return circumstances.firing("direct").withKey(id).withData(payload);
  }
}
