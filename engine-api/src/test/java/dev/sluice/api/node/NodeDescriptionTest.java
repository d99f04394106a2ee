package dev.sluice.api.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeDescriptionTest {
  @Test
  void whatIsNotSetHasItsDefault() {
    NodeDescription description = NodeDescription.of("MutateNode", "mutate").build();
    assertEquals("MutateNode", description.type());
    assertEquals("mutate", description.name());
    assertEquals("logic", description.category());
    assertEquals("Mutate", description.label());
    assertEquals("", description.description());
    assertEquals(EnumSet.complementOf(EnumSet.of(FlowClass.EMBEDDED)), description.flowClasses());
    assertNull(description.minimumAgentVersion());
    assertEquals(Outputs.next(), description.outputs());
    assertFalse(description.waits());
  }

  @ParameterizedTest
  @CsvSource({"loop, Loop", "random-number, Random Number", "s7-read, S7 Read", "-a--b, A B"})
  void theLabelIsTheNameInWords(String name, String label) {
    assertEquals(label, NodeDescription.of("ANode", name).build().label());
  }

  @Test
  void everythingCanBeSet() {
    NodeDescription description =
        NodeDescription.of("HttpNode", "http")
            .category("data")
            .label("HTTP")
            .description("Sends a request.")
            .flowClasses(Set.of(FlowClass.EDGE))
            .minimumAgentVersion("1.2.0")
            .outputs(Outputs.branch())
            .waits()
            .build();
    assertEquals(
        new NodeDescription(
            "HttpNode",
            "http",
            "data",
            "HTTP",
            "Sends a request.",
            Set.of(FlowClass.EDGE),
            "1.2.0",
            Outputs.branch(),
            true),
        description);
    assertTrue(description.waits());
  }

  @Test
  void theSetOfClassesIsCopied() {
    EnumSet<FlowClass> classes = EnumSet.of(FlowClass.EDGE);
    NodeDescription description = NodeDescription.of("A", "a").flowClasses(classes).build();
    classes.add(FlowClass.CLOUD);
    assertEquals(Set.of(FlowClass.EDGE), description.flowClasses());
    assertThrows(
        UnsupportedOperationException.class, () -> description.flowClasses().add(FlowClass.CLOUD));
  }
}
