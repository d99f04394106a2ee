package dev.sluice.peers.stores;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path, and which part of it a library needs. */
final class Jars {
  private static final List<String> OF_THE_COMPARISON =
      List.of("jackson-", "jspecify-", "slf4j-nop-");

  private Jars() {}

  private static List<Path> all() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** The jars that a host has to carry for a library. */
  static List<Path> of(Library library) {
    return all().stream().filter(library::has).toList();
  }

  /** The class path of a process that has no other library. */
  static String classPath(Library library) {
    return all().stream()
        .filter(path -> library.has(path) || isOurs(path))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOurs(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path) || OF_THE_COMPARISON.stream().anyMatch(name::startsWith);
  }

  /** Fails if there is a jar that is counted for nobody. */
  static void check() {
    for (Path path : all()) {
      if (!isOurs(path) && Stream.of(Library.values()).noneMatch(library -> library.has(path))) {
        throw new IllegalStateException("Whose is " + path.getFileName() + "?");
      }
    }
  }
}
