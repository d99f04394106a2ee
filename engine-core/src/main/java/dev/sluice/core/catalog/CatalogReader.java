package dev.sluice.core.catalog;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.catalog.CatalogEntry.Display;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the catalog; the file itself says what they look like. */
final class CatalogReader {
  private static final String TRIGGER = "trigger";

  private final Map<String, CatalogEntry> triggers = new TreeMap<>();
  private final Map<String, CatalogEntry> nodes = new TreeMap<>();
  private final List<TriggerField> fields = new ArrayList<>();
  private @Nullable String line;

  /** Reads all lines. */
  static CatalogReader read(Stream<String> lines) {
    CatalogReader reader = new CatalogReader();
    lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::add);
    reader.finish();
    return reader;
  }

  Map<String, CatalogEntry> triggers() {
    return triggers;
  }

  Map<String, CatalogEntry> nodes() {
    return nodes;
  }

  private void add(String next) {
    if (next.startsWith(" ")) {
      fields.add(TriggerField.read(next.strip()));
    } else {
      finish();
      line = next;
    }
  }

  /** Makes an entry of a line and of the fields below it. */
  private void finish() {
    if (line == null) {
      return;
    }
    String[] columns = line.split(" \\| ", -1);
    String[] words = columns[0].split(" ", -1);
    boolean isTrigger = words[0].equals(TRIGGER);
    CatalogEntry entry =
        new CatalogEntry(
            words[1],
            flowClasses(words[2]),
            words.length > 3 ? words[3] : null,
            columns.length > 1 ? display(columns) : null,
            isTrigger ? schema() : null);
    if ((isTrigger ? triggers : nodes).put(entry.type(), entry) != null) {
      throw new IllegalStateException("Listed twice: " + line);
    }
    fields.clear();
  }

  private static Set<FlowClass> flowClasses(String keys) {
    return Arrays.stream(keys.split(",", -1))
        .map(key -> FlowClass.ofKey(key).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Display display(String[] columns) {
    String[] words = columns[1].split(" ", -1);
    return new Display(words[0], words[1], columns[2], columns[3]);
  }

  private ObjectValue schema() {
    return TriggerField.schema(fields);
  }
}
