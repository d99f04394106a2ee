package dev.sluice.core.run;

import java.nio.charset.StandardCharsets;

/** A run's id: text is only made of a number when someone asks. */
public sealed interface RunId {
  /**
   * An id of the engine's own.
   *
   * @param engine a number drawn when the engine started
   * @param count the run's number
   */
  record Numbered(int engine, long count) implements RunId {
    private static final int ENGINE_DIGITS = 8;
    private static final int DIGITS = 24;
    private static final byte[] HEXADECIMAL =
        "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /** What a record's is, but that costs what it must: every run asks. */
    @Override
    public int hashCode() {
      return 31 * engine + Long.hashCode(count);
    }

    /** Hexadecimal digits, written one by one as every result has an id. */
    @Override
    public String toString() {
      byte[] digits = new byte[DIGITS];
      write(engine, digits, 0, ENGINE_DIGITS);
      write(count, digits, ENGINE_DIGITS, DIGITS);
      return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void write(long number, byte[] digits, int from, int to) {
      long left = number;
      for (int i = to - 1; i >= from; i--) {
        digits[i] = HEXADECIMAL[(int) left & 0xf];
        left >>>= 4;
      }
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
