package dev.sluice.nodes.script;

/** A script did not end well. Line and column are those of the script's own text. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a script did not end well. */
  public enum Kind {
    /** The script threw, or let through, an error. */
    THROWN,
    /** The script's text is not JavaScript. */
    SYNTAX,
    /** The script took longer than it may. */
    TIMEOUT,
    /** The script allocated more than it may. */
    MEMORY,
    /** The heap was full, though the script itself had allocated little, and did not get better. */
    HEAP_FULL,
    /** The script's result is larger, or nested deeper, than it may be. */
    OUTPUT_TOO_LARGE,
    /** The script's result has no form as a payload: it holds itself, or a BigInt. */
    OUTPUT_INVALID,
    /** The engine was closed, or the waiting thread interrupted, before the script ended. */
    CANCELLED
  }

  private final String name;
  private final String text;
  private final int line;
  private final int column;
  private final Kind kind;

  ScriptException(String name, String message, int line, int column, Kind kind) {
    super(message);
    this.name = name;
    this.text = message;
    this.line = line;
    this.column = column;
    this.kind = kind;
  }

  @Override
  public String getMessage() {
    StringBuilder description = new StringBuilder(name);
    if (!text.isEmpty()) {
      description.append(": ").append(text);
    }
    if (line > 0) {
      description.append(" (line ").append(line).append(", column ").append(column).append(')');
    }
    return description.toString();
  }

  /**
   * The error's name.
   *
   * @return such as {@code TypeError}
   */
  public String name() {
    return name;
  }

  /**
   * The error's own message, without its name and place.
   *
   * @return the message, possibly empty
   */
  public String text() {
    return text;
  }

  /**
   * The line of the script.
   *
   * @return the line from 1, or 0 if unknown
   */
  public int line() {
    return line;
  }

  /**
   * The column in that line.
   *
   * @return the column from 1, or 0 if unknown
   */
  public int column() {
    return column;
  }

  /**
   * Why the script did not end well.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
