package dev.sluice.nodes.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a PEM text: what it says it is, and its bytes; none if they cannot be read.
 *
 * <p>Source of the form: RFC 7468.
 */
record Pem(String label, boolean encrypted, byte[] content) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LINE = 64;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What two braces of a template make of the padding, which cannot mean anything else here. */
  private static final String ESCAPED_PADDING = "&#x3D;";

  /** The blocks of a text, with whatever stands around them left out. */
  static List<Pem> parse(String text) {
    List<Pem> blocks = new ArrayList<>();
    int start = text.indexOf(BEGIN);
    while (start >= 0) {
      int labelStart = start + BEGIN.length();
      int labelEnd = text.indexOf(DASHES, labelStart);
      int bodyEnd = text.indexOf(END, labelStart);
      if (labelEnd < 0 || bodyEnd < labelEnd + DASHES.length()) {
        break;
      }
      String label = text.substring(labelStart, labelEnd);
      String body = text.substring(labelEnd + DASHES.length(), bodyEnd);
      boolean closed = text.startsWith(label + DASHES, bodyEnd + END.length());
      blocks.add(of(label, closed ? body : ""));
      start = text.indexOf(BEGIN, bodyEnd);
    }
    return blocks;
  }

  private static Pem of(String label, String body) {
    boolean encrypted = label.startsWith("ENCRYPTED") || body.contains("Proc-Type: 4,ENCRYPTED");
    String digits = SPACE.matcher(body.replace(ESCAPED_PADDING, "=")).replaceAll("");
    try {
      return new Pem(label, encrypted, Base64.getDecoder().decode(digits));
    } catch (IllegalArgumentException e) {
      return new Pem(label, encrypted, new byte[0]);
    }
  }

  /** The text of a block. */
  static String write(String label, byte[] content) {
    String body =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(content);
    return BEGIN + label + DASHES + "\n" + body + "\n" + END + label + DASHES;
  }
}
