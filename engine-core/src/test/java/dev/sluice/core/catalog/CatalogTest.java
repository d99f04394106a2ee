package dev.sluice.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private static final Set<FlowClass> ALL = Set.of(FlowClass.values());
  private static final Set<FlowClass> ALL_BUT_EMBEDDED =
      Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.EDGE, FlowClass.CUSTOM_NODE);
  private static final Set<FlowClass> ON_THE_PLATFORM =
      Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.CUSTOM_NODE);
  private static final Set<FlowClass> EDGE = Set.of(FlowClass.EDGE);

  private static final Set<String> CATEGORIES =
      Set.of("trigger", "logic", "data", "output", "experience", "debug");

  private final Catalog catalog = Catalog.load();

  static Stream<Arguments> nodes() {
    return Stream.of(
        arguments("ConditionalNode", ALL, null),
        arguments("MutateNode", ALL, null),
        arguments("DebugNode", ALL, null),
        arguments("GenerateIdNode", ALL, "1.1.0"),
        arguments("ThrowErrorNode", ALL, "1.48.0"),
        arguments("BranchOnChangeNode", ALL_BUT_EMBEDDED, null),
        arguments("DelayNode", ALL_BUT_EMBEDDED, null),
        arguments("GeofenceNode", ALL_BUT_EMBEDDED, null),
        arguments("LoopCapNode", ALL_BUT_EMBEDDED, null),
        arguments("LoopNode", ALL_BUT_EMBEDDED, null),
        arguments("ObjectNode", ALL_BUT_EMBEDDED, "1.20.0"),
        arguments("StringNode", ALL_BUT_EMBEDDED, null),
        arguments("ThrottleNode", ALL_BUT_EMBEDDED, null),
        arguments("TimeRangeNode", ALL_BUT_EMBEDDED, null),
        arguments("RawFunctionNode", ALL_BUT_EMBEDDED, null),
        arguments("HashNode", ALL_BUT_EMBEDDED, "1.1.0"),
        arguments("CSVDecodeNode", ALL_BUT_EMBEDDED, "1.6.0"),
        arguments("EndpointReplyNode", ON_THE_PLATFORM, null),
        arguments("GetDeviceNode", ON_THE_PLATFORM, null),
        arguments("ModbusReadNode", EDGE, "1.0.0"),
        arguments("UdpSendNode", EDGE, "1.2.0"),
        arguments("CustomNodeCapNode", Set.of(FlowClass.CUSTOM_NODE), null),
        arguments("Base64DecodeNode", Set.of(FlowClass.EMBEDDED), null),
        arguments("Base64EncodeNode", Set.of(FlowClass.EMBEDDED), null));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void knowsWhereANodeMayBeUsed(String type, Set<FlowClass> classes, @Nullable String agent) {
    assertPlace(type, classes, agent, catalog.node(type).orElseThrow());
  }

  private static void assertPlace(
      String type, Set<FlowClass> classes, @Nullable String agent, CatalogEntry entry) {
    assertEquals(type, entry.type());
    assertEquals(classes, entry.flowClasses());
    assertEquals(agent, entry.minimumAgentVersion());
  }

  static Stream<Arguments> triggers() {
    return Stream.of(
        arguments("virtualButton", ALL, "1.5.0"),
        arguments("timer", Set.of(FlowClass.CLOUD, FlowClass.EDGE, FlowClass.EMBEDDED), "1.0.0"),
        arguments("webhook", Set.of(FlowClass.CLOUD), null),
        arguments("endpoint", Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE), null),
        arguments("customNodeStart", Set.of(FlowClass.CUSTOM_NODE), null),
        arguments("onBoot", Set.of(FlowClass.EDGE, FlowClass.EMBEDDED), "1.11.0"),
        arguments("deviceCommand", Set.of(FlowClass.EDGE, FlowClass.EMBEDDED), "1.0.0"),
        arguments("onConnect", EDGE, "1.11.0"),
        arguments(
            "flowError", Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.EDGE), "1.13.0"));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void knowsWhereATriggerMayBeUsed(String type, Set<FlowClass> classes, @Nullable String agent) {
    assertPlace(type, classes, agent, catalog.trigger(type).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "conditionalnode", "ConditionalNode ", "Conditional", "virtualButton"})
  void knowsNoOtherNodes(String type) {
    assertTrue(catalog.node(type).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VirtualButton", "button", "ConditionalNode"})
  void knowsNoOtherTriggers(String type) {
    assertTrue(catalog.trigger(type).isEmpty());
  }

  static Stream<CatalogEntry> entries() {
    Catalog catalog = Catalog.load();
    return Stream.concat(catalog.triggers().stream(), catalog.nodes().stream());
  }

  @Test
  void itHasTheWholeFormat() {
    assertEquals(40, catalog.triggers().size());
    assertTrue(catalog.nodes().size() >= 152, () -> String.valueOf(catalog.nodes().size()));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyTypeSaysWhereItMayBeUsed(CatalogEntry entry) {
    assertFalse(entry.flowClasses().isEmpty());
    String agent = entry.minimumAgentVersion();
    assertTrue(agent == null || AgentVersion.parse(agent).isPresent(), agent);
    assertTrue(agent == null || entry.flowClasses().contains(FlowClass.EDGE), agent);
    boolean onlyOnEdge = entry.flowClasses().equals(EDGE);
    assertTrue(agent != null || !onlyOnEdge, "Every type that only agents have came with one");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyDisplayIsWhole(CatalogEntry entry) {
    CatalogEntry.Display display = entry.display();
    if (display != null) {
      assertTrue(CATEGORIES.contains(display.category()), display.category());
      assertTrue(display.name().matches("[A-Za-z0-9-]+"), display.name());
      assertFalse(display.label().isBlank());
      assertTrue(display.description().matches("[A-Z].*\\."), display.description());
    }
  }

  @Test
  void everyTriggerIsShownAndHasASchema() {
    for (CatalogEntry entry : catalog.triggers()) {
      assertEquals("trigger", Objects.requireNonNull(entry.display(), entry.type()).category());
      assertEquals(Value.of("object"), Objects.requireNonNull(entry.configSchema()).get("type"));
    }
    for (CatalogEntry entry : catalog.nodes()) {
      assertNull(entry.configSchema(), entry.type());
    }
  }

  // ---- reading

  private static Catalog read(String... lines) {
    try {
      return Catalog.read(new StringReader(String.join("\n", lines)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLineIsAnEntry() {
    Catalog read =
        read(
            "# a comment",
            "",
            "node ANode cloud,edge 1.2.0",
            "node BNode embedded | logic b-node | B | Does B.");
    assertEquals(
        new CatalogEntry("ANode", Set.of(FlowClass.CLOUD, FlowClass.EDGE), "1.2.0", null, null),
        read.node("ANode").orElseThrow());
    assertEquals(
        new CatalogEntry(
            "BNode",
            Set.of(FlowClass.EMBEDDED),
            null,
            new CatalogEntry.Display("logic", "b-node", "B", "Does B."),
            null),
        read.node("BNode").orElseThrow());
    assertTrue(read.triggers().isEmpty());
  }

  @Test
  void theLinesBelowATriggerAreItsFields() {
    Catalog read =
        read(
            "trigger a cloud | trigger a | A | Fires.",
            "  text text | A text.",
            "  number required number | A number.",
            "  flag flag | A flag.",
            "  object required object | An object.",
            "  whole whole 1..10 | A whole number.",
            "  word one of x,y | A word.",
            "  texts list of text | Texts.",
            "  words list of one of x,y | Words.",
            "trigger b cloud | trigger b | B | Fires.");
    assertEquals(
        Value.parseJson(
            """
            {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
             "properties": {
               "text": {"description": "A text.", "type": "string"},
               "number": {"description": "A number.", "type": "number"},
               "flag": {"description": "A flag.", "type": "boolean"},
               "object": {"description": "An object.", "type": "object"},
               "whole": {"description": "A whole number.", "type": "integer",
                 "minimum": 1, "maximum": 10},
               "word": {"description": "A word.", "enum": ["x", "y"]},
               "texts": {"description": "Texts.", "type": "array", "items": {"type": "string"}},
               "words": {"description": "Words.", "type": "array", "items": {"enum": ["x", "y"]}}},
             "required": ["number", "object"]}
            """),
        read.trigger("a").orElseThrow().configSchema());
    assertEquals(
        Value.parseJson(
            """
            {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
             "properties": {}}
            """),
        read.trigger("b").orElseThrow().configSchema());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node ANode cloud\nnode ANode edge",
        "trigger a cloud\ntrigger a cloud",
        "trigger a cloud\n  field colour | A colour.",
        "trigger a nowhere",
        "  field text | A field of nothing.",
      })
  void aMistakeIsNotPassedOver(String lines) {
    assertThrows(
        RuntimeException.class,
        () -> {
          Catalog read = read(lines);
          read.triggers();
          read.nodes();
        });
  }
}
