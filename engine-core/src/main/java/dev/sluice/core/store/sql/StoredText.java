package dev.sluice.core.store.sql;

import org.jspecify.annotations.Nullable;

/**
 * Text as every database can keep it. Neither NUL nor half a surrogate pair can be kept everywhere,
 * but both may be in the keys and names of flows; so they are written with a backslash, and so are
 * null and the backslash itself.
 */
final class StoredText {
  private static final String NULL = "\\N";

  private StoredText() {}

  static String write(@Nullable String text) {
    if (text == null) {
      return NULL;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == 0 || isHalf(text, i)) {
        return escape(text, i, true);
      }
    }
    return text;
  }

  /**
   * Text that is JSON, in which halves of surrogate pairs can be written so that it stays the same.
   */
  static String json(String json) {
    for (int i = 0; i < json.length(); i++) {
      if (isHalf(json, i)) {
        return escape(json, i, false);
      }
    }
    return json;
  }

  private static String escape(String text, int from, boolean backslashes) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && backslashes) {
        escaped.append("\\\\");
      } else if (c == 0 || isHalf(text, i)) {
        escaped.append("\\u").append(String.format("%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** What {@link #write} was given. */
  static @Nullable String readNullable(String stored) {
    return stored.equals(NULL) ? null : read(stored);
  }

  /** What {@link #write} was given, which was not null. */
  static String read(String stored) {
    int at = stored.indexOf('\\');
    if (at < 0) {
      return stored;
    }
    StringBuilder text = new StringBuilder(stored.length());
    int done = 0;
    while (at >= 0) {
      text.append(stored, done, at);
      if (stored.charAt(at + 1) == 'u') {
        text.append((char) Integer.parseInt(stored, at + 2, at + 6, 16));
        done = at + 6;
      } else {
        text.append(stored.charAt(at + 1));
        done = at + 2;
      }
      at = stored.indexOf('\\', done);
    }
    return text.append(stored, done, stored.length()).toString();
  }
}
