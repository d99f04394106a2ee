package dev.sluice.peers.stores;

import java.nio.file.Path;

/** A process that fills a folder with documents. */
final class Filling {
  private static final int PART = 100;

  private Filling() {}

  /**
   * Fills a folder.
   *
   * @param arguments the library and the folder
   */
  public static void main(String[] arguments) throws Exception {
    try (Candidate store = Library.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
      for (int first = 0; first < SampleDocuments.COUNT; first += PART) {
        store.put(SampleDocuments.part(first, PART));
      }
    }
  }
}
