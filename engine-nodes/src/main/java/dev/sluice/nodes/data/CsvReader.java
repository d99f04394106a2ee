package dev.sluice.nodes.data;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records of CSV text as objects, the first naming the fields of the others. Each text is
 * read by a reader of its own, in one pass.
 */
final class CsvReader {
  private final String text;
  private final CsvFormat format;
  private final Runnable checkpoint;
  private final ArrayValue.Builder objects = ArrayValue.builder();
  private final StringBuilder field = new StringBuilder();
  private List<String> record = new ArrayList<>();
  private List<String> names = List.of();
  private boolean named;

  /** Whether the field that is being read was in quotes, which have ended. */
  private boolean unquoted;

  private int position;

  /**
   * A reader.
   *
   * @param checkpoint is run once for every record
   */
  CsvReader(String text, CsvFormat format, Runnable checkpoint) {
    this.text = text;
    this.format = format;
    this.checkpoint = checkpoint;
  }

  ArrayValue read() throws CsvException {
    while (position < text.length()) {
      if (isHere(format.quote())) {
        readQuoted();
      } else if (isHere(format.recordDelimiter())) {
        position += format.recordDelimiter().length();
        endField();
        endRecord();
      } else if (isHere(format.delimiter())) {
        position += format.delimiter().length();
        endField();
      } else {
        field.append(text.charAt(position++));
      }
    }
    // A delimiter at the very end ends the last record and begins no other.
    if (unquoted || !record.isEmpty() || !field.isEmpty()) {
      endField();
      endRecord();
    }
    return objects.build();
  }

  private void readQuoted() throws CsvException {
    if (!field.isEmpty()) {
      throw new CsvException(
          "Line " + line() + ": a quote in a field that does not begin with one, after " + shown());
    }
    int opened = line();
    position += format.quote().length();
    while (position < text.length()) {
      if (isEscape()) {
        position += format.escape().length();
        field.append(text.charAt(position++));
      } else if (isHere(format.quote())) {
        position += format.quote().length();
        if (!isFieldEnd()) {
          throw new CsvException(
              "Line " + line() + ": expected a delimiter behind a closing quote, found " + next());
        }
        unquoted = true;
        return;
      } else {
        field.append(text.charAt(position++));
      }
    }
    throw new CsvException("Line " + opened + ": the quote is not closed");
  }

  /** An escape that is the quote itself is one only before another quote. */
  private boolean isEscape() {
    int behind = position + format.escape().length();
    return isHere(format.escape())
        && behind < text.length()
        && (!format.escape().equals(format.quote()) || text.startsWith(format.quote(), behind));
  }

  private boolean isFieldEnd() {
    return position == text.length()
        || isHere(format.delimiter())
        || isHere(format.recordDelimiter());
  }

  private boolean isHere(String token) {
    return text.startsWith(token, position);
  }

  private void endField() {
    record.add(field.toString());
    field.setLength(0);
    unquoted = false;
  }

  private void endRecord() throws CsvException {
    checkpoint.run();
    if (!named) {
      named = true;
      names = record;
    } else if (record.size() == names.size()) {
      ObjectValue.Builder object = ObjectValue.builder();
      for (int i = 0; i < names.size(); i++) {
        object.put(names.get(i), record.get(i));
      }
      objects.add(object.build());
    } else {
      throw new CsvException(
          "Record "
              + (objects.build().size() + 1)
              + ": expected "
              + names.size()
              + " fields, as the header has, found "
              + record.size());
    }
    record = new ArrayList<>(names.size());
  }

  private int line() {
    return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
  }

  private String shown() {
    return quoted(field.substring(0, Math.min(field.length(), 20)));
  }

  private String next() {
    return quoted(text.substring(position, text.offsetByCodePoints(position, 1)));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
