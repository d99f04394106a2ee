package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.flow;
import static dev.sluice.core.compile.Sources.object;
import static dev.sluice.core.compile.Sources.value;
import static dev.sluice.core.compile.Sources.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.language.Expression;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCompilerTest {
  record Check(Expression expression, PayloadPath resultPath, double limit) {}

  private static NodeType<Check> check() {
    return new TestNode<>(
        NodeDescription.of("CheckNode", "check").outputs(Outputs.branch()).build(),
        Check.class,
        (config, binding) -> {
          if (config.limit < 0) {
            throw new InvalidConfigException("limit", "is below 0", "" + config.limit, "0 or more");
          }
          return TestNode.FIRST;
        });
  }

  @Test
  void stepsKnowTheirFollowersByOutput() {
    CompiledFlow flow =
        new TestCompiler()
            .compiled(
                flow(
                    "{'id': 'a', 'type': 'ConditionalNode', 'outputIds': [['b', 'c'], ['d']]},"
                        + "{'id': 'd', 'type': 'MutateNode', 'meta': {'label': 'The end'}},"
                        + "{'id': 'c', 'type': 'MutateNode', 'outputIds': [['d']]},"
                        + "{'id': 'b', 'type': 'MutateNode', 'outputIds': [['d']]}"));
    Step a = onlyStep(flow);
    assertEquals(new Place("f", "develop", "a", "ConditionalNode", "ConditionalNode"), a.place());
    assertEquals(List.of("b", "c"), ids(a.next(0)));
    assertEquals(List.of("d"), ids(a.next(1)));
    assertEquals(List.of(), ids(a.next(2)));
    assertEquals(List.of(), ids(a.next(-1)));
    Step d = a.next(1)[0];
    assertEquals(new Place("f", "develop", "d", "MutateNode", "The end"), d.place());
    assertSame(d, a.next(0)[0].next(0)[0], "A node is one step, whichever path reaches it");
    assertSame(d, a.next(0)[1].next(0)[0], "A node is one step, whichever path reaches it");
  }

  @Test
  void aBodyIsFoundBesideTheOtherOutputs() {
    Step loop =
        onlyStep(
            new TestCompiler()
                .compiled(
                    flow(
                        "{'id': 'a', 'type': 'LoopNode', 'outputIds': [['z'], ['b']]},"
                            + "{'id': 'b', 'type': 'LoopCapNode', 'meta': {'groupId': 'a'}},"
                            + "{'id': 'z', 'type': 'MutateNode'}")));
    assertEquals(List.of("b"), ids(loop.body()));
    assertEquals(List.of("z"), ids(loop.next(0)));
  }

  @Test
  void whateverLeadsToANodeThatWaitsMayWait() {
    CompiledFlow flow =
        new TestCompiler()
            .compiled(
                flow(
                    "{'id': 'a', 'type': 'MutateNode', 'outputIds': [['b', 'l']]},"
                        + "{'id': 'b', 'type': 'MutateNode'},"
                        + "{'id': 'l', 'type': 'LoopNode', 'outputIds': [[], ['w']]},"
                        + "{'id': 'w', 'type': 'DelayNode', 'meta': {'groupId': 'l'},"
                        + " 'outputIds': [['c']]},"
                        + "{'id': 'c', 'type': 'LoopCapNode', 'meta': {'groupId': 'l'}}"));
    Step a = onlyStep(flow);
    Step loop = a.next(0)[1];
    assertTrue(flow.waits());
    assertTrue(a.waits());
    assertFalse(a.next(0)[0].waits());
    assertTrue(loop.waits());
    assertTrue(loop.body()[0].waits());
    assertFalse(loop.body()[0].next(0)[0].waits(), "What comes after the wait does not wait");
  }

  @Test
  void longChainsAndWideFansCompile() {
    int many = 10_000;
    String chain =
        IntStream.range(0, many)
            .mapToObj(
                i ->
                    "{'id': '"
                        + (i == 0 ? "a" : "n" + i)
                        + "', 'type': 'MutateNode', 'outputIds': [["
                        + (i + 1 < many ? "'n" + (i + 1) + "'" : "")
                        + "]]}")
            .collect(Collectors.joining(","));
    Step step = onlyStep(new TestCompiler().compiled(flow(chain)));
    int length = 1;
    for (; step.next(0).length > 0; step = step.next(0)[0]) {
      length++;
    }
    assertEquals(many, length);

    String leaves =
        IntStream.range(0, many)
            .mapToObj(i -> "{'id': 'n" + i + "', 'type': 'MutateNode'}")
            .collect(Collectors.joining(","));
    String ids =
        IntStream.range(0, many).mapToObj(i -> "'n" + i + "'").collect(Collectors.joining(","));
    CompiledFlow fan =
        new TestCompiler()
            .compiled(
                flow("{'id': 'a', 'type': 'MutateNode', 'outputIds': [[" + ids + "]]}," + leaves));
    assertEquals(many, onlyStep(fan).next(0).length);
  }

  @Test
  void whatAFlowSaysOfItselfIsKept() {
    CompiledFlow flow =
        new TestCompiler()
            .compiled(
                version(
                    "{'id': 'v1', 'flowId': 'f1', 'version': '1.0', 'name': 'Mine',"
                        + " 'flowClass': 'edge', 'enabled': false}"));
    assertEquals("f1", flow.flowId());
    assertEquals("v1", flow.versionId());
    assertEquals("1.0", flow.version());
    assertEquals("Mine", flow.name());
    assertEquals(FlowClass.EDGE, flow.flowClass());
    assertFalse(flow.enabled());
    assertEquals("Mine (f1, 1.0)", flow.toString());
    CompiledFlow nameless = new TestCompiler().compiled(version("{'nodes': []}"));
    assertEquals("", nameless.flowId());
    assertEquals("", nameless.name());
    assertEquals("develop", nameless.version());
    assertEquals(FlowClass.CLOUD, nameless.flowClass());
    assertTrue(nameless.enabled());
  }

  // ---- triggers

  @Test
  void triggersKeepTheirKeysOrGetOne() {
    CompiledFlow flow =
        new TestCompiler()
            .compiled(
                version(
                    "{'flowId': 'f', 'triggers': ["
                        + "{'key': 'mine', 'type': 'timer', 'config': {'seconds': 5}},"
                        + "{'type': 'timer'},"
                        + "{'type': 'virtualButton'}]}"));
    assertEquals(
        List.of("mine", "f-timer-1", "f-virtualButton-2"),
        flow.triggers().stream().map(CompiledTrigger::key).toList());
    assertEquals(object("{'seconds': 5}"), flow.triggers().getFirst().config());
  }

  static Stream<Arguments> buttons() {
    return Stream.of(
        arguments("{}", "{}", 0),
        arguments("{'payload': ''}", "{}", 0),
        arguments("{'payload': ' '}", "{}", 0),
        arguments("{'payload': '{\\'a\\': [1]}'}", "{'a': [1]}", 0),
        arguments("{'payload': '7'}", "7", 0),
        arguments("{'payload': 'null'}", "null", 0),
        arguments("{'payload': '{a: 1}'}", "{}", 1),
        arguments("{'payload': '{'}", "{}", 1));
  }

  @ParameterizedTest
  @MethodSource("buttons")
  void aButtonSendsThePayloadItIsSetUpWith(String meta, String data, int warnings) {
    FlowVersion version =
        version("{'triggers': [{'key': 't', 'type': 'virtualButton', 'meta': " + meta + "}]}");
    TestCompiler compiler = new TestCompiler();
    assertEquals(value(data), compiler.compiled(version).triggers().getFirst().data());
    List<String> problems = compiler.problems(version);
    assertEquals(warnings, problems.size());
    for (String problem : problems) {
      assertTrue(problem.startsWith("warning: node t: meta.payload: "), problem);
      assertTrue(problem.contains("a press without data sends an empty object"), problem);
    }
  }

  // ---- types

  @Test
  void unknownTypesAreRefused() {
    assertEquals(
        List.of(
            "error: node a \"What\": type: The node type is not known."
                + " (found NoSuchNode; expected a type of the catalog)",
            "error: node t: type: The trigger type is not known."
                + " (found noSuchTrigger; expected a type of the catalog)"),
        new TestCompiler()
            .problems(
                version(
                    "{'triggers': [{'key': 't', 'type': 'noSuchTrigger', 'outputIds': [['a']]}],"
                        + "'nodes': [{'id': 'a', 'type': 'NoSuchNode',"
                        + " 'meta': {'label': 'What'}}]}")));
  }

  @Test
  void aTypeWithoutImplementationCompilesWithAWarningAndAsItIsWired() {
    FlowVersion version =
        flow(
            "{'id': 'a', 'type': 'HttpNode', 'outputIds': [[], ['b']]},"
                + "{'id': 'b', 'type': 'MutateNode'}");
    TestCompiler compiler = new TestCompiler();
    assertEquals(
        List.of(
            "warning: node a: type: The node type is known but not implemented; a run that reaches"
                + " the node fails. (found HttpNode)"),
        compiler.problems(version));
    assertEquals(List.of("b"), ids(onlyStep(compiler.compiled(version)).next(1)));
  }

  @Test
  void aNodeTypeOfTheHostNeedNotBeInTheCatalog() {
    assertEquals(
        List.of(),
        new TestCompiler(TestNode.of("HouseNode", Outputs.next()))
            .problems(flow("{'id': 'a', 'type': 'HouseNode'}")));
  }

  @Test
  void theLaterOfTwoTypesOfANameCounts() {
    NodeType<?> first = TestNode.of("HouseNode", Outputs.next());
    NodeType<?> second = TestNode.of("HouseNode", Outputs.branch());
    NodeTypes types = new NodeTypes(List.of(first, second));
    assertSame(second, types.find("HouseNode").orElseThrow());
    assertEquals(List.of(second), List.copyOf(types.all()));
    assertTrue(types.find("housenode").isEmpty());
  }

  /** How many outputs such a node has depends on its configuration, which is not readable. */
  @Test
  void aNodeWhoseConfigurationIsBrokenIsNotBlamedForItsOutputs() {
    assertEquals(
        List.of(
            "error: node a: config.limit: has the wrong type (found \"many\"; expected a number)"),
        new TestCompiler(
                new TestNode<>(
                    NodeDescription.of("ManyNode", "many").outputs(Outputs.none()).build(),
                    Limit.class,
                    (config, binding) -> TestNode.FIRST))
            .problems(
                flow(
                    "{'id': 'a', 'type': 'ManyNode', 'config': {'limit': 'many'},"
                        + " 'outputIds': [['b'], ['b']]}, {'id': 'b', 'type': 'MutateNode'}")));
  }

  record Limit(double limit) {}

  // ---- all at once

  @Test
  void allProblemsOfAFlowAreToldTogether() {
    assertEquals(
        List.of(
            "error: globals[0].key: The key of a global has characters that it may not have."
                + " (found a b; expected 1 to 255 letters, digits, underscores and dashes)",
            "error: node a: id: Node IDs must be unique."
                + " (found a; expected an id that no other node has)",
            "error: node a \"Check it\": config.expression: is required"
                + " (found nothing; expected an expression)",
            "error: node a \"Check it\": config.resultPath: has the wrong type"
                + " (found [1]; expected a payload path)",
            "error: node a \"Check it\": config.limit: has the wrong type"
                + " (found \"high\"; expected a number)",
            "error: node b: config.limit: is below 0 (found -1.0; expected 0 or more)",
            "error: node a \"Check it\": outputIds[0]: Referenced output ID x does not exist."
                + " (found x; expected the id of a node)",
            "error: node b: outputIds[0]: A node cannot connect to itself."
                + " (found b; expected the id of another node)",
            "error: node t \"Press\": type: webhook is not valid for Experience workflows."
                + " (found experience; expected one of cloud)",
            "warning: node b: No path reaches this node."),
        new TestCompiler(check())
            .problems(
                version(
                    "{'flowClass': 'experience', 'globals': [{'key': 'a b', 'json': '1'}],"
                        + "'triggers': [{'key': 't', 'type': 'webhook',"
                        + " 'meta': {'label': 'Press'}, 'outputIds': [['a']]}],"
                        + "'nodes': [{'id': 'a', 'type': 'CheckNode',"
                        + " 'meta': {'label': 'Check it'},"
                        + " 'config': {'resultPath': [1], 'limit': 'high'},"
                        + " 'outputIds': [['x']]},"
                        + "{'id': 'b', 'type': 'CheckNode', 'config': {'expression': 'true',"
                        + " 'resultPath': 'p', 'limit': -1}, 'outputIds': [['b']]},"
                        + "{'id': 'a', 'type': 'MutateNode'}]}")));
  }

  // ---- globals

  @Test
  void theFlowsGlobalsOverrideTheApplications() {
    CompiledFlow flow =
        new TestCompiler(object("{'mine': 1, 'theirs': 2}"))
            .compiled(
                version(
                    "{'nodes': [], 'globals': [{'key': 'mine', 'json': '{\\'deep\\': [true]}'},"
                        + "{'key': 'more-of_it9', 'json': '\\'x\\''}]}"));
    assertEquals(
        object("{'mine': {'deep': [true]}, 'theirs': 2, 'more-of_it9': 'x'}"), flow.globals());
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments("a", true),
        arguments("A-z_09", true),
        arguments("x".repeat(255), true),
        arguments("", false),
        arguments("a.b", false),
        arguments("a b", false),
        arguments("ä", false),
        arguments("a\\n", false),
        arguments("x".repeat(256), false));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aGlobalHasAPlainKey(String key, boolean sound) {
    List<String> problems =
        new TestCompiler()
            .problems(version("{'globals': [{'key': '" + key + "', 'json': '1'}], 'nodes': []}"));
    assertEquals(sound ? 0 : 1, problems.size(), problems::toString);
    assertTrue(
        sound || problems.getFirst().startsWith("error: globals[0].key: "), problems::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "undefined", "1 2", "[1,]", "NaN"})
  void aGlobalIsJson(String json) {
    List<String> problems =
        new TestCompiler()
            .problems(
                version(
                    "{'globals': [{'key': 'a', 'json': '1'}, {'key': 'b', 'json': '"
                        + json
                        + "'}], 'nodes': []}"));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith("error: globals[1].json: "), problems::toString);
    assertTrue(problems.getFirst().endsWith("expected JSON text)"), problems::toString);
  }

  @Test
  void globalsNestedWithoutEndAreRefused() {
    List<String> problems =
        new TestCompiler()
            .problems(
                version(
                    "{'globals': [{'key': 'a', 'json': '"
                        + "[".repeat(100_000)
                        + "'}], 'nodes': []}"));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().length() < 1000, "The problem shows the beginning only");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "100, true", "101, false"})
  void thereAreAtMostAHundredGlobals(int count, boolean sound) {
    String globals =
        IntStream.range(0, count)
            .mapToObj(i -> "{'key': 'k" + i + "', 'json': '" + i + "'}")
            .collect(Collectors.joining(","));
    assertEquals(
        sound
            ? List.of()
            : List.of(
                "error: globals: There are too many globals. (found "
                    + count
                    + "; expected at most 100)"),
        new TestCompiler().problems(version("{'globals': [" + globals + "], 'nodes': []}")));
  }

  // ---- custom nodes

  static Stream<Arguments> customNodes() {
    String noStart =
        "error: triggers: A custom node has exactly one start."
            + " (found 0 of type customNodeStart; expected 1)";
    String twoStarts =
        "error: triggers: A custom node has exactly one start."
            + " (found 2 of type customNodeStart; expected 1)";
    String noReturn =
        "error: nodes: A custom node has at least one return."
            + " (found none of type CustomNodeCapNode; expected 1 or more)";
    return Stream.of(
        arguments(List.of("customNodeStart"), 1, List.of()),
        arguments(List.of("customNodeStart"), 3, List.of()),
        arguments(List.of("customNodeStart", "virtualButton"), 1, List.of()),
        arguments(List.of("virtualButton"), 1, List.of(noStart)),
        arguments(List.of("customNodeStart", "customNodeStart"), 1, List.of(twoStarts)),
        arguments(List.of("customNodeStart"), 0, List.of(noReturn)),
        arguments(List.of(), 0, List.of(noStart, noReturn)));
  }

  @ParameterizedTest
  @MethodSource("customNodes")
  void aCustomNodeHasOneStartAndSomeReturn(
      List<String> triggers, int returns, List<String> problems) {
    List<String> ids = new ArrayList<>();
    IntStream.range(0, returns).forEach(i -> ids.add("'r" + i + "'"));
    String starts =
        triggers.stream()
            .map(type -> "{'type': '" + type + "', 'outputIds': [" + ids + "]}")
            .collect(Collectors.joining(","));
    String nodes =
        ids.stream()
            .map(id -> "{'id': " + id + ", 'type': 'CustomNodeCapNode'}")
            .collect(Collectors.joining(","));
    assertEquals(
        problems,
        new TestCompiler()
            .problems(
                version(
                    "{'flowClass': 'customNode', 'triggers': ["
                        + starts
                        + "], 'nodes': ["
                        + nodes
                        + "]}")));
  }

  @Test
  void otherFlowsNeedNeither() {
    assertEquals(List.of(), new TestCompiler().problems(version("{'nodes': []}")));
  }

  private static Step onlyStep(CompiledFlow flow) {
    Step[] steps = flow.triggers().getFirst().steps().array();
    assertEquals(1, steps.length);
    return steps[0];
  }

  private static List<String> ids(Step[] steps) {
    return Arrays.stream(steps).map(step -> step.place().nodeId()).toList();
  }

  @Test
  void anUnknownGlobalIsNotThere() {
    assertEquals(
        Value.undefined(),
        new TestCompiler(ObjectValue.empty())
            .compiled(version("{'nodes': []}"))
            .globals()
            .get("none"));
  }
}
