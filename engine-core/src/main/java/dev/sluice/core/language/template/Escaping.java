package dev.sluice.core.language.template;

/** Makes text safe within HTML. */
final class Escaping {
  private Escaping() {}

  /** The characters below 64 that are escaped, a bit each: {@code " & ' < = >}. */
  private static final long ESCAPED =
      1L << '"' | 1L << '&' | 1L << '\'' | 1L << '<' | 1L << '=' | 1L << '>';

  static void append(StringBuilder output, String text) {
    int done = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 64 ? (ESCAPED >>> c & 1) != 0 : c == '`') {
        output.append(text, done, i).append(entity(c));
        done = i + 1;
      }
    }
    if (done == 0) {
      output.append(text);
    } else {
      output.append(text, done, length);
    }
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#x27;";
      case '`' -> "&#x60;";
      default -> "&#x3D;";
    };
  }
}
