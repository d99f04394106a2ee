package dev.sluice.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.compile.FlowCompiler.Compilation;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.language.LanguageLimits;
import dev.sluice.core.language.Languages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiler with test node types, and the custom nodes that a test puts in service. */
final class TestCompiler {
  static final int NESTING = 4;

  private final Map<String, CompiledFlow> deployed = new HashMap<>();
  private final FlowCompiler compiler;

  /** A compiler with the standard types and some more. */
  TestCompiler(NodeType<?>... more) {
    this(ObjectValue.empty(), more);
  }

  TestCompiler(ObjectValue applicationGlobals, NodeType<?>... more) {
    List<NodeType<?>> types = new ArrayList<>(TestNode.standard());
    types.addAll(List.of(more));
    compiler =
        new FlowCompiler(
            new NodeTypes(types),
            Catalog.load(),
            languages(),
            key -> Optional.ofNullable(deployed.get(key.toString())),
            new InheritedGlobals(applicationGlobals, Map.of()),
            NESTING);
  }

  static Languages languages() {
    return new Languages(Clock.systemUTC(), LanguageLimits.defaults());
  }

  Compilation compile(FlowVersion version) {
    return compiler.compile(version);
  }

  /** A version that must compile. */
  CompiledFlow compiled(FlowVersion version) {
    Compilation compilation = compile(version);
    return compilation.flow().orElseThrow(() -> new AssertionError(compilation.problems()));
  }

  void deploy(FlowVersion version, String name) {
    CompiledFlow flow = compiled(version);
    deployed.put(flow.flowId() + "@" + name, flow);
  }

  /**
   * The problems of a version, each in one line; there is a flow if and only if none is an error.
   */
  List<String> problems(FlowVersion version) {
    Compilation compilation = compile(version);
    boolean sound =
        compilation.problems().stream()
            .allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
    assertEquals(sound, compilation.flow().isPresent());
    return compilation.problems().stream().map(Problem::toString).toList();
  }
}
