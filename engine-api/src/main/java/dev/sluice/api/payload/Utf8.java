package dev.sluice.api.payload;

import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8, as JavaScript's encoders write it: half of a surrogate pair becomes U+FFFD, the
 * replacement character, where Java would write a question mark. Whatever becomes bytes that a flow
 * sees, or the number of them, becomes so here.
 *
 * <p>Source: the WHATWG Encoding Standard, UTF-8 encoder; ECMAScript,
 * String.prototype.toWellFormed.
 */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The bytes of a text.
   *
   * @param text any text, well-formed or not
   * @return new bytes
   */
  public static byte[] encode(String text) {
    return wellFormed(text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A text without halves of surrogate pairs.
   *
   * @param text any text
   * @return the same text if it is well-formed, else one of the same length in which each half that
   *     stands alone is replaced
   */
  public static String wellFormed(String text) {
    StringBuilder result = null;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i++;
        continue;
      }
      if (result == null) {
        result = new StringBuilder(text);
      }
      result.setCharAt(i, REPLACEMENT);
    }
    return result == null ? text : result.toString();
  }
}
