package dev.sluice.core.language.template;

import org.jspecify.annotations.Nullable;

/** Makes text safe within HTML. */
final class Escaping {
  private Escaping() {}

  static void append(StringBuilder output, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null) {
        output.append(text, done, i).append(entity);
        done = i + 1;
      }
    }
    output.append(text, done, text.length());
  }

  private static @Nullable String entity(char c) {
    // All seven lie below this; most text is above.
    if (c > '`') {
      return null;
    }
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#x27;";
      case '`' -> "&#x60;";
      case '=' -> "&#x3D;";
      default -> null;
    };
  }
}
