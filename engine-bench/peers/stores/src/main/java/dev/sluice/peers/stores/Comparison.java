package dev.sluice.peers.stores;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Has each library do the same work, each measurement in a JVM of its own, by turns. */
final class Comparison {
  static final String DISK = "disk-bytes";
  static final String JARS = "jar-bytes";

  private static final int ROUNDS = 3;

  private final Path folder;
  private final Results results = new Results();

  private Comparison(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures, prints a table, and writes all numbers.
   *
   * @param arguments the folder in which the stores are made for the time, the seconds that each
   *     speed is measured for, how often each library's writer is killed, and the file for the
   *     numbers
   */
  public static void main(String[] arguments) throws Exception {
    Jars.check();
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "stores");
    try {
      Comparison comparison = new Comparison(folder);
      comparison.measureJars();
      comparison.measureSpeed(Double.parseDouble(arguments[1]));
      comparison.measureOpening();
      comparison.watchFlushes();
      comparison.crash(Integer.parseInt(arguments[2]));
      new Table(comparison.results).lines().forEach(System.out::println);
      comparison.results.write(Path.of(arguments[3]));
    } finally {
      delete(folder);
    }
  }

  private Path folder(Library library, String job) {
    return folder.resolve(library.name().toLowerCase(Locale.ROOT) + "-" + job);
  }

  private void measureJars() throws IOException {
    for (Library library : Library.values()) {
      long bytes = 0;
      for (Path jar : Jars.of(library)) {
        bytes += Files.size(jar);
      }
      results.add(library, JARS, bytes);
    }
  }

  private void measureSpeed(double seconds) throws IOException, InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      for (Library library : Library.values()) {
        Path store = folder(library, "speed" + round);
        results.addAll(library, Child.start(library, Speed.class, store, seconds).result());
        delete(store);
      }
    }
  }

  private void measureOpening() throws IOException, InterruptedException {
    for (Library library : Library.values()) {
      Path store = folder(library, "documents");
      Child.start(library, Filling.class, store).result();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Library library : Library.values()) {
        Path store = folder(library, "documents");
        results.addAll(library, Child.start(library, Opening.class, store).result());
        results.add(library, DISK, size(store));
      }
    }
  }

  private void watchFlushes() throws IOException, InterruptedException {
    if (Flushes.canBeSeen()) {
      for (Library library : Library.values()) {
        Flushes.watch(library, folder(library, "flushes"), results);
      }
    }
  }

  private void crash(int times) throws IOException, InterruptedException {
    for (Library library : Library.values()) {
      new Crashes(library, folder(library, "crashes"), results).run(times);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
