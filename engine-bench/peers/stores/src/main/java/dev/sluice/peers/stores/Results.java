package dev.sluice.peers.stores;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured of each library, as often as it was measured. */
final class Results {
  private final Map<Library, Map<String, List<Double>>> numbers = new EnumMap<>(Library.class);

  void add(Library library, String name, double number) {
    numbers
        .computeIfAbsent(library, l -> new LinkedHashMap<>())
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(number);
  }

  void addAll(Library library, Map<String, Double> measured) {
    measured.forEach((name, number) -> add(library, name, number));
  }

  /** The numbers in ascending order; none if it was not measured. */
  List<Double> get(Library library, String name) {
    return numbers.getOrDefault(library, Map.of()).getOrDefault(name, List.of()).stream()
        .sorted()
        .toList();
  }

  /** Writes everything as JSON, with what it was measured on. */
  void write(Path file) throws IOException {
    Map<String, Object> stores = new LinkedHashMap<>();
    numbers.forEach(
        (library, measured) -> {
          Map<String, Object> store = new LinkedHashMap<>();
          store.put(
              "jars",
              Jars.of(library).stream().map(Path::getFileName).map(Path::toString).toList());
          store.putAll(measured);
          stores.put(library.title(), store);
        });
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("vm", System.getProperty("java.vm.name") + " " + Runtime.version());
    all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("stores", stores);
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
  }
}
