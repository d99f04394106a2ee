package dev.sluice.server.command;

import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A problem, and the flow it is in.
 *
 * @param flow the flow's id, or null if no flow could be read
 * @param version the name of the flow's version, or null if no flow could be read
 * @param problem the problem, with its file
 */
record LocatedProblem(@Nullable String flow, @Nullable String version, Problem problem) {
  boolean isError() {
    return problem.severity() == Severity.ERROR;
  }

  /** The problem in one line; a file may hold many flows, so the line names the flow as well. */
  String line(Style style) {
    Problem unlocated =
        new Problem(
            problem.severity(),
            null,
            problem.nodeId(),
            problem.label(),
            problem.field(),
            problem.message(),
            problem.found(),
            problem.expected());
    String severity = isError() ? "error" : "warning";
    String rest = unlocated.toString().substring(severity.length());
    String where = problem.file() == null ? "" : ": " + problem.file();
    if (flow != null) {
      where += ": flow " + flow + " (" + version + ")";
    }
    return (isError() ? style.bad(severity) : style.doubtful(severity))
        + Printable.line(where)
        + Printable.line(rest);
  }

  ObjectValue toJson() {
    return ObjectValue.builder()
        .put("severity", isError() ? "error" : "warning")
        .put("file", orNull(problem.file()))
        .put("flow", orNull(flow))
        .put("version", orNull(version))
        .put("node", orNull(problem.nodeId()))
        .put("label", orNull(problem.label()))
        .put("field", orNull(problem.field()))
        .put("message", problem.message())
        .put("found", orNull(problem.found()))
        .put("expected", orNull(problem.expected()))
        .build();
  }

  private static Value orNull(@Nullable String text) {
    return text == null ? Value.nullValue() : Value.of(text);
  }
}
