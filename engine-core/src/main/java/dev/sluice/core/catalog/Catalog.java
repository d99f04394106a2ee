package dev.sluice.core.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The types of the flow format. Immutable and safe for many threads. */
public final class Catalog {
  private static final String RESOURCE = "types.txt";

  private final Map<String, CatalogEntry> triggers;
  private final Map<String, CatalogEntry> nodes;

  private Catalog(CatalogReader reader) {
    this.triggers = Collections.unmodifiableMap(reader.triggers());
    this.nodes = Collections.unmodifiableMap(reader.nodes());
  }

  /** Loads the catalog that comes with the engine. */
  public static Catalog load() {
    try (InputStream stream = Objects.requireNonNull(Catalog.class.getResourceAsStream(RESOURCE));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Catalog(CatalogReader.read(reader.lines()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A trigger type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> trigger(String type) {
    return Optional.ofNullable(triggers.get(type));
  }

  /** A node type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> node(String type) {
    return Optional.ofNullable(nodes.get(type));
  }

  /** All trigger types, by name. */
  public Collection<CatalogEntry> triggers() {
    return triggers.values();
  }

  /** All node types, by name. */
  public Collection<CatalogEntry> nodes() {
    return nodes.values();
  }
}
