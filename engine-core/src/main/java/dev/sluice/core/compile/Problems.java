package dev.sluice.core.compile;

import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a flow version, and where. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Where a problem is: in a node or trigger, or in the flow itself. */
  record Site(@Nullable String nodeId, @Nullable String label) {
    static final Site FLOW = new Site(null, null);

    static Site of(@Nullable String id, ObjectValue meta) {
      Value label = meta.get("label");
      return new Site(id, label.isPresent() ? label.toText() : null);
    }
  }

  void error(
      Site site,
      @Nullable String field,
      String message,
      @Nullable String was,
      @Nullable String expected) {
    add(Severity.ERROR, site, field, message, was, expected);
  }

  void warning(
      Site site,
      @Nullable String field,
      String message,
      @Nullable String was,
      @Nullable String expected) {
    add(Severity.WARNING, site, field, message, was, expected);
  }

  private void add(
      Severity severity,
      Site site,
      @Nullable String field,
      String message,
      @Nullable String was,
      @Nullable String expected) {
    found.add(new Problem(severity, null, site.nodeId, site.label, field, message, was, expected));
  }

  boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<Problem> list() {
    return List.copyOf(found);
  }
}
