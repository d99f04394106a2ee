package dev.sluice.nodes.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.palette.PaletteCustomNode;
import dev.sluice.api.palette.PaletteType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.catalog.CatalogEntry;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import dev.sluice.nodes.logic.LoopCapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private static final String ID = "5f1c2d3e4f5a6b7c8d9e0f1a";

  private static Palette palette() {
    try (Engine engine = Engine.builder().build()) {
      return engine.palette();
    }
  }

  private static PaletteType node(Palette palette, String type) {
    return palette.nodes().stream()
        .filter(node -> node.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static TestFlow customNode(String id) {
    return TestFlow.customNode(id, "r").node("r", "CustomNodeCapNode", "{}");
  }

  // ---- the types

  @Test
  void everyTypeOfTheFormatIsInIt() {
    Palette palette = palette();
    Catalog catalog = Catalog.load();
    assertEquals(
        catalog.triggers().stream().map(CatalogEntry::type).toList(),
        palette.triggers().stream().map(PaletteType::type).toList());
    assertEquals(
        catalog.nodes().stream().map(CatalogEntry::type).toList(),
        palette.nodes().stream().map(PaletteType::type).toList());
    assertNull(palette.applicationId());
    assertEquals(List.of(), palette.customNodes());
  }

  @Test
  void everyTypeTellsWhatItIs() {
    Palette palette = palette();
    List<PaletteType> types = new ArrayList<>(palette.triggers());
    types.addAll(palette.nodes());
    for (PaletteType type : types) {
      assertFalse(type.name().isBlank(), type.type());
      assertFalse(type.label().isBlank(), type.type());
      assertFalse(type.category().isBlank(), type.type());
      assertTrue(type.description().endsWith("."), type.type());
      assertFalse(type.flowClasses().isEmpty(), type.type());
      assertEquals(type.isImplemented(), type.configSchema() != null, type.type());
      assertEquals(type.isImplemented(), type.outputs() != null, type.type());
    }
    assertTrue(palette.triggers().stream().allMatch(PaletteType::isImplemented));
  }

  @Test
  void everyFieldIsDescribed() {
    for (PaletteType type : palette().nodes()) {
      ObjectValue schema = type.configSchema();
      if (schema != null) {
        assertDescribed(type.type(), schema);
      }
    }
  }

  private static void assertDescribed(String where, ObjectValue schema) {
    if (schema.get("properties") instanceof ObjectValue properties) {
      properties.forEach(
          (name, property) -> {
            if (!property.get("const").isPresent()) {
              String field = where + "." + name;
              assertTrue(property.get("description").toText().endsWith("."), field);
              assertDescribed(field, (ObjectValue) property);
            }
          });
    }
    for (String part : List.of("anyOf", "oneOf")) {
      if (schema.get(part) instanceof ArrayValue options) {
        options.forEach(option -> assertDescribed(where, (ObjectValue) option));
      }
    }
    if (schema.get("items") instanceof ObjectValue item) {
      assertDescribed(where + "[]", item);
    }
  }

  @Test
  void everySchemaIsASchema() {
    var metaSchema =
        SCHEMAS.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    Palette palette = palette();
    List<PaletteType> types = new ArrayList<>(palette.triggers());
    types.addAll(palette.nodes());
    for (PaletteType type : types) {
      ObjectValue schema = type.configSchema();
      if (schema != null) {
        assertEquals(
            List.of(), metaSchema.validate(schema.toJson(), InputFormat.JSON), type.type());
      }
    }
  }

  @Test
  void aTypeOfTheHostsOwnIsInItToo() {
    try (Engine engine = Engine.builder().nodeType(new NoteNode()).build()) {
      PaletteType note = node(engine.palette(), "NoteNode");
      assertTrue(note.isImplemented());
      assertEquals("Takes a note.", note.description());
      List<String> types = engine.palette().nodes().stream().map(PaletteType::type).toList();
      assertEquals(types.stream().sorted().toList(), types);
    }
  }

  // ---- the document

  @Test
  void aTypeIsWrittenWithAllThatIsKnown() {
    assertEquals(
        Json.value(
            """
            {type: 'LoopCapNode', name: 'loop-next', category: 'loop', label: 'Next',
             description: 'Ends an iteration of the loop it is in.',
             compatibleFlowClasses: {cloud: true, experience: true, edge: true, embedded: false,
               customNode: true},
             implemented: true,
             configSchema: {'$schema': 'http://json-schema.org/draft-07/schema#', type: 'object',
               properties: {
                 loopNodeId: {description: 'The id of the loop that the node is in.',
                   type: ['string', 'number', 'boolean']},
                 shouldBreak: {description: 'Whether the loop ends with this iteration.',
                   anyOf: [{type: ['boolean', 'string'], pattern: '^(true|false)$'},
                     {type: ['string', 'null'], pattern: '^\\\\s*$'}], default: false},
                 mapValuePath: {description:
                   "Where the iteration's value for the map of the loop is found; where the loop says if blank.",
                   anyOf: [{type: ['string', 'number', 'boolean'], format: 'payloadPath'},
                     {type: ['string', 'null'], pattern: '^\\\\s*$'}]}},
               required: ['loopNodeId']},
             outputs: []}"""),
        written("nodes", new LoopCapNode().description().type()));
    assertEquals(
        Json.value("[{name: 'after', isBody: false}, {name: 'body', isBody: true}]"),
        written("nodes", "LoopNode").get("outputs"));
    assertEquals(Value.of("1.20.0"), edge(written("nodes", "ObjectNode")));
    assertEquals(Value.of(false), edge(written("nodes", "CustomNodeCapNode")));
    assertEquals(Value.of("1.0.0"), edge(written("triggers", "timer")));
  }

  private static Value edge(Value type) {
    return type.get("compatibleFlowClasses").get("edge");
  }

  @Test
  void aTypeWithoutImplementationIsWrittenAsOne() {
    assertEquals(
        Json.value(
            """
            {type: 'UdpSendNode', name: 'udp-send', category: 'output', label: 'UDP Send',
             description: 'Sends a UDP message.',
             compatibleFlowClasses: {cloud: false, experience: false, edge: '1.2.0',
               embedded: false, customNode: false},
             implemented: false}"""),
        written("nodes", "UdpSendNode"));
  }

  private static Value written(String list, String type) {
    for (Value each : (ArrayValue) palette().toJson().get(list)) {
      if (each.get("type").equals(Value.of(type))) {
        return each;
      }
    }
    throw new AssertionError("There is no " + type);
  }

  // ---- custom nodes

  @Test
  void customNodesInServiceAreInIt() {
    try (TestEngine engine = TestEngine.start(builder -> builder.application(ID, "Mine"))) {
      engine.deploy(customNode("b"));
      engine.deploy(customNode("a"));
      engine.deploy(TestFlow.withButton("c"));
      Palette palette = engine.engine().palette();
      assertEquals(ID, palette.applicationId());
      assertEquals(
          List.of("a", "b"), palette.customNodes().stream().map(PaletteCustomNode::id).toList());
      engine.engine().undeploy("a");
      assertEquals(1, engine.engine().palette().customNodes().size());
    }
  }

  @Test
  void aCustomNodeIsWrittenAsTheApiDoes() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(
          customNode(ID)
              .with("description", "'Does it.'")
              .with("shortDescription", "'It'")
              .with("docsUrl", "'https://example.com/it'")
              .with("iconData", "''")
              .with("category", "'logic'")
              .with("customNodeSupports", "['edge']")
              .with("minimumAgentVersion", "'1.41.0'")
              .with(
                  "customNodeConfig",
                  """
                  {outputCount: 2, resultMode: 'optional', resultDescription: 'A result',
                   fields: [{id: 'f', type: 'stringTemplate', label: 'F', required: true,
                     validRegExp: 'x+'}, {type: 'section', label: 'S'}]}"""));
      assertEquals(
          Json.value(
              """
              {id: '%s', name: 'Flow %s', description: 'Does it.', shortDescription: 'It',
               docsUrl: 'https://example.com/it', category: 'logic',
               customNodeConfig: {outputCount: 2, resultMode: 'optional',
                 resultDescription: 'A result',
                 fields: [{id: 'f', type: 'stringTemplate', label: 'F', required: true,
                   validRegExp: 'x+'}, {type: 'section', label: 'S'}]},
               version: 'develop',
               compatibleFlowClasses: {cloud: false, experience: false, edge: '1.41.0',
                 embedded: false, customNode: true}}"""
                  .formatted(ID, ID)),
          engine.engine().palette().toJson().get("customNodes").get("0"));
    }
  }

  @Test
  void whatTheApiHasNoPlaceForIsLeftOut() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(
          customNode(ID)
              .with("name", "''")
              .with("description", "5")
              .with("category", "'mine'")
              .with("customNodeConfig", "{resultDescription: 'R'}"));
      assertEquals(
          Json.value(
              """
              {id: '%s', customNodeConfig: {resultDescription: 'R', fields: [], outputCount: 1,
                 resultMode: 'none'},
               version: 'develop',
               compatibleFlowClasses: {cloud: true, experience: true, edge: true, embedded: true,
                 customNode: true}}"""
                  .formatted(ID)),
          engine.engine().palette().toJson().get("customNodes").get("0"));
    }
  }

  @Test
  void itIsTheVersionThatRunsWhereNoneIsNamed() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(customNode(ID).with("name", "''"), "v1");
      assertEquals("v1", only(engine).version());
      assertEquals(ID + "-v1", only(engine).versionId());
      assertEquals("", only(engine).name());
      engine.deploy(customNode(ID).with("defaultVersionId", "'" + ID + "-v1'"));
      assertEquals("v1", only(engine).version());
      assertEquals("Flow " + ID, only(engine).name());
      engine.deploy(customNode(ID));
      assertEquals("develop", only(engine).version());
      assertNull(only(engine).versionId());
    }
  }

  private static PaletteCustomNode only(TestEngine engine) {
    List<PaletteCustomNode> customNodes = engine.engine().palette().customNodes();
    assertEquals(1, customNodes.size());
    return customNodes.getFirst();
  }

  @Test
  void itHasTheShapeThatTheApiDocuments() throws IOException {
    Path file = Path.of(System.getProperty("sluice.api", "api"), "paletteResponse.json");
    assumeTrue(Files.exists(file), "There is no schema at " + file);
    try (TestEngine engine = TestEngine.start(builder -> builder.application(ID, "Mine"))) {
      engine.deploy(
          customNode(ID)
              .with("description", "'Does it.'")
              .with("category", "'data'")
              .with("customNodeConfig", "{fields: [{type: 'section', label: 'S'}]}"));
      engine.deploy(customNode("5f1c2d3e4f5a6b7c8d9e0f1b").with("name", "''"));
      Palette palette = engine.engine().palette();
      assertNotNull(Objects.requireNonNull(palette.customNodes().getFirst().config()));
      List<Error> errors =
          SCHEMAS
              .getSchema(Files.readString(file), InputFormat.JSON)
              .validate(palette.toJson().toJson(), InputFormat.JSON);
      assertEquals(List.of(), errors);
    }
  }
}
