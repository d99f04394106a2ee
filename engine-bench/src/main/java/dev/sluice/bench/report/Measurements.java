package dev.sluice.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured on one machine at one time.
 *
 * @param all in its order
 */
record Measurements(List<Measurement> all) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads a file that JMH wrote, or all files of a folder. */
  static Measurements read(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return new Measurements(readFile(place));
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(place)) {
      files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<Measurement> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(readFile(file));
    }
    return new Measurements(List.copyOf(all));
  }

  private static List<Measurement> readFile(Path file) throws IOException {
    List<Measurement> all = new ArrayList<>();
    for (JsonNode entry : MAPPER.readTree(file.toFile())) {
      all.add(Measurement.of(entry));
    }
    return List.copyOf(all);
  }

  /** Those of a benchmark. */
  Stream<Measurement> of(String benchmark) {
    return all.stream().filter(each -> each.benchmark().equals(benchmark));
  }

  /** Those of a method of a benchmark, in the order of their parameters. */
  List<Measurement> of(String benchmark, String method) {
    return of(benchmark).filter(each -> each.method().equals(method)).toList();
  }

  /** The first of a method of a benchmark, if it was measured. */
  Optional<Measurement> find(String benchmark, String method) {
    return of(benchmark, method).stream().findFirst();
  }
}
