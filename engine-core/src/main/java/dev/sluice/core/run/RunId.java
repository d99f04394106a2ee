package dev.sluice.core.run;

import java.util.HexFormat;

/** A run's id: text is only made of a number when someone asks. */
public sealed interface RunId {
  /**
   * An id of the engine's own.
   *
   * @param engine a number drawn when the engine started
   * @param count the run's number
   */
  record Numbered(int engine, long count) implements RunId {
    @Override
    public String toString() {
      HexFormat hex = HexFormat.of();
      return hex.toHexDigits(engine) + hex.toHexDigits(count);
    }
  }

  /**
   * An id that was given to the run before it was there.
   *
   * @param text the id
   */
  record Given(String text) implements RunId {
    @Override
    public String toString() {
      return text;
    }
  }
}
