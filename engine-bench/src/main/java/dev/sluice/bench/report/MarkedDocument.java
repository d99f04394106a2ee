package dev.sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with parts that are written by the build, each between two comments. */
final class MarkedDocument {
  private final Path file;
  private String text;

  private MarkedDocument(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static MarkedDocument read(Path file) throws IOException {
    return new MarkedDocument(file, Files.readString(file));
  }

  /**
   * Replaces a part.
   *
   * @throws IllegalStateException if the document has no such part
   */
  void replace(String part, String content) {
    String begin = "<!-- " + part + ": written by the build -->\n";
    String end = "<!-- end of " + part + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end, Math.max(0, from));
    if (from < 0 || to < 0) {
      throw new IllegalStateException(file + " has no part that is called " + part);
    }
    text = text.substring(0, from + begin.length()) + "\n" + content + "\n" + text.substring(to);
  }

  void write() throws IOException {
    Files.writeString(file, text);
  }
}
