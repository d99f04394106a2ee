package dev.sluice.api.payload;

/** An array as text: its items joined with commas, null and undefined as nothing. */
final class Text {
  /** In UTF-16 units. An array that shares parts can be huge on paper; as text nobody wants it. */
  private static final int MAX_LENGTH = 16 * 1024 * 1024;

  private Text() {}

  static String join(ArrayValue array) {
    StringBuilder text = new StringBuilder();
    join(array, text, 0);
    return text.toString();
  }

  private static void join(ArrayValue array, StringBuilder text, int depth) {
    if (depth > Json.MAX_DEPTH) {
      throw Json.tooDeep();
    }
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      Value item = array.peek(i);
      if (item instanceof ArrayValue nested) {
        join(nested, text, depth + 1);
      } else if (item.isPresent()) {
        text.append(item.toText());
      }
      if (text.length() > MAX_LENGTH) {
        throw new PayloadLimitException(
            "An array as text would be longer than " + MAX_LENGTH + " characters");
      }
    }
  }
}
