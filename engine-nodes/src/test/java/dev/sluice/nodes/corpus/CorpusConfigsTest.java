package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.Node;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.palette.PaletteType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The configurations of real flows are what the engine takes them to be. */
class CorpusConfigsTest {
  /** Fields of real configurations that mean nothing to a run. */
  private static final Set<String> MEANINGLESS =
      Set.of(
          "CustomNodeExecuteNode.isInstance",
          "SwitchNode.cases[].caseLabel",
          "SwitchNode.cases[].dontBreak");

  private static Map<String, ObjectValue> schemas(Collection<PaletteType> types) {
    Map<String, ObjectValue> schemas = new HashMap<>();
    for (PaletteType type : types) {
      if (type.isImplemented()) {
        schemas.put(type.type(), Objects.requireNonNull(type.configSchema()));
      }
    }
    return schemas;
  }

  private static Map<String, ObjectValue> nodeSchemas() {
    try (Engine engine = Engine.builder().build()) {
      return schemas(engine.palette().nodes());
    }
  }

  private static Map<String, ObjectValue> triggerSchemas() {
    try (Engine engine = Engine.builder().build()) {
      return schemas(engine.palette().triggers());
    }
  }

  private static Stream<Node> nodes(Corpus.Entry entry) {
    return entry.version().nodes().stream();
  }

  @Test
  void theyAreBoundWithoutAWarning() throws IOException {
    List<String> problems = new ArrayList<>();
    int bound = 0;
    try (Engine engine = Engine.builder().build()) {
      Set<String> implemented = schemas(engine.palette().nodes()).keySet();
      for (Corpus.Entry entry : Corpus.read()) {
        if (entry.version().flowClass() == FlowClass.CUSTOM_NODE) {
          engine.deploy(entry.version());
        }
      }
      for (Corpus.Entry entry : Corpus.read()) {
        bound += (int) nodes(entry).filter(node -> implemented.contains(node.type())).count();
        for (Problem problem : engine.validate(entry.version())) {
          String field = Optional.ofNullable(problem.field()).orElse("");
          boolean isCall = problem.message().startsWith("The custom node is not deployed");
          if (field.startsWith("config") && !isCall) {
            problems.add(entry.name() + ": " + problem);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(bound > 900, "Only " + bound + " configurations were bound");
  }

  @Test
  void theyAreValidByTheSchemasOfThePalette() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    Map<String, Schema> compiled = new HashMap<>();
    Map<String, ObjectValue> schemas = nodeSchemas();
    schemas.putAll(triggerSchemas());
    schemas.forEach(
        (type, schema) ->
            compiled.put(type, registry.getSchema(schema.toJson(), InputFormat.JSON)));
    List<String> mistakes = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.read()) {
      for (Node node : entry.version().nodes()) {
        check(entry, node.type(), node.config(), compiled, mistakes);
      }
      for (Trigger trigger : entry.version().triggers()) {
        check(entry, trigger.type(), trigger.config(), compiled, mistakes);
      }
    }
    assertEquals(List.of(), mistakes);
  }

  private static void check(
      Corpus.Entry entry,
      String type,
      ObjectValue config,
      Map<String, Schema> schemas,
      List<String> mistakes) {
    Schema schema = schemas.get(type);
    if (schema != null) {
      schema
          .validate(config.toJson(), InputFormat.JSON)
          .forEach(error -> mistakes.add(entry.name() + ": " + type + ": " + error));
    }
  }

  /** A field that a node does not know might be one that it should do something about. */
  @Test
  void theyHaveNoFieldThatIsNotUnderstood() throws IOException {
    Map<String, ObjectValue> schemas = nodeSchemas();
    schemas.putAll(triggerSchemas());
    Set<String> unknown = new TreeSet<>();
    for (Corpus.Entry entry : Corpus.read()) {
      for (Node node : entry.version().nodes()) {
        ObjectValue schema = schemas.get(node.type());
        if (schema != null) {
          collectUnknown(node.type(), node.config(), schema, unknown);
        }
      }
      for (Trigger trigger : entry.version().triggers()) {
        collectUnknown(
            trigger.type(),
            trigger.config(),
            Objects.requireNonNull(schemas.get(trigger.type())),
            unknown);
      }
    }
    unknown.removeAll(MEANINGLESS);
    assertEquals(Set.of(), unknown);
  }

  private static void collectUnknown(
      String where, Value value, ObjectValue schema, Set<String> unknown) {
    if (value instanceof ArrayValue array
        && alternative(schema).get("items") instanceof ObjectValue item) {
      array.forEach(each -> collectUnknown(where + "[]", each, item, unknown));
    } else if (value instanceof ObjectValue object) {
      ObjectValue chosen = chosen(alternative(schema), object);
      if (chosen.get("properties") instanceof ObjectValue properties) {
        object.forEach(
            (name, property) -> {
              if (properties.get(name) instanceof ObjectValue known) {
                collectUnknown(where + "." + name, property, known, unknown);
              } else {
                unknown.add(where + "." + name);
              }
            });
      }
    }
  }

  /** What a field holds where it is not missing. */
  private static ObjectValue alternative(ObjectValue schema) {
    return schema.get("anyOf") instanceof ArrayValue options
        ? (ObjectValue) options.get(0)
        : schema;
  }

  /** The schema that a property of the object chooses, if there is a choice. */
  private static ObjectValue chosen(ObjectValue schema, ObjectValue object) {
    if (schema.get("oneOf") instanceof ArrayValue options) {
      for (Value option : options) {
        for (var property : ((ObjectValue) option.get("properties")).keys()) {
          Value constant = option.get("properties").get(property).get("const");
          if (constant.isPresent() && constant.equals(object.get(property))) {
            return (ObjectValue) option;
          }
        }
      }
    }
    return schema;
  }
}
