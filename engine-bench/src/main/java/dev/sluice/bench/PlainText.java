package dev.sluice.bench;

import dev.sluice.api.payload.Value;

/** What Java written by hand does to print a value as templates do. */
public final class PlainText {
  private PlainText() {}

  /** Appends a value, with the characters escaped that mean something in HTML. */
  public static void appendEscaped(StringBuilder output, Object value) {
    if (value instanceof Number number) {
      appendNumber(output, number.doubleValue());
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> output.append("&amp;");
        case '<' -> output.append("&lt;");
        case '>' -> output.append("&gt;");
        case '"' -> output.append("&quot;");
        case '\'' -> output.append("&#x27;");
        case '`' -> output.append("&#x60;");
        case '=' -> output.append("&#x3D;");
        default -> output.append(c);
      }
    }
  }

  private static void appendNumber(StringBuilder output, double number) {
    double magnitude = Math.abs(number);
    if (number == (long) number && magnitude < 1e15) {
      output.append((long) number);
    } else if (magnitude >= 1e-3 && magnitude < 1e7) {
      // Between these, Java writes numbers as JavaScript does.
      output.append(number);
    } else {
      output.append(Value.of(number).toText());
    }
  }
}
