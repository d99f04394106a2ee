package dev.sluice.peers.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the disk was told to keep a write before the write was acknowledged, by strace. */
final class Flushes {
  static final String WRITES = "watched-writes";
  static final String FLUSHED = "flushed-before-acknowledged";
  static final String CALLS = "flushes";

  private static final int ROUNDS = 100;

  /** In one line, or in that which says how a call ended that others came in between. */
  private static final Pattern FLUSH = Pattern.compile(".*\\b(fsync|fdatasync)\\b.*= 0");

  private static final Pattern ACKNOWLEDGED =
      Pattern.compile(".*\\bwrite\\(1, \"(" + String.join("|", CrashWriter.WRITES) + ") .*");

  private Flushes() {}

  /** Whether there is strace. */
  static boolean canBeSeen() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-V")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static void watch(Library library, Path folder, Results results)
      throws IOException, InterruptedException {
    Path trace = folder.resolveSibling(folder.getFileName() + ".trace");
    List<String> watcher =
        List.of("strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", trace.toString());
    Child.start(watcher, library, CrashWriter.class, folder, ROUNDS).result();
    int flushes = 0;
    int writes = 0;
    int flushed = 0;
    boolean since = false;
    for (String line : Files.readAllLines(trace)) {
      if (FLUSH.matcher(line).matches()) {
        flushes++;
        since = true;
      } else if (ACKNOWLEDGED.matcher(line).matches()) {
        writes++;
        flushed += since ? 1 : 0;
        since = false;
      }
    }
    results.add(library, WRITES, writes);
    results.add(library, FLUSHED, flushed);
    results.add(library, CALLS, flushes);
  }
}
