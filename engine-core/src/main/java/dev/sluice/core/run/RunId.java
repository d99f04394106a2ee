package dev.sluice.core.run;

import java.util.HexFormat;

/**
 * A run's id: text is only made of it when someone asks.
 *
 * @param engine a number drawn when the engine started
 * @param count the run's number
 */
public record RunId(int engine, long count) {
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(engine) + hex.toHexDigits(count);
  }
}
