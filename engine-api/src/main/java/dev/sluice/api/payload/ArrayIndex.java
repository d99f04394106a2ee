package dev.sluice.api.payload;

/** Reads array indexes the way JavaScript does: canonical decimal text only. */
final class ArrayIndex {
  /** What text that is not an index gives. */
  static final int NONE = -1;

  private static final long LARGEST = (1L << 32) - 2;

  private ArrayIndex() {}

  static int parse(CharSequence text) {
    int length = text.length();
    if (length == 0 || length > 9 || (length > 1 && text.charAt(0) == '0')) {
      return NONE;
    }
    int index = 0;
    for (int i = 0; i < length; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return NONE;
      }
      index = index * 10 + (digit - '0');
    }
    return index;
  }

  /**
   * The place of a key among an object's keys: JavaScript sorts those that could be an index of the
   * longest array it has, which is more than {@link #parse} takes.
   */
  static long order(String key) {
    int length = key.length();
    if (length < 10) {
      return parse(key);
    }
    if (length > 10 || key.charAt(0) == '0') {
      return NONE;
    }
    long order = 0;
    for (int i = 0; i < length; i++) {
      char digit = key.charAt(i);
      if (digit < '0' || digit > '9') {
        return NONE;
      }
      order = order * 10 + (digit - '0');
    }
    return order <= LARGEST ? order : NONE;
  }
}
