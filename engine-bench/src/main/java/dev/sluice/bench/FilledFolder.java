package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.store.Store;
import java.io.IOException;
import java.nio.file.Path;

/** Fills a folder in a process of its own, so that the one that measures has done nothing yet. */
final class FilledFolder {
  private FilledFolder() {}

  /** Has another process fill a folder with so many flows. */
  static void fill(Path folder, int flows) throws IOException, InterruptedException {
    Process filler =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FilledFolder.class.getName(),
                folder.toString(),
                Integer.toString(flows))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Agreement.check("status of the process that fills the folder", 0, filler.waitFor());
  }

  /**
   * Fills a folder.
   *
   * @param arguments the folder, and how many flows
   */
  public static void main(String[] arguments) {
    try (Store store = Store.open(Path.of(arguments[0]));
        Engine engine = Engine.builder().store(store).build()) {
      ManagedFlows.createLarge(engine.manage(), Integer.parseInt(arguments[1]));
    }
  }
}
