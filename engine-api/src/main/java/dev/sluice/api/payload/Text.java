package dev.sluice.api.payload;

/** An array as text: its items joined with commas, null and undefined as nothing. */
final class Text {
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
      Json.checkLength(text);
    }
  }
}
