package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;

/**
 * A timer's time has come: fires the trigger of the type {@code timer} that has its key. Immutable.
 *
 * @param key the timer's key
 * @param circumstances when
 */
public record TimerTick(String key, Circumstances circumstances) implements Fact {
  /**
   * A tick.
   *
   * @param key the timer's key
   * @return a fact
   */
  public static TimerTick of(String key) {
    return new TimerTick(key, Circumstances.unknown());
  }

  @Override
  public TimerTick in(Circumstances other) {
    return new TimerTick(key, other);
  }

  @Override
  public Firing firing() {
    return circumstances.firing("timer").withKey(key).withData(ObjectValue.empty());
  }
}
