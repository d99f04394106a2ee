package dev.sluice.server.command;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;

/**
 * Lays a value out for people: JSON over several lines, small containers on one line, long text,
 * long containers and deep nesting cut short, saying so.
 *
 * @param items how many entries of a container are shown
 * @param characters how many characters of a text are shown
 * @param lines after how many lines nothing more is shown
 */
record ValuePrinter(int items, int characters, int lines) {
  private static final int WIDTH = 72;
  private static final int DEEPEST = 24;
  private static final String STEP = "  ";

  /** For values along the way. */
  static ValuePrinter brief() {
    return new ValuePrinter(20, 300, 40);
  }

  /** For what a run came to. */
  static ValuePrinter full() {
    return new ValuePrinter(1_000, 10_000, 2_000);
  }

  /** A value, the lines after the first indented. */
  String print(Value value, String indent) {
    Page page = new Page();
    page.write(value, 0);
    return Printable.lines(page.text.toString(), indent);
  }

  /** A value on one line. */
  String printOnOneLine(Value value) {
    StringBuilder line = new StringBuilder();
    return writeInline(value, line, characters)
        ? Printable.line(line.toString())
        : Printable.line(Printable.shortened(line.toString(), characters));
  }

  /** Writes a value on one line; gives up, having written a part, if it does not fit. */
  private static boolean writeInline(Value value, StringBuilder line, int width) {
    // Each level writes a bracket before it goes deeper, so the width bounds the depth too.
    if (line.length() > width || line.length() > 10_000) {
      return false;
    }
    switch (value) {
      case ObjectValue object -> {
        String before = "{";
        for (int i = 0; i < object.size(); i++) {
          line.append(before).append(quoted(object.keyAt(i), width)).append(": ");
          before = ", ";
          if (!writeInline(object.valueAt(i), line, width)) {
            return false;
          }
        }
        line.append(object.size() == 0 ? "{}" : "}");
      }
      case ArrayValue array -> {
        line.append('[');
        for (int i = 0; i < array.size(); i++) {
          line.append(i == 0 ? "" : ", ");
          if (!writeInline(array.get(i), line, width)) {
            return false;
          }
        }
        line.append(']');
      }
      case StringValue string -> line.append(quoted(string.text(), width));
      default -> line.append(scalar(value));
    }
    return line.length() <= width;
  }

  private static String quoted(String text, int most) {
    String shortened = text.length() <= most ? text : text.substring(0, most) + "…";
    return Value.of(shortened).toJson();
  }

  /** JSON has no undefined and no numbers that are none; people want to see them. */
  private static String scalar(Value value) {
    String json = value instanceof UndefinedValue ? "undefined" : value.toJson();
    return value instanceof NumberValue number && json.equals("null") ? number.toText() : json;
  }

  /** What has been written so far. */
  private final class Page {
    private final StringBuilder text = new StringBuilder();
    private int written;

    void write(Value value, int depth) {
      StringBuilder line = new StringBuilder();
      if (writeInline(value, line, WIDTH - Math.min(WIDTH / 2, depth * STEP.length()))) {
        text.append(line);
        return;
      }
      switch (value) {
        case ObjectValue object when depth < DEEPEST -> {
          text.append('{');
          for (int i = 0; i < object.size() && begin(i, object.size(), depth); i++) {
            text.append(quoted(object.keyAt(i), characters)).append(": ");
            write(object.valueAt(i), depth + 1);
          }
          end('}', depth);
        }
        case ArrayValue array when depth < DEEPEST -> {
          text.append('[');
          for (int i = 0; i < array.size() && begin(i, array.size(), depth); i++) {
            write(array.get(i), depth + 1);
          }
          end(']', depth);
        }
        case ObjectValue object -> text.append("{… ").append(object.size()).append(" entries}");
        case ArrayValue array -> text.append("[… ").append(array.size()).append(" items]");
        case StringValue string -> {
          String all = string.text();
          text.append(quoted(all, characters));
          if (all.length() > characters) {
            text.append(" (").append(all.length() - characters).append(" more)");
          }
        }
        default -> text.append(scalar(value));
      }
    }

    /** Begins an entry; or says how many are left out, and gives false. */
    private boolean begin(int index, int size, int depth) {
      text.append(index == 0 ? "" : ",").append('\n').append(STEP.repeat(depth + 1));
      written++;
      if (index < items && written <= lines) {
        return true;
      }
      text.append("… ").append(size - index).append(" more");
      return false;
    }

    private void end(char bracket, int depth) {
      text.append('\n').append(STEP.repeat(depth)).append(bracket);
    }
  }
}
