package dev.sluice.api.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowVersionTest {
  private static final String FULL =
      """
      {"id":"v1","flowId":"f1","version":"v1.0.0","name":"Main","flowClass":"edge","enabled":false,
       "notes":"Notes","minimumAgentVersion":"1.21.0","applicationId":"app",
       "globals":[{"key":"limit","json":"{\\"a\\":5}","extra":1}],
       "triggers":[{"key":"t1","type":"virtualButton","config":{"a":1},"meta":{"label":"Go"},
                    "outputIds":[["n1","n2"]],"extra":true}],
       "nodes":[{"id":"n1","type":"MutateNode","config":{"rules":[]},"meta":{"label":"Set"},
                 "outputIds":[["n2"],[]],"unknown":null},
                {"type":"NoteNode"}],
       "customNodeConfig":{"fields":[{"id":"in","type":"stringTemplate","label":"In",
                                      "required":true,"defaultValue":5,"hint":"h"},
                                     {"type":"section"}],
                           "outputCount":2,"resultMode":"optional","resultDescription":"d",
                           "color":"red"}}
      """;

  private static ObjectValue object(String json) {
    return (ObjectValue) Value.parseJson(json);
  }

  private static FlowVersion read(String json) {
    return FlowVersion.fromJson(object(json));
  }

  private static List<Problem> problems(String json) {
    return assertThrows(InvalidFlowException.class, () -> read(json)).problems();
  }

  @Test
  void everyPropertyIsRead() {
    FlowVersion version = read(FULL);
    assertEquals("v1", version.id());
    assertEquals("f1", version.flowId());
    assertEquals("v1.0.0", version.version());
    assertEquals("Main", version.name());
    assertEquals(FlowClass.EDGE, version.flowClass());
    assertFalse(version.enabled());
    assertEquals("Notes", version.notes());
    assertEquals("1.21.0", version.minimumAgentVersion());
    assertEquals(object("{\"applicationId\":\"app\"}"), version.other());
    assertEquals(
        List.of(new Global("limit", "{\"a\":5}", object("{\"extra\":1}"))), version.globals());
    assertEquals(Value.parseJson("{\"a\":5}"), version.globals().getFirst().value());
    assertEquals(
        List.of(
            new Trigger(
                "t1",
                "virtualButton",
                object("{\"a\":1}"),
                object("{\"label\":\"Go\"}"),
                List.of(List.of("n1", "n2")),
                object("{\"extra\":true}"))),
        version.triggers());
    assertEquals(
        List.of(
            new Node(
                "n1",
                "MutateNode",
                object("{\"rules\":[]}"),
                object("{\"label\":\"Set\"}"),
                List.of(List.of("n2"), List.of()),
                object("{\"unknown\":null}")),
            new Node(
                null,
                "NoteNode",
                ObjectValue.empty(),
                ObjectValue.empty(),
                List.of(),
                ObjectValue.empty())),
        version.nodes());
    CustomNodeConfig config = Objects.requireNonNull(version.customNodeConfig());
    assertEquals(2, config.outputCount());
    assertEquals("optional", config.resultMode());
    assertEquals("d", config.resultDescription());
    assertEquals(object("{\"color\":\"red\"}"), config.other());
    assertEquals(
        new CustomNodeConfig.Field(
            "in", "stringTemplate", "In", true, Value.of(5), object("{\"hint\":\"h\"}")),
        config.fields().getFirst());
    assertTrue(config.fields().getFirst().isInput());
    assertFalse(config.fields().getLast().isInput());
  }

  @Test
  void whatIsAbsentHasItsDefault() {
    FlowVersion version = read("{}");
    assertNull(version.id());
    assertNull(version.flowId());
    assertEquals("develop", version.version());
    assertNull(version.name());
    assertNull(version.flowClass());
    assertTrue(version.enabled());
    assertNull(version.notes());
    assertNull(version.minimumAgentVersion());
    assertEquals(List.of(), version.globals());
    assertEquals(List.of(), version.triggers());
    assertEquals(List.of(), version.nodes());
    assertNull(version.customNodeConfig());
    assertTrue(version.other().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FULL,
        "{\"version\":\"develop\"}",
        "{\"version\":null}",
        "{\"version\":\"v\",\"enabled\":true}",
        "{\"version\":\"v\",\"enabled\":false}",
        "{\"version\":\"v\",\"enabled\":null}",
        "{\"version\":\"v\",\"notes\":null,\"name\":null,\"id\":null,\"flowId\":null}",
        "{\"version\":\"v\",\"notes\":\"\",\"name\":\"\",\"minimumAgentVersion\":null}",
        "{\"version\":\"v\",\"flowClass\":null,\"customNodeConfig\":null,\"globals\":null}",
        "{\"version\":\"v\",\"globals\":[],\"triggers\":[],\"nodes\":[],\"customNodeConfig\":{}}",
        "{\"version\":\"v\",\"triggers\":null,\"nodes\":null}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\"}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\",\"outputIds\":[]}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\",\"outputIds\":[[]]}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\",\"outputIds\":[[],[\"b\"],[]]}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\",\"outputIds\":null,\"id\":null}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"\",\"config\":{},\"meta\":{}}]}",
        "{\"version\":\"v\",\"nodes\":[{\"type\":\"a\",\"config\":null,\"meta\":null}]}",
        "{\"version\":\"v\",\"triggers\":[{\"type\":\"timer\",\"config\":{}}]}",
        "{\"version\":\"v\",\"triggers\":[{\"type\":\"timer\",\"key\":null,\"id\":\"x\"}]}",
        "{\"version\":\"v\",\"globals\":[{\"key\":\"\",\"json\":\"\",\"x\":{}}]}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"fields\":[],\"outputCount\":0}}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"fields\":null,\"resultMode\":null}}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"outputCount\":null,\"x\":1}}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"fields\":[{\"type\":\"a\",\"required\":false}]}}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"fields\":[{\"type\":\"a\",\"required\":null,"
            + "\"defaultValue\":null,\"label\":null,\"id\":null}]}}",
        "{\"version\":\"v\",\"customNodeConfig\":{\"fields\":[{\"type\":\"a\","
            + "\"defaultValue\":{\"a\":[]}}]}}",
        "{\"version\":\"v\",\"unknown\":{\"deep\":[null,{}]},\"other\":1,\"0\":2}",
      })
  void whatWasReadIsWritten(String json) {
    ObjectValue document = object(json);
    FlowVersion version = FlowVersion.fromJson(document);
    assertEquals(document, version.toJson());
    assertEquals(version, FlowVersion.fromJson(version.toJson()));
    assertEquals(version.hashCode(), FlowVersion.fromJson(version.toJson()).hashCode());
  }

  @Test
  void allProblemsAreReportedTogether() {
    List<Problem> problems =
        problems(
            """
            {"id":1,"name":{},"flowClass":"cloudy","enabled":"yes","notes":[],
             "globals":{"a":1},
             "triggers":[5,{"key":"t1","type":7,"meta":{"label":"Button"},"outputIds":"n1"}],
             "nodes":[{"id":"n1","config":[],"meta":{"label":"First"},"outputIds":[["n2",3,4],5]},
                      "node",
                      {"id":"n2","type":"a","meta":true}],
             "customNodeConfig":{"fields":[{"id":"x","required":1,"label":2},null],
                                 "outputCount":1.5}}
            """);
    List<String> shown =
        problems.stream()
            .map(
                problem ->
                    problem.nodeId()
                        + "|"
                        + problem.label()
                        + "|"
                        + problem.field()
                        + "|"
                        + problem.found()
                        + "|"
                        + problem.expected())
            .toList();
    assertEquals(
        List.of(
            "null|null|id|1|text",
            "null|null|name|{}|text",
            "null|null|flowClass|\"cloudy\"|one of cloud, experience, edge, embedded, customNode",
            "null|null|enabled|\"yes\"|true or false",
            "null|null|notes|[]|text",
            "null|null|globals|{\"a\":1}|an array",
            "null|null|triggers[0]|5|an object",
            "t1|Button|triggers[1].type|7|text",
            "t1|Button|triggers[1].outputIds|\"n1\"|an array",
            "n1|First|nodes[0].type|nothing|text",
            "n1|First|nodes[0].config|[]|an object",
            "n1|First|nodes[0].outputIds[0][1]|3|the id of a node",
            "n1|First|nodes[0].outputIds[0][2]|4|the id of a node",
            "n1|First|nodes[0].outputIds[1]|5|an array of ids of nodes",
            "null|null|nodes[1]|\"node\"|an object",
            "n2|null|nodes[2].meta|true|an object",
            "x|null|customNodeConfig.fields[0].type|nothing|text",
            "x|null|customNodeConfig.fields[0].label|2|text",
            "x|null|customNodeConfig.fields[0].required|1|true or false",
            "null|null|customNodeConfig.fields[1]|null|an object",
            "null|null|customNodeConfig.outputCount|1.5|a whole number"),
        shown);
    assertTrue(
        problems.stream()
            .allMatch(
                problem ->
                    problem.severity() == Problem.Severity.ERROR
                        && problem.file() == null
                        && !problem.message().isBlank()));
  }

  @Test
  void aLongWrongValueIsShortened() {
    String found = problems("{\"name\":[\"" + "x".repeat(10_000) + "\"]}").getFirst().found();
    assertTrue(Objects.requireNonNull(found).length() < 100, found);
  }

  @Test
  void aRequiredTextThatIsMissingIsAProblem() {
    for (String json :
        List.of(
            "{\"globals\":[{\"json\":\"1\"}]}",
            "{\"globals\":[{\"key\":\"a\"}]}",
            "{\"nodes\":[{}]}",
            "{\"nodes\":[{\"type\":null}]}",
            "{\"triggers\":[{}]}")) {
      assertEquals(1, problems(json).size(), json);
    }
  }

  @Test
  void theListsAreCopied() {
    List<Global> globals = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    FlowVersion version =
        new FlowVersion(
            null,
            null,
            "v",
            null,
            null,
            true,
            null,
            null,
            globals,
            triggers,
            nodes,
            null,
            ObjectValue.empty());
    globals.add(Global.of("a", Value.of(1)));
    assertEquals(List.of(), version.globals());
    assertThrows(
        UnsupportedOperationException.class,
        () -> version.globals().add(Global.of("a", Value.of(1))));
    List<List<String>> outputs = new ArrayList<>();
    outputs.add(new ArrayList<>(List.of("a")));
    Node node =
        new Node("n", "t", ObjectValue.empty(), ObjectValue.empty(), outputs, ObjectValue.empty());
    Trigger trigger =
        new Trigger(
            "n", "t", ObjectValue.empty(), ObjectValue.empty(), outputs, ObjectValue.empty());
    outputs.getFirst().add("b");
    outputs.add(List.of());
    assertEquals(List.of(List.of("a")), node.outputIds());
    assertEquals(List.of(List.of("a")), trigger.outputIds());
    assertThrows(UnsupportedOperationException.class, () -> node.outputIds().getFirst().add("c"));
  }

  @Test
  void aVersionIsGivenToAnotherFlow() {
    FlowVersion version = read(FULL);
    FlowVersion moved = version.of("f2", "Other", FlowClass.CLOUD);
    ObjectValue expected =
        version.toJson().toBuilder()
            .put("flowId", "f2")
            .put("name", "Other")
            .put("flowClass", "cloud")
            .build();
    assertEquals(expected, moved.toJson());
    assertNotEquals(version, moved);
  }

  @Test
  void aGlobalHoldsItsValueAsJson() {
    Global global = Global.of("a", Value.parseJson("[1, 2]"));
    assertEquals("[1,2]", global.json());
    assertEquals(Value.parseJson("[1,2]"), global.value());
    Global broken = new Global("a", "{", ObjectValue.empty());
    assertThrows(InvalidJsonException.class, broken::value);
  }

  @Test
  void theHeadersBetweenFieldsAreNoInputs() {
    for (String type : List.of("section", "sectionHeader")) {
      assertFalse(field(type).isInput());
    }
    assertTrue(field("checkbox").isInput());
  }

  private static CustomNodeConfig.Field field(String type) {
    return new CustomNodeConfig.Field(
        null, type, null, false, Value.undefined(), ObjectValue.empty());
  }

  @Test
  void flowClassesHaveTheirKeys() {
    for (FlowClass flowClass : FlowClass.values()) {
      assertEquals(flowClass, FlowClass.ofKey(flowClass.key()).orElseThrow());
      assertEquals(flowClass.key(), flowClass.toString());
      assertFalse(flowClass.label().isBlank());
    }
    assertEquals("customNode", FlowClass.CUSTOM_NODE.key());
    assertEquals("Custom Node", FlowClass.CUSTOM_NODE.label());
    assertTrue(FlowClass.ofKey("Cloud").isEmpty());
    assertTrue(FlowClass.ofKey("").isEmpty());
  }
}
