package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTest {
  /** Calls a version of the custom node {@code c}. */
  private static NodeType<?> call(String version) {
    return new TestNode<>(
        NodeDescription.of("CallNode", "call").build(),
        TestNode.Empty.class,
        (config, binding) -> {
          binding.customNode("c", version);
          return TestNode.FIRST;
        });
  }

  private static final String RETURN = ", {'id': 'r', 'type': 'CustomNodeCapNode'}";

  private final TestCompiler compiler =
      new TestCompiler(
          TestNode.of(
              NodeDescription.of("EverywhereNode", "everywhere")
                  .minimumAgentVersion("1.10.0")
                  .build()),
          TestNode.of(
              NodeDescription.of("GatewayNode", "gateway")
                  .flowClasses(Set.of(FlowClass.EDGE))
                  .minimumAgentVersion("1.2.0")
                  .build()),
          TestNode.of(
              NodeDescription.of("PlatformNode", "platform")
                  .flowClasses(Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.CUSTOM_NODE))
                  .build()));

  static Stream<Arguments> classes() {
    return Stream.of(
        arguments(
            "cloud",
            "virtualButton",
            "GatewayNode",
            "error: node a \"A\": type: GatewayNode is not valid for Application workflows."
                + " (found cloud; expected one of edge)"),
        arguments(
            "experience",
            "endpoint",
            "GatewayNode",
            "error: node a \"A\": type: GatewayNode is not valid for Experience workflows."
                + " (found experience; expected one of edge)"),
        arguments(
            "embedded",
            "direct",
            "EverywhereNode",
            "error: node a \"A\": type: EverywhereNode is not valid for Embedded workflows."
                + " (found embedded; expected one of cloud, customNode, edge, experience)"),
        arguments(
            "customNode",
            "customNodeStart",
            "GatewayNode",
            "error: node a \"A\": type: GatewayNode is not valid for Custom Node workflows."
                + " (found customNode; expected one of edge)"),
        arguments(
            "edge",
            "webhook",
            "GatewayNode",
            "error: node t: type: webhook is not valid for Edge workflows."
                + " (found edge; expected one of cloud)"),
        arguments(
            "edge",
            "endpoint",
            "EverywhereNode",
            "error: node t: type: endpoint is not valid for Edge workflows."
                + " (found edge; expected one of cloud, experience)"),
        arguments(
            "cloud",
            "onBoot",
            "EverywhereNode",
            "error: node t: type: onBoot is not valid for Application workflows."
                + " (found cloud; expected one of edge, embedded)"));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void aTypeOfAnotherClassIsRefused(String flowClass, String trigger, String node, String problem) {
    assertEquals(List.of(problem), compiler.problems(flow(flowClass, null, trigger, node)));
  }

  @ParameterizedTest
  @CsvSource({
    "cloud,      endpoint",
    "experience, endpoint",
    "edge,       onBoot",
    "embedded,   onBoot",
    "edge,       deviceCommand",
    "embedded,   deviceCommand",
  })
  void aTriggerMayBeUsedInSeveralClasses(String flowClass, String trigger) {
    assertEquals(
        List.of(),
        compiler.problems(
            version(
                "{'flowClass': '"
                    + flowClass
                    + "', 'triggers': [{'key': 't', 'type': '"
                    + trigger
                    + "'}]}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud", "experience", "edge", "customNode"})
  void aTypeOfTheClassIsNot(String flowClass) {
    String trigger = flowClass.equals("customNode") ? "customNodeStart" : "virtualButton";
    assertEquals(List.of(), compiler.problems(flow(flowClass, null, trigger, "EverywhereNode")));
  }

  static Stream<Arguments> agents() {
    return Stream.of(
        arguments("edge", "1.10.0", List.of()),
        arguments("edge", "1.10.1", List.of()),
        arguments("edge", "2.0.0", List.of()),
        arguments("edge", null, List.of()),
        arguments("edge", "", List.of()),
        arguments("edge", "1.9.9", List.of(tooOld("1.9.9"))),
        arguments("edge", "1.5.0", List.of(tooOld("1.5.0"))),
        arguments("customNode", "1.9.9", List.of(tooOld("1.9.9"))),
        arguments("customNode", "1.10.0", List.of()),
        arguments("customNode", null, List.of()),
        arguments("cloud", "1.9.9", List.of()),
        arguments(
            "edge",
            "newest",
            List.of(
                "error: minimumAgentVersion: The agent version cannot be read."
                    + " (found newest; expected a version such as 1.21.0)")));
  }

  private static String tooOld(String agent) {
    return "error: node a \"A\": type: EverywhereNode requires Workflow Agent 1.10.0 or higher."
        + " (found minimumAgentVersion "
        + agent
        + "; expected 1.10.0 or higher)";
  }

  @ParameterizedTest
  @MethodSource("agents")
  void theAgentIsNewEnough(String flowClass, @Nullable String agent, List<String> problems) {
    String trigger = flowClass.equals("customNode") ? "customNodeStart" : "virtualButton";
    assertEquals(problems, compiler.problems(flow(flowClass, agent, trigger, "EverywhereNode")));
  }

  /** The catalog knows it where the engine has no implementation. */
  @Test
  void typesWithoutImplementationAreCheckedToo() {
    assertEquals(
        List.of(
            "error: node a \"A\": type: AllenBradleyReadNode requires Workflow Agent 1.4.0 or"
                + " higher. (found minimumAgentVersion 1.3.0; expected 1.4.0 or higher)",
            "warning: node a \"A\": type: The node type is known but not implemented; a run that"
                + " reaches the node fails. (found AllenBradleyReadNode)",
            "error: node t: type: onConnect requires Workflow Agent 1.11.0 or higher."
                + " (found minimumAgentVersion 1.3.0; expected 1.11.0 or higher)"),
        compiler.problems(flow("edge", "1.3.0", "onConnect", "AllenBradleyReadNode")));
  }

  private static FlowVersion flow(
      String flowClass, @Nullable String agent, String trigger, String node) {
    boolean custom = flowClass.equals("customNode");
    return version(
        "{'flowClass': '"
            + flowClass
            + "'"
            + (agent == null ? "" : ", 'minimumAgentVersion': '" + agent + "'")
            + ", 'triggers': [{'key': 't', 'type': '"
            + trigger
            + "', 'outputIds': [['a'"
            + (custom ? ", 'r'" : "")
            + "]]}], 'nodes': [{'id': 'a', 'type': '"
            + node
            + "', 'meta': {'label': 'A'}}"
            + (custom ? RETURN : "")
            + "]}");
  }

  // ---- custom nodes for gateways

  private static FlowVersion customNode(String supports, @Nullable String agent, String node) {
    return version(
        "{'flowId': 'c', 'name': 'Mine', 'flowClass': 'customNode'"
            + (supports.isEmpty() ? "" : ", 'customNodeSupports': ['" + supports + "']")
            + (agent == null ? "" : ", 'minimumAgentVersion': '" + agent + "'")
            + ", 'triggers': [{'key': 't', 'type': 'customNodeStart', 'outputIds': [['a', 'r']]}],"
            + " 'nodes': [{'id': 'a', 'type': '"
            + node
            + "', 'meta': {'label': 'A'}}"
            + RETURN
            + "]}");
  }

  private static String notValid(String type, String classes) {
    return "error: node a \"A\": type: "
        + type
        + " is not valid for "
        + (classes.equals("edge") ? "Custom Node" : "Edge Custom Node")
        + " workflows. (found customNode; expected one of "
        + classes
        + ")";
  }

  static Stream<Arguments> types() {
    String onlyOnEdge = notValid("GatewayNode", "edge");
    return Stream.of(
        arguments("edge", "1.41.0", "GatewayNode", List.of()),
        arguments("edge", null, "GatewayNode", List.of()),
        arguments("", "1.41.0", "GatewayNode", List.of()),
        arguments("", null, "GatewayNode", List.of(onlyOnEdge)),
        arguments("", "", "GatewayNode", List.of(onlyOnEdge)),
        arguments("cloud", null, "GatewayNode", List.of(onlyOnEdge)),
        arguments("cloud", "1.41.0", "GatewayNode", List.of(onlyOnEdge)),
        arguments("cloud", "1.9.9", "EverywhereNode", List.of()),
        arguments("edge", "1.9.9", "EverywhereNode", List.of(tooOld("1.9.9"))),
        arguments(
            "edge",
            "1.41.0",
            "PlatformNode",
            List.of(notValid("PlatformNode", "cloud, customNode, experience"))),
        arguments("cloud", null, "PlatformNode", List.of()),
        arguments("", null, "PlatformNode", List.of()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aCustomNodeMayUseWhatItsCallersMay(
      String supports, @Nullable String agent, String node, List<String> problems) {
    assertEquals(problems, compiler.problems(customNode(supports, agent, node)));
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments("cloud", "", null, null, List.of()),
        arguments("edge", "", null, null, List.of()),
        arguments("cloud", "cloud", null, null, List.of()),
        arguments("experience", "cloud", null, null, List.of()),
        arguments("customNode", "cloud", null, null, List.of()),
        arguments("edge", "edge", null, "1.41.0", List.of()),
        arguments("edge", "edge", "1.41.0", "1.41.0", List.of()),
        arguments("edge", "edge", "1.50.0", "1.41.0", List.of()),
        arguments("edge", "edge", "2.0.0", null, List.of()),
        arguments(
            "edge",
            "edge",
            "1.40.9",
            "1.41.0",
            List.of(
                "error: node a \"A\": config.customNodeId: The custom node Mine requires Workflow"
                    + " Agent 1.41.0 or higher. (found minimumAgentVersion 1.40.9; expected 1.41.0"
                    + " or higher)")),
        arguments("edge", "cloud", null, null, List.of(notCallable("edge", "Edge", PLATFORM))),
        arguments(
            "cloud", "edge", null, "1.41.0", List.of(notCallable("cloud", "Application", GATEWAY))),
        arguments(
            "experience",
            "edge",
            null,
            "1.41.0",
            List.of(notCallable("experience", "Experience", GATEWAY))),
        arguments(
            "customNode",
            "cloud",
            "1.41.0",
            null,
            List.of(notCallable("customNode", "Edge Custom Node", PLATFORM))));
  }

  private static final String PLATFORM = "cloud, customNode, experience";
  private static final String GATEWAY = "customNode, edge";

  private static String notCallable(String flowClass, String label, String callers) {
    return "error: node a \"A\": config.customNodeId: The custom node Mine is not valid for "
        + label
        + " workflows. (found "
        + flowClass
        + "; expected one of "
        + callers
        + ")";
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCustomNodeIsCalledWhereItRuns(
      String flowClass,
      String supports,
      @Nullable String agent,
      @Nullable String itsAgent,
      List<String> problems) {
    TestCompiler callers = new TestCompiler(call("default"));
    callers.deploy(customNode(supports, itsAgent, "MutateNode"), "default");
    String trigger = flowClass.equals("customNode") ? "customNodeStart" : "virtualButton";
    assertEquals(problems, callers.problems(flow(flowClass, agent, trigger, "CallNode")));
  }

  static Stream<Arguments> developCalls() {
    return Stream.of(
        arguments("cloud", null, List.of()),
        arguments("experience", null, List.of()),
        arguments("customNode", null, List.of()),
        arguments("edge", null, List.of(developCalled("Edge"))),
        arguments("edge", "1.41.0", List.of(developCalled("Edge"))),
        arguments("customNode", "1.41.0", List.of(developCalled("Edge Custom Node"))));
  }

  private static String developCalled(String label) {
    return "error: node a \"A\": config.customNodeVersion: The develop version of a custom node is"
        + " not valid for "
        + label
        + " workflows. (found develop; expected the name of a published version)";
  }

  @ParameterizedTest
  @MethodSource("developCalls")
  void onAGatewayCustomNodesArePublished(
      String flowClass, @Nullable String agent, List<String> problems) {
    TestCompiler callers = new TestCompiler(call("develop"));
    callers.deploy(customNode("", null, "MutateNode"), "develop");
    String trigger = flowClass.equals("customNode") ? "customNodeStart" : "virtualButton";
    assertEquals(problems, callers.problems(flow(flowClass, agent, trigger, "CallNode")));
  }
}
