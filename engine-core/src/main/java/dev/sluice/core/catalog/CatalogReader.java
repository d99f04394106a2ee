package dev.sluice.core.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the entries of the catalog apart; the file itself says what its lines look like. */
final class CatalogReader {
  private final Map<String, CatalogLines> triggers = new TreeMap<>();
  private final Map<String, CatalogLines> nodes = new TreeMap<>();
  private @Nullable CatalogLines last;

  /** Reads all lines. */
  static CatalogReader read(BufferedReader lines) throws IOException {
    CatalogReader reader = new CatalogReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        reader.add(line);
      }
    }
    return reader;
  }

  Map<String, CatalogLines> triggers() {
    return triggers;
  }

  Map<String, CatalogLines> nodes() {
    return nodes;
  }

  private void add(String line) {
    if (!line.startsWith(" ")) {
      CatalogLines entry = new CatalogLines(line);
      if ((entry.isTrigger() ? triggers : nodes).put(entry.type(), entry) != null) {
        throw new IllegalStateException("Listed twice: " + line);
      }
      last = entry;
    } else if (last == null) {
      throw new IllegalStateException("A field of no type: " + line);
    } else {
      last.add(line.strip());
    }
  }
}
