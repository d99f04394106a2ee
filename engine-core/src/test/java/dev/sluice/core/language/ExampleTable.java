package dev.sluice.core.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a Markdown document: the rows of its tables whose heads name a kind of source, a
 * payload and a result.
 */
final class ExampleTable {
  /** Which of the languages the first column is written in. */
  enum Kind {
    PATH("path"),
    TEMPLATE("template"),
    EXPRESSION("expression"),
    JSON_TEMPLATE("JSON template");

    private final String head;

    Kind(String head) {
      this.head = head;
    }
  }

  /**
   * A row.
   *
   * @param line where it stands, counted from one
   * @param kind the language of the source
   * @param source what is evaluated
   * @param payload the JSON of what it reads
   * @param result what the document says comes out
   */
  record Example(int line, Kind kind, String source, String payload, String result) {
    @Override
    public String toString() {
      return "line " + line + ": " + source;
    }
  }

  private ExampleTable() {}

  /** The examples of a document in their order. */
  static List<Example> read(Path document) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> lines = Files.readAllLines(document);
    @Nullable Kind kind = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("|")) {
        kind = null;
      } else if (kind == null) {
        kind = kindOf(cells(line));
      } else if (!line.startsWith("|-")) {
        List<String> cells = cells(line);
        if (cells.size() != 3) {
          throw new IOException("Line " + (i + 1) + " has " + cells.size() + " cells: " + line);
        }
        examples.add(
            new Example(i + 1, kind, code(cells.get(0)), code(cells.get(1)), code(cells.get(2))));
      }
    }
    return examples;
  }

  private static @Nullable Kind kindOf(List<String> heads) {
    for (Kind kind : Kind.values()) {
      if (heads.equals(List.of(kind.head, "payload", "result"))) {
        return kind;
      }
    }
    return null;
  }

  /** The cells of a row. A bar that does not part them has a backslash before it. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (c == '\\' && line.startsWith("|", i + 1)) {
        cell.append('|');
        i++;
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  /** What stands between the backquotes, or the words of a cell that has none. */
  private static String code(String cell) {
    int ticks = 0;
    while (ticks < cell.length() && cell.charAt(ticks) == '`') {
      ticks++;
    }
    if (ticks == 0) {
      return cell;
    }
    String code = cell.substring(ticks, cell.length() - ticks);
    return ticks > 1 ? code.strip() : code;
  }
}
