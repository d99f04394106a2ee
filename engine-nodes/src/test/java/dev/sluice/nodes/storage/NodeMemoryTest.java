package dev.sluice.nodes.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeMemoryTest {
  private static final String THROTTLE = "{ratePerMinute: 1, throttleIdTemplate: '{{data.id}}'}";

  @Test
  void whatNodesRememberIsNotAmongTheEntriesOfTheFlow() {
    TestFlow flow =
        TestFlow.withButton("flow", "set")
            .node(
                "set", "StoreValueNode", "{keyName: 'k', valueType: 'template', value: 'v'}", "n1")
            .node("n1", "ThrottleNode", THROTTLE, "", "get")
            .node("get", "GetValueNode", "{getAll: true, valuePath: 'all'}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{}").succeeded();
      assertEquals(Json.value("{k: 'v'}"), outcome.at("all"));
      assertEquals(2, outcome.result().storageWrites().size());
      String key = outcome.result().storageWrites().getLast().key();
      assertTrue(NodeMemory.isKey(key));
      assertFalse(NodeMemory.isKey("k"));
    }
  }

  @Test
  void noFlowCanNameTheEntryOfANode() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "StoreValueNode",
                "{keyName: '{{{data.k}}}', valueType: 'template', value: ''}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Value data = ObjectValue.of("k", Value.of("\u001f2:n1:"));
      assertEquals("ValidationError", engine.press("flow", data).error().name());
    }
  }

  @Test
  void nodesDoNotShareWhatTheyRemember() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1", "n", "n2")
            .node("n1", "ThrottleNode", THROTTLE, "", "")
            .node("n", "ThrottleNode", "{ratePerMinute: 1, throttleIdTemplate: '1:'}", "", "d")
            .node("n2", "ThrottleNode", THROTTLE, "", "d")
            .node("d", "DebugNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome first = engine.press("flow", "{id: 'a'}");
      assertEquals(1, first.output());
      assertEquals(2, first.visits("d"));
      Outcome second = engine.press("flow", "{id: 'a'}");
      assertEquals(0, second.output());
      assertEquals(0, second.visits("d"));
    }
  }

  @Test
  void memoryOutlivesADeployment() {
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "ThrottleNode", THROTTLE, "", "");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      assertEquals(1, engine.press("flow", "{}").output());
      engine.deploy(flow);
      assertEquals(0, engine.press("flow", "{}").output());
    }
  }

  /** What a node's memory of an identifier is kept under, if it may be kept at all. */
  private static String key(String identifier) {
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "ThrottleNode", THROTTLE, "", "");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome first = engine.press("flow", ObjectValue.of("id", Value.of(identifier)));
      assertEquals(1, first.succeeded().output());
      assertEquals(0, engine.press("flow", ObjectValue.of("id", Value.of(identifier))).output());
      return first.result().storageWrites().getFirst().key();
    }
  }

  @Test
  void identifiersMayBeLongerThanTheKeysOfEntries() {
    String start = "\u001f2:n1:";
    String longest = "x".repeat(Storage.MAX_KEY_LENGTH - start.length());
    assertEquals(start + longest, key(longest));
    String shortened = key(longest + "x");
    assertTrue(shortened.startsWith("\u001f#"), shortened);
    assertTrue(shortened.length() <= Storage.MAX_KEY_LENGTH);
    assertNotEquals(shortened, key(longest + "y"));
    assertEquals(shortened, key(longest + "x"));
  }

  @Test
  void oneRunAfterTheOtherMayUpdateAnEntry() {
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "ThrottleNode", THROTTLE, "", "");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      assertEquals(1, engine.press("flow", "{}").output());
      // On another thread: that of the first run would not notice that it still holds the entry.
      assertEquals(
          0,
          assertTimeoutPreemptively(
              Duration.ofSeconds(30), () -> engine.press("flow", "{}").output()));
    }
  }
}
