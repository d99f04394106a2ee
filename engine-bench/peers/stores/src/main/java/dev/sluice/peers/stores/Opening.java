package dev.sluice.peers.stores;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that opens a folder with documents and reads all heads. */
final class Opening {
  static final String OPENED = "opening-ms";
  static final String CHECKED = "checking-ms";
  static final String HEAP = "heap-bytes";
  static final String MEMORY = "other-memory-bytes";

  private Opening() {}

  /**
   * Opens a folder.
   *
   * @param arguments the library and the folder
   */
  public static void main(String[] arguments) throws Exception {
    long heap = heap();
    long memory = memory();
    long begun = System.nanoTime();
    try (Candidate store = Library.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
      check(store.heads().size());
      Child.tell(OPENED, (System.nanoTime() - begun) / 1e6);
      Child.tell(HEAP, heap() - heap);
      Child.tell(MEMORY, memory() - memory);
      begun = System.nanoTime();
      if (store.check()) {
        Child.tell(CHECKED, (System.nanoTime() - begun) / 1e6);
      }
    }
  }

  private static void check(int found) {
    if (found != SampleDocuments.COUNT) {
      throw new IllegalStateException("Found " + found + " documents");
    }
  }

  private static long heap() {
    // The first leaves some of what the JVM began with.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The memory of the process that is not a file's; the whole heap is part of it all the time. */
  private static long memory() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("RssAnon:")) {
        return 1_024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("The system does not tell how much memory it has given");
  }
}
