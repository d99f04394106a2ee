package dev.sluice.api.flow;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a flow: where, what was found and what was expected.
 *
 * @param severity whether the flow can still run
 * @param file the file it was read from, or null if it did not come from one
 * @param nodeId the id of the node, or the key of the trigger, or null for the flow itself
 * @param label the label of that node or trigger, or null if it has none
 * @param field the property, as a path such as {@code config.rules[1].destination}, or null if the
 *     problem is not with one property
 * @param message what is wrong, as a sentence
 * @param found what was found, or null if the message says it all
 * @param expected what was expected instead, or null if the message says it all
 */
public record Problem(
    Severity severity,
    @Nullable String file,
    @Nullable String nodeId,
    @Nullable String label,
    @Nullable String field,
    String message,
    @Nullable String found,
    @Nullable String expected) {

  /** How bad a problem is. */
  public enum Severity {
    /** The flow cannot be deployed. */
    ERROR,
    /** The flow can be deployed and will do less than its author may expect. */
    WARNING
  }

  /**
   * The same problem, found in a file.
   *
   * @param name the file's name
   * @return the problem with its file
   */
  public Problem inFile(String name) {
    return new Problem(severity, name, nodeId, label, field, message, found, expected);
  }

  /**
   * The problem in one line.
   *
   * @return such as {@code error: flow.json: node n1 "Check": config.expression: … (found …;
   *     expected …)}
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(severity == Severity.ERROR ? "error" : "warning");
    if (file != null) {
      line.append(": ").append(file);
    }
    if (nodeId != null) {
      line.append(": node ").append(nodeId);
    }
    if (label != null) {
      line.append(nodeId == null ? ": " : " ").append('"').append(label).append('"');
    }
    if (field != null) {
      line.append(": ").append(field);
    }
    line.append(": ").append(message);
    if (found != null || expected != null) {
      line.append(" (");
      if (found != null) {
        line.append("found ").append(found).append(expected == null ? "" : "; ");
      }
      if (expected != null) {
        line.append("expected ").append(expected);
      }
      line.append(')');
    }
    return line.toString();
  }
}
