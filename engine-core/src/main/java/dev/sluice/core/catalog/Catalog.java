package dev.sluice.core.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The types of the flow format. Immutable and safe for many threads. */
public final class Catalog {
  private static final String RESOURCE = "types.txt";

  private final Map<String, CatalogLines> triggers;
  private final Map<String, CatalogLines> nodes;

  private Catalog(CatalogReader reader) {
    this.triggers = reader.triggers();
    this.nodes = reader.nodes();
  }

  /** Loads the catalog that comes with the engine. */
  public static Catalog load() {
    try (InputStream stream = Objects.requireNonNull(Catalog.class.getResourceAsStream(RESOURCE))) {
      return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a catalog. */
  static Catalog read(Reader text) throws IOException {
    return new Catalog(CatalogReader.read(new BufferedReader(text)));
  }

  /** A trigger type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> trigger(String type) {
    return Optional.ofNullable(triggers.get(type)).map(CatalogLines::entry);
  }

  /** A node type of the format, empty if there is none of that name. */
  public Optional<CatalogEntry> node(String type) {
    return Optional.ofNullable(nodes.get(type)).map(CatalogLines::entry);
  }

  /** All trigger types, by name. */
  public List<CatalogEntry> triggers() {
    return triggers.values().stream().map(CatalogLines::entry).toList();
  }

  /** All node types, by name. */
  public List<CatalogEntry> nodes() {
    return nodes.values().stream().map(CatalogLines::entry).toList();
  }
}
