package dev.sluice.core.schedule;

/** Something short that is done at a time, on the timer's thread, unless it is cancelled. */
public abstract class Alarm {
  /** When, by {@link System#nanoTime()}. Guarded by the timer, as all of this. */
  long due;

  /** Where in the timer's heap; negative if it is not set. */
  int place = -1;

  /** Does it. */
  protected abstract void ring();

  final boolean isBefore(Alarm other) {
    return due - other.due < 0;
  }
}
