package dev.sluice.api.payload;

/** Reads array indexes the way JavaScript does: canonical decimal text only. */
final class ArrayIndex {
  /** What text that is not an index gives. */
  static final int NONE = -1;

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
}
