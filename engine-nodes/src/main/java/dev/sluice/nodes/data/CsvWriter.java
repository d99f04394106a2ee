package dev.sluice.nodes.data;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.List;

/** Writes objects and arrays as the records of CSV text, under a header. */
final class CsvWriter {
  /** No text of a payload is longer, in UTF-16 units. */
  private static final int MAX_LENGTH = 256 * 1024 * 1024;

  private final StringBuilder text = new StringBuilder();
  private final CsvFormat format;
  private final List<Column> columns;

  CsvWriter(CsvFormat format, List<String> headers) throws CsvException {
    this.format = format;
    columns = headers.stream().map(Column::of).toList();
    for (int i = 0; i < headers.size(); i++) {
      field(i, headers.get(i));
    }
    text.append(format.recordDelimiter());
  }

  /** A property by its name; a name that an object does not have is a path into it. */
  private record Column(String name, PayloadPath path) {
    static Column of(String name) {
      try {
        return new Column(name, PayloadPath.parse(name));
      } catch (InvalidPathException e) {
        return new Column(name, PayloadPath.of(List.of(name)));
      }
    }

    Value of(ObjectValue object) {
      return object.has(name) ? object.get(name) : path.read(object);
    }
  }

  /** Writes a record: of an object its properties by the header, of an array its items by place. */
  void record(Value row) throws CsvException {
    switch (row) {
      case ObjectValue object -> {
        for (int i = 0; i < columns.size(); i++) {
          field(i, text(columns.get(i).of(object)));
        }
      }
      case ArrayValue array -> {
        for (int i = 0; i < Math.min(array.size(), columns.size()); i++) {
          field(i, text(array.get(i)));
        }
      }
      default -> throw new CsvException("A row must be an object or an array, not " + shown(row));
    }
    text.append(format.recordDelimiter());
  }

  String text() {
    return text.toString();
  }

  private static String text(Value value) {
    return switch (value) {
      case StringValue string -> string.text();
      case NumberValue number -> number.toText();
      case BooleanValue flag -> flag.isTruthy() ? "1" : "";
      case DateValue date -> Value.of(date.toNumber()).toText();
      case ObjectValue object -> object.toJson();
      case ArrayValue array -> array.toJson();
      default -> "";
    };
  }

  private void field(int index, String value) throws CsvException {
    if (text.length() + (long) value.length() > MAX_LENGTH) {
      throw new CsvException("The text would be longer than " + MAX_LENGTH + " characters");
    }
    if (index > 0) {
      text.append(format.delimiter());
    }
    String quote = format.quote();
    String escape = format.escape();
    boolean quoted =
        value.contains(quote)
            || wouldEnd(value, format.delimiter())
            || wouldEnd(value, format.recordDelimiter());
    if (!quoted) {
      text.append(value);
      return;
    }
    String escaped = escape.equals(quote) ? value : value.replace(escape, escape + escape);
    text.append(quote).append(escaped.replace(quote, escape + quote)).append(quote);
  }

  /**
   * Whether a delimiter would be read in a value, or from its end on where it is followed by one.
   */
  private static boolean wouldEnd(String value, String delimiter) {
    return (value + delimiter).indexOf(delimiter) < value.length();
  }

  private static String shown(Value value) {
    return value == Value.undefined() ? "undefined" : value.toJson();
  }
}
