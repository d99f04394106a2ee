package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.core.compile.FlowCompiler.Compilation;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.manage.VersionFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the graphs of versions that were deferred. To compile a flow may need the custom nodes that
 * it calls: those are compiled on the same thread, without waiting for another that does so, too,
 * and a store that somebody filled with custom nodes that call each other is not followed for ever.
 */
final class DeferredGraphs {
  private final Function<VersionFacts, FlowVersion> bodies;
  private final Function<FlowVersion, Compilation> compiler;
  private final ThreadLocal<Deque<DeferredVersion>> underWay =
      ThreadLocal.withInitial(ArrayDeque::new);

  /**
   * Makes graphs.
   *
   * @param bodies reads a version
   */
  DeferredGraphs(
      Function<VersionFacts, FlowVersion> bodies, Function<FlowVersion, Compilation> compiler) {
    this.bodies = bodies;
    this.compiler = compiler;
  }

  CompiledFlow make(DeferredVersion version) {
    Deque<DeferredVersion> callers = underWay.get();
    if (callers.contains(version)) {
      throw circle(version);
    }
    boolean outermost = callers.isEmpty();
    callers.push(version);
    try {
      return outermost ? version.makeAlone() : version.makeNow();
    } finally {
      callers.pop();
      if (outermost) {
        underWay.remove();
      }
    }
  }

  CompiledFlow compile(VersionFacts facts) {
    Compilation compilation = compiler.apply(bodies.apply(facts));
    return compilation.flow().orElseThrow(() -> new InvalidFlowException(compilation.problems()));
  }

  private static InvalidFlowException circle(DeferredVersion version) {
    return new InvalidFlowException(
        List.of(
            new Problem(
                Severity.ERROR,
                null,
                null,
                null,
                "nodes",
                "A custom node cannot call itself.",
                version.toString(),
                "calls that come to an end")));
  }
}
