package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.core.graph.CustomNodeKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at what is to be kept, and refuses what could not run. */
final class Inspection {
  private final Means means;

  Inspection(Means means) {
    this.means = means;
  }

  /**
   * What a head is to keep of a version.
   *
   * @param where what stands before its problems, empty if it is the only one
   * @param made the version
   * @throws dev.sluice.api.manage.ManagementException if it has errors: it names them all
   */
  Outline outline(String where, Supplier<FlowVersion> made) {
    try {
      FlowVersion version = made.get();
      Checked checked = check(version);
      List<Problem> errors =
          checked.problems().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .toList();
      if (!errors.isEmpty()) {
        throw new InvalidFlowException(errors);
      }
      return new Outline(
          Heads.triggers(String.valueOf(version.flowId()), version.triggers()),
          checked.calls(),
          means.ids().next());
    } catch (InvalidFlowException e) {
      throw Refusals.invalid(
          where + e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }

  /** A custom node that was only begun has no start and no return yet: it is kept all the same. */
  private Checked check(FlowVersion version) {
    boolean begun =
        version.flowClass() == FlowClass.CUSTOM_NODE
            && version.triggers().isEmpty()
            && version.nodes().isEmpty();
    return begun ? new Checked(List.of(), List.of()) : means.service().check(version);
  }

  /**
   * Refuses custom nodes that would call themselves, be it through others.
   *
   * @param edit the flows as they will be
   */
  static void refuseCircles(FlowEdit edit, FlowEntry entry) {
    if (entry.head().flowClass() != FlowClass.CUSTOM_NODE) {
      return;
    }
    Deque<CustomNodeKey> open = new ArrayDeque<>(entry.head().outline().calls());
    entry.versions().values().forEach(version -> open.addAll(version.outline().calls()));
    Set<CustomNodeKey> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      CustomNodeKey call = open.remove();
      if (call.flowId().equals(entry.head().id())) {
        throw Refusals.invalid(
            "nodes: A custom node cannot call itself, be it through others: "
                + entry.head().name()
                + " does, by "
                + call);
      }
      edit.find(call.flowId())
          .flatMap(called -> called.called(call.version()))
          .ifPresent(outline -> outline.calls().stream().filter(seen::add).forEach(open::add));
    }
  }
}
