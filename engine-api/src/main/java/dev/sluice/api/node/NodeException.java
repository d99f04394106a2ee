package dev.sluice.api.node;

import java.util.List;

/** A node failed. The run it was part of ends with an error of this name and message. */
public final class NodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> trace;

  /**
   * A node failed.
   *
   * @param name the category, such as {@code ValidationError}
   * @param message what went wrong, for the flow's author
   */
  public NodeException(String name, String message) {
    this(name, message, List.of());
  }

  /**
   * A node failed inside code of the flow's author.
   *
   * @param name the category, such as {@code FunctionNodeTypeError}
   * @param message what went wrong, for the flow's author
   * @param trace the lines of the author's own stack trace, innermost first
   */
  public NodeException(String name, String message, List<String> trace) {
    super(message, null, false, false);
    this.name = name;
    this.trace = List.copyOf(trace);
  }

  /**
   * The category of the error.
   *
   * @return such as {@code ValidationError}
   */
  public String name() {
    return name;
  }

  /**
   * The stack trace of the flow's own code.
   *
   * @return its lines, empty if the error did not come from such code
   */
  public List<String> trace() {
    return trace == null ? List.of() : trace;
  }
}
