package dev.sluice.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine takes into service: calls of custom nodes, and what is compiled anew. */
class DeploymentTest {
  private final AtomicInteger compiled = new AtomicInteger();
  private final Engine engine = engine(EngineLimits.defaults());

  private Engine engine(EngineLimits limits) {
    return Engine.builder()
        .nodeType(new CountedNode(compiled))
        .nodeType(new CallNode())
        .nodeType(new ReturnNode())
        .limits(limits)
        .build();
  }

  @AfterEach
  void close() {
    engine.close(Duration.ZERO);
  }

  record CountedNode(AtomicInteger compiled) implements NodeType<CountedNode.Config> {
    record Config(@Default("") String text) {}

    @Override
    public NodeDescription description() {
      return NodeDescription.of("CountedNode", "counted")
          .flowClasses(Set.of(FlowClass.values()))
          .build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      compiled.incrementAndGet();
      return node -> {
        node.payload().set("working", Value.of(config.text));
        return NodeAction.NEXT;
      };
    }
  }

  static final class CallNode implements NodeType<CallNode.Config> {
    private static final PayloadPath RESULT = PayloadPath.parse("working");

    record Config(
        String customNodeId, @Default("default") String customNodeVersion, ObjectValue fields) {}

    @Override
    public NodeDescription description() {
      return NodeDescription.of("CallNode", "call").outputs(Outputs.branch()).build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      CustomNode called = binding.customNode(config.customNodeId, config.customNodeVersion);
      Map<String, Value> fields =
          config.fields.keys().stream()
              .collect(Collectors.toMap(key -> key, key -> config.fields.get(key)));
      CustomNode.Inputs inputs = called.inputs(fields);
      return node -> {
        node.call(called, inputs.evaluate(node))
            .ifPresent(end -> node.payload().set(RESULT, end.result()));
        return NodeAction.NEXT;
      };
    }
  }

  static final class ReturnNode implements NodeType<ReturnNode.Config> {
    record Config() {}

    @Override
    public NodeDescription description() {
      return NodeDescription.of("CustomNodeCapNode", "return")
          .flowClasses(Set.of(FlowClass.CUSTOM_NODE))
          .outputs(Outputs.none())
          .build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      return node -> {
        node.returnFromCustomNode(new CustomNode.Return(0, node.payload().get("data")));
        return NodeAction.NEXT;
      };
    }
  }

  private static ObjectValue object(String json) {
    return (ObjectValue) Value.parseJson(json.replace('\'', '"'));
  }

  /** A custom node with one field, which calls others and returns what it was given. */
  private static Flow customNode(String id, String field, String... called) {
    String calls =
        Arrays.stream(called)
            .map(
                other ->
                    "{'id': 'to-"
                        + other
                        + "', 'type': 'CallNode', 'config': {'customNodeId': '"
                        + other
                        + "', 'fields': {}}},")
            .collect(Collectors.joining());
    String ids =
        Arrays.stream(called).map(other -> ", 'to-" + other + "'").collect(Collectors.joining());
    return Flow.fromJson(
        object(
            "{'id': '"
                + id
                + "', 'flowClass': 'customNode', 'triggers': [{'type': 'customNodeStart',"
                + " 'outputIds': [['end'"
                + ids
                + "]]}], 'nodes': ["
                + calls
                + "{'id': 'end', 'type': 'CustomNodeCapNode'}],"
                + " 'customNodeConfig': {'fields': ["
                + field
                + "]}}"));
  }

  private static Flow customNode(String id) {
    return customNode(id, "");
  }

  private static Flow calling(String... called) {
    return customNode("a", "", called);
  }

  private static Flow caller(String fields) {
    return Flow.fromJson(
        object(
            "{'id': 'caller', 'triggers': [{'type': 'virtualButton', 'outputIds': [['n']]}],"
                + " 'nodes': [{'id': 'n', 'type': 'CallNode', 'meta': {'label': 'Call'},"
                + " 'config': {'customNodeId': 'a', 'fields': "
                + fields
                + "}}]}"));
  }

  // ---- custom nodes

  @Test
  void aCustomNodeThatIsNotDeployedIsWarnedOfAndFailsWhenReached() {
    assertEquals(
        List.of(
            "warning: node n \"Call\": config.customNodeId: The custom node is not deployed; until"
                + " it is, a run that reaches the node fails."
                + " (found a@default; expected a deployed custom node)"),
        engine.deploy(caller("{}")).stream().map(Problem::toString).toList());
    RunResult failed = engine.run("caller", Firing.virtualButton());
    assertEquals(RunState.ERRORED, failed.state());
    assertEquals("CustomNodeNotFoundError", failed.error().orElseThrow().name());
    engine.deploy(customNode("a"));
    assertTrue(engine.run("caller", Firing.virtualButton()).succeeded());
  }

  @Test
  void aTypeWithoutImplementationFailsOnlyWhenReached() {
    engine.deploy(
        FlowVersion.fromJson(
            object(
                "{'flowId': 'f', 'triggers': ["
                    + "{'key': 'to', 'type': 'virtualButton', 'outputIds': [['h']]},"
                    + "{'key': 'past', 'type': 'virtualButton', 'outputIds': [['n']]}],"
                    + " 'nodes': [{'id': 'h', 'type': 'HttpNode'},"
                    + "{'id': 'n', 'type': 'CountedNode'}]}")));
    assertTrue(engine.run("f", Firing.virtualButton().withKey("past")).succeeded());
    RunResult failed = engine.run("f", Firing.virtualButton().withKey("to"));
    assertEquals(RunState.ERRORED, failed.state());
    assertEquals("NotImplementedError", failed.error().orElseThrow().name());
  }

  @Test
  void itsFieldsAreCheckedWhenItsCallerIsDeployed() {
    engine.deploy(
        customNode("a", "{'id': 'x', 'type': 'stringTemplate', 'label': 'X', 'required': true}"));
    assertEquals(
        List.of(
            "error: node n \"Call\": config.fields.x: is required"
                + " (found nothing; expected a value)"),
        assertThrows(InvalidFlowException.class, () -> engine.deploy(caller("{}")))
            .problems()
            .stream()
            .map(Problem::toString)
            .toList());
    assertEquals(List.of(), engine.deploy(caller("{'x': 'of {{applicationId}}'}")));
    assertEquals(
        object("{'x': 'of '}"),
        engine.run("caller", Firing.virtualButton()).payload().get("working"));
  }

  @Test
  void itsFieldsAreCheckedAgainWhenItIsReplaced() {
    engine.deploy(customNode("a"));
    engine.deploy(caller("{}"));
    engine.deploy(customNode("a", "{'id': 'x', 'type': 'stringTemplate', 'required': true}"));
    RunResult failed = engine.run("caller", Firing.virtualButton());
    assertEquals("ValidationError", failed.error().orElseThrow().name());
    engine.deploy(customNode("a", "{'id': 'x', 'type': 'stringTemplate', 'defaultValue': 'd'}"));
    assertEquals(
        object("{'x': 'd'}"),
        engine.run("caller", Firing.virtualButton()).payload().get("working"));
  }

  private String recursion(Flow flow) {
    List<Problem> problems =
        assertThrows(InvalidFlowException.class, () -> engine.deploy(flow)).problems();
    return problems.getLast().toString();
  }

  private static String refused(String chain) {
    return "error: nodes: A custom node cannot call itself. (found "
        + chain
        + "; expected calls that come to an end)";
  }

  @Test
  void aCustomNodeCannotCallItself() {
    assertEquals(refused("a → a@default"), recursion(calling("a")));
  }

  @Test
  void norThroughOthers() {
    engine.deploy(customNode("b", "", "c"));
    engine.deploy(customNode("c", "", "a"));
    assertEquals(refused("a → b@default → c@default → a@default"), recursion(calling("b")));
  }

  @Test
  void norWhenTheOthersComeLater() {
    engine.deploy(calling("b"));
    engine.deploy(customNode("b", "", "c"));
    assertEquals(
        refused("c → a@default → b@default → c@default"), recursion(customNode("c", "", "a")));
  }

  @Test
  void whatIsRefusedChangesNothing() {
    engine.deploy(customNode("a", "{'id': 'x', 'type': 'checkbox'}"));
    engine.deploy(caller("{}"));
    assertThrows(InvalidFlowException.class, () -> engine.deploy(calling("a")));
    assertEquals(
        object("{'x': false}"),
        engine.run("caller", Firing.virtualButton()).payload().get("working"));
  }

  @Test
  void aCustomNodeThatTwoOthersCallIsNoRecursion() {
    engine.deploy(customNode("d"));
    engine.deploy(customNode("b", "", "d"));
    engine.deploy(customNode("c", "", "d"));
    assertEquals(List.of(), engine.deploy(calling("b", "c")));
  }

  @Test
  void longChainsOfCallsAreFollowedToTheirEnd() {
    engine.deploy(customNode("n0"));
    for (int i = 1; i < 500; i++) {
      engine.deploy(customNode("n" + i, "", "n" + (i - 1)));
    }
    assertTrue(recursion(customNode("n0", "", "n499")).startsWith("error: nodes: A custom node"));
  }

  // ---- versions compiled once

  private static FlowVersion counted(String text) {
    return FlowVersion.fromJson(
        object(
            "{'flowId': 'counted', 'triggers': [{'type': 'virtualButton', 'outputIds': [['n']]}],"
                + " 'nodes': [{'id': 'n', 'type': 'CountedNode', 'config': {'text': '"
                + text
                + "'}}]}"));
  }

  @Test
  void theSameContentIsCompiledOnce() {
    engine.validate(counted("x"));
    engine.deploy(counted("x"));
    engine.deploy(counted("x"));
    assertEquals(1, compiled.get());
    assertEquals(
        Value.of("x"), engine.run("counted", Firing.virtualButton()).payload().get("working"));
  }

  @Test
  void otherContentIsCompiledForItself() {
    engine.deploy(counted("x"));
    engine.deploy(counted("y"));
    assertEquals(2, compiled.get());
    assertEquals(
        Value.of("y"), engine.run("counted", Firing.virtualButton()).payload().get("working"));
    engine.deploy(counted("x"));
    assertEquals(2, compiled.get());
    assertEquals(
        Value.of("x"), engine.run("counted", Firing.virtualButton()).payload().get("working"));
  }

  @Test
  void theSameProblemsAreToldAgain() {
    FlowVersion broken =
        FlowVersion.fromJson(
            object("{'flowId': 'x', 'nodes': [{'id': 'n', 'type': 'NoSuchNode'}]}"));
    List<Problem> problems = engine.validate(broken);
    assertEquals(2, problems.size());
    assertEquals(problems, engine.validate(broken));
    assertEquals(
        problems, assertThrows(InvalidFlowException.class, () -> engine.deploy(broken)).problems());
  }

  @Test
  void onlySoManyVersionsAreRemembered() {
    int versions = 500;
    try (Engine small = engine(EngineLimits.defaults().withCompiledVersions(1))) {
      for (int i = 0; i < versions; i++) {
        small.validate(counted("v" + i));
      }
      for (int i = 0; i < versions; i++) {
        small.validate(counted("v" + i));
      }
    }
    assertTrue(
        compiled.get() > versions + versions / 2,
        () -> "Only " + (compiled.get() - versions) + " of " + versions + " were forgotten");
  }
}
