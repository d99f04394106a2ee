package dev.sluice.nodes.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.nodes.Json;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationNodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{label: 'Note', description: '# Why\\n{{not a template'}"})
  void aNoteThatNothingLeadsToIsNothingToWarnOf(String meta) {
    TestFlow flow =
        TestFlow.withButton("flow", "d")
            .node("d", "DebugNode", "{}")
            .nodeWithMeta("note", "AnnotationNode", "{anything: [1]}", meta);
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(flow));
      Outcome outcome = engine.press("flow", "{}").succeeded();
      assertEquals(List.of("d"), outcome.visits());
    }
  }

  @Test
  void aNoteMayBeInsideALoop() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", "{loopSourcePath: 'a', currentItemPath: 'b'}", "", "cap")
            .nodeIn("n1", "cap", "LoopCapNode", "{loopNodeId: 'n1'}")
            .nodeIn("n1", "note", "AnnotationNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(flow));
    }
  }

  @Test
  void aNoteOnAPathDoesNothing() {
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "AnnotationNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{a: 1}").succeeded();
      assertEquals(Json.value("{a: 1}"), outcome.at("data"));
      assertEquals(1, outcome.result().pathsCompleted());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud", "experience", "edge", "embedded"})
  void aNoteIsForAnyFlow(String flowClass) {
    TestFlow flow =
        TestFlow.of("flow", flowClass)
            .trigger("virtualButton")
            .node("note", "AnnotationNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(flow));
    }
  }
}
