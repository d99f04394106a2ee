package dev.sluice.api.meter;

import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Something that can be measured of what runs share, such as how many threads of a pool are busy.
 * The engine makes a meter of it where the host has set a registry, and asks nobody where not.
 *
 * @param name the meter's name, in lower case with dots, such as {@code sluice.scripts.queued}
 * @param kind how the value changes
 * @param description what it tells, in a few words
 * @param value gives the value now; asked by any thread, at any time until the engine is closed,
 *     and therefore quick
 */
public record Measure(String name, Kind kind, String description, DoubleSupplier value) {
  /** How a value changes. */
  public enum Kind {
    /** It rises and falls: how many there are now. */
    LEVEL,
    /** It only rises: how many there were so far. */
    COUNT
  }

  /** Refuses null. */
  public Measure {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(value, "value");
  }

  /**
   * How many there are now.
   *
   * @param name the meter's name
   * @param description what it tells
   * @param value gives the value now
   * @return a measure of the kind {@link Kind#LEVEL}
   */
  public static Measure level(String name, String description, DoubleSupplier value) {
    return new Measure(name, Kind.LEVEL, description, value);
  }

  /**
   * How many there were so far.
   *
   * @param name the meter's name
   * @param description what it tells
   * @param value gives the value now, never less than before
   * @return a measure of the kind {@link Kind#COUNT}
   */
  public static Measure count(String name, String description, DoubleSupplier value) {
    return new Measure(name, Kind.COUNT, description, value);
  }
}
