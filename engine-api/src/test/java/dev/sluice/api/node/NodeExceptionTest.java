package dev.sluice.api.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeExceptionTest {
  @Test
  void carriesNameMessageAndTrace() {
    NodeException plain = new NodeException("ValidationError", "No.");
    assertEquals("ValidationError", plain.name());
    assertEquals("No.", plain.getMessage());
    assertEquals(List.of(), plain.trace());
    List<String> lines = new ArrayList<>(List.of("at a", "at b"));
    NodeException traced = new NodeException("TypeError", "No.", lines);
    lines.clear();
    assertEquals(List.of("at a", "at b"), traced.trace());
  }

  /** Nodes fail often; where in the engine they do interests nobody. */
  @Test
  void collectsNoJavaStackTrace() {
    assertEquals(0, new NodeException("A", "B").getStackTrace().length);
    assertEquals(0, new InvalidConfigException("a", "b", "c", "d").getStackTrace().length);
  }

  @Test
  void aConfigurationThatCannotBeUsedSaysWhy() {
    InvalidConfigException thrown =
        new InvalidConfigException("rules[2].destination", "No path.", "a..b", "a payload path");
    assertEquals("rules[2].destination", thrown.field());
    assertEquals("No path.", thrown.getMessage());
    assertEquals("a..b", thrown.found());
    assertEquals("a payload path", thrown.expected());
  }
}
