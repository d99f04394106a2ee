package dev.sluice.core.catalog;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.core.catalog.CatalogEntry.Display;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an entry. They are read when someone asks for it: of all types most applications use
 * few. Once the catalog is read, safe for many threads.
 */
final class CatalogLines {
  private final boolean isTrigger;
  private final String type;
  private final String line;
  private final List<String> fields = new ArrayList<>();
  private volatile @Nullable CatalogEntry entry;

  /** The first line of an entry. */
  CatalogLines(String line) {
    int space = line.indexOf(' ');
    this.isTrigger = line.substring(0, space).equals("trigger");
    this.type = line.substring(space + 1, line.indexOf(' ', space + 1));
    this.line = line;
  }

  boolean isTrigger() {
    return isTrigger;
  }

  String type() {
    return type;
  }

  /** Adds the line of a field. */
  void add(String field) {
    fields.add(field);
  }

  /** What the lines say. */
  CatalogEntry entry() {
    CatalogEntry known = entry;
    if (known == null) {
      known = read();
      entry = known;
    }
    return known;
  }

  private CatalogEntry read() {
    String[] columns = line.split(" \\| ", -1);
    String[] words = columns[0].split(" ", -1);
    return new CatalogEntry(
        type,
        flowClasses(words[2]),
        words.length > 3 ? words[3] : null,
        columns.length > 1 ? display(columns) : null,
        isTrigger ? TriggerField.schema(fields.stream().map(TriggerField::read).toList()) : null);
  }

  private static Set<FlowClass> flowClasses(String keys) {
    Set<FlowClass> classes = EnumSet.noneOf(FlowClass.class);
    for (String key : keys.split(",", -1)) {
      classes.add(FlowClass.ofKey(key).orElseThrow());
    }
    return Set.copyOf(classes);
  }

  private static Display display(String[] columns) {
    String[] words = columns[1].split(" ", -1);
    return new Display(words[0], words[1], columns[2], columns[3]);
  }
}
