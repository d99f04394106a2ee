package dev.sluice.server.command;

/**
 * Text out of flows, made fit for a terminal: what a flow says must not steer the terminal, so
 * control characters and those that turn the direction of writing show as escapes.
 */
final class Printable {
  private Printable() {}

  /** Fit for a line: line ends show as escapes too. */
  static String line(String text) {
    return escaped(text, false);
  }

  /** Fit for several lines, each after the first indented. */
  static String lines(String text, String indent) {
    return escaped(text, true).replace("\n", "\n" + indent);
  }

  /** Fit for a line, and at most so many characters of the text. */
  static String line(String text, int most) {
    return line(shortened(text, most));
  }

  /** At most so many characters of a text, and how many more there are. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more)";
  }

  private static String escaped(String text, boolean keepLineEnds) {
    int at = 0;
    while (at < text.length() && !isEscaped(text.charAt(at), keepLineEnds)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isEscaped(c, keepLineEnds)) {
        escaped.append(escape(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isEscaped(char c, boolean keepLineEnds) {
    return keepLineEnds && (c == '\n' || c == '\t')
        ? false
        : Character.isISOControl(c) || turnsDirection(c) || c == '\u2028' || c == '\u2029';
  }

  private static boolean turnsDirection(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
