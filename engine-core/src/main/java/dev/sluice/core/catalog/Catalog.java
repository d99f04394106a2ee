package dev.sluice.core.catalog;

import dev.sluice.api.flow.FlowClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of the flow format. Immutable and safe for many threads. */
public final class Catalog {
  private static final String RESOURCE = "types.txt";

  private final Map<String, CatalogEntry> triggers;
  private final Map<String, CatalogEntry> nodes;

  private Catalog(Map<String, CatalogEntry> triggers, Map<String, CatalogEntry> nodes) {
    this.triggers = Map.copyOf(triggers);
    this.nodes = Map.copyOf(nodes);
  }

  /** Loads the catalog that comes with the engine. */
  public static Catalog load() {
    Map<String, CatalogEntry> triggers = new HashMap<>();
    Map<String, CatalogEntry> nodes = new HashMap<>();
    try (InputStream stream = Objects.requireNonNull(Catalog.class.getResourceAsStream(RESOURCE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(
              words -> (words[0].equals("node") ? nodes : triggers).put(words[1], entry(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Catalog(triggers, nodes);
  }

  private static CatalogEntry entry(String[] words) {
    Set<FlowClass> classes =
        Arrays.stream(words[2].split(",", -1))
            .map(key -> FlowClass.ofKey(key).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
    return new CatalogEntry(words[1], classes, words.length > 3 ? words[3] : null);
  }

  /** A trigger type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> trigger(String type) {
    return Optional.ofNullable(triggers.get(type));
  }

  /** A node type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> node(String type) {
    return Optional.ofNullable(nodes.get(type));
  }
}
