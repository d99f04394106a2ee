package dev.sluice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real flows that the property {@code sluice.corpus} names. */
public final class Corpus {
  private static final Path FOLDER = Path.of(System.getProperty("sluice.corpus", "corpus"));

  private Corpus() {}

  /** Whether there is one. */
  public static boolean isThere() {
    return Files.exists(FOLDER.resolve("index.json"));
  }

  /** What to say where there is none. */
  public static String absence() {
    return "There is no corpus at " + FOLDER.toAbsolutePath();
  }

  /** The text of a file in it. */
  public static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(absence(), e);
    }
  }
}
