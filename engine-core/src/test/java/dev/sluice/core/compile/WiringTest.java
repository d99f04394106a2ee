package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.flow;
import static dev.sluice.core.compile.Sources.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {
  private static final String A_TO_NOTHING = "{'id': 'a', 'type': 'MutateNode'}";

  static Stream<Arguments> sound() {
    return Stream.of(
        arguments("one node", A_TO_NOTHING),
        arguments(
            "outputs left out",
            "{'id': 'a', 'type': 'ConditionalNode', 'outputIds': [['b']]},"
                + "{'id': 'b', 'type': 'MutateNode'}"),
        arguments(
            "outputs without wires",
            "{'id': 'a', 'type': 'ConditionalNode', 'outputIds': [[], []]}"),
        arguments(
            "an empty output more than the node has",
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [[], [], []]}"),
        arguments(
            "paths that part and meet again",
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [['b', 'c']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'outputIds': [['d']]},"
                + "{'id': 'c', 'type': 'MutateNode', 'outputIds': [['d']]},"
                + "{'id': 'd', 'type': 'MutateNode'}"),
        arguments(
            "one target wired twice",
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [['b', 'b']]},"
                + "{'id': 'b', 'type': 'MutateNode'}"),
        arguments(
            "a note that nothing leads to",
            A_TO_NOTHING + ", {'type': 'AnnotationNode'}, {'id': 'n', 'type': 'AnnotationNode'}"),
        arguments(
            "a loop with a body",
            "{'id': 'a', 'type': 'LoopNode', 'outputIds': [['z'], ['b']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'meta': {'groupId': 'a'},"
                + " 'outputIds': [['c']]},"
                + "{'id': 'c', 'type': 'LoopCapNode', 'meta': {'groupId': 'a'}},"
                + "{'id': 'z', 'type': 'MutateNode'}"),
        arguments(
            "a loop in a loop",
            "{'id': 'a', 'type': 'LoopNode', 'outputIds': [[], ['b']]},"
                + "{'id': 'b', 'type': 'LoopNode', 'meta': {'groupId': 'a'},"
                + " 'outputIds': [['d'], ['c']]},"
                + "{'id': 'c', 'type': 'LoopCapNode', 'meta': {'groupId': 'b'}},"
                + "{'id': 'd', 'type': 'LoopCapNode', 'meta': {'groupId': 'a'}}"),
        arguments(
            "group ids that say nothing",
            "{'id': 'a', 'type': 'MutateNode', 'meta': {'groupId': null}, 'outputIds': [['b']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'meta': {'groupId': ''}}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void soundWiringHasNoProblems(String name, String nodes) {
    assertEquals(List.of(), new TestCompiler().problems(flow(nodes)));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(
            "{'id': 'a', 'type': 'MutateNode', 'meta': {'label': 'Set it'}, 'outputIds': [['x']]}",
            List.of(
                "error: node a \"Set it\": outputIds[0]: Referenced output ID x does not exist."
                    + " (found x; expected the id of a node)")),
        arguments(
            "{'id': 'a', 'type': 'ConditionalNode', 'outputIds': [[], ['a']]}",
            List.of(
                "error: node a: outputIds[1]: A node cannot connect to itself."
                    + " (found a; expected the id of another node)")),
        arguments(
            A_TO_NOTHING + "," + A_TO_NOTHING,
            List.of(
                "error: node a: id: Node IDs must be unique."
                    + " (found a; expected an id that no other node has)")),
        arguments(
            "{'id': 'a', 'type': 'LoopNode', 'outputIds': [['b'], []]},"
                + "{'id': 'b', 'type': 'LoopCapNode', 'meta': {'groupId': 'a'}}",
            List.of(
                "error: node a: outputIds[0]: Referenced output ID b does not exist in the required"
                    + " group. (found a node of group a; expected a node outside any loop)",
                "warning: node b: No path reaches this node.")),
        arguments(
            "{'id': 'a', 'type': 'LoopNode', 'outputIds': [[], ['b']]},"
                + "{'id': 'b', 'type': 'MutateNode'}",
            List.of(
                "error: node a: outputIds[1]: Referenced output ID b does not exist in the required"
                    + " group. (found a node outside any loop; expected a node of group a)",
                "warning: node b: No path reaches this node.")),
        arguments(
            "{'id': 'a', 'type': 'LoopNode', 'outputIds': [['z'], ['b']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'meta': {'groupId': 'a'},"
                + " 'outputIds': [['z']]},"
                + "{'id': 'z', 'type': 'MutateNode'}",
            List.of(
                "error: node b: outputIds[0]: Referenced output ID z does not exist in the required"
                    + " group. (found a node outside any loop; expected a node of group a)")),
        arguments(
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [['b']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'meta': {'groupId': 'a'}}",
            List.of(
                "error: node b: meta.groupId: The group a does not exist."
                    + " (found a; expected the id of a loop node)",
                "error: node a: outputIds[0]: Referenced output ID b does not exist in the required"
                    + " group. (found a node of group a; expected a node outside any loop)",
                "warning: node b: No path reaches this node.")),
        arguments(
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [[], ['b']]},"
                + "{'id': 'b', 'type': 'MutateNode'}",
            List.of(
                "warning: node a: outputIds[1]: The node has no such output; what is wired to it"
                    + " never runs. (found b; expected 1 outputs)")),
        arguments(
            A_TO_NOTHING + ", {'id': 'b', 'type': 'MutateNode', 'meta': {'label': 'Lost'}}",
            List.of("warning: node b \"Lost\": No path reaches this node.")),
        arguments(
            "{'id': 'a', 'type': 'MutateNode', 'outputIds': [['b']]},"
                + "{'id': 'b', 'type': 'MutateNode', 'outputIds': [['c']]},"
                + "{'id': 'c', 'type': 'MutateNode', 'outputIds': [['b']]}",
            List.of(
                "error: node b: outputIds: The nodes form a circle, on which a run would never end."
                    + " (found b → c → b; expected paths that end)")));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenWiringIsToldWithItsPlace(String nodes, List<String> problems) {
    assertEquals(problems, new TestCompiler().problems(flow(nodes)));
  }

  @Test
  void triggersAreHeldToTheSameRules() {
    assertEquals(
        List.of(
            "error: node t1 \"Go\": outputIds[0]: Referenced output ID x does not exist."
                + " (found x; expected the id of a node)",
            "error: outputIds[0]: Referenced output ID b does not exist in the required group."
                + " (found a node of group a; expected a node outside any loop)"),
        new TestCompiler()
            .problems(
                version(
                    "{'triggers': ["
                        + "{'key': 't1', 'type': 'virtualButton', 'meta': {'label': 'Go'},"
                        + " 'outputIds': [['x', 'a']]},"
                        + "{'type': 'virtualButton', 'outputIds': [['b']]}],"
                        + "'nodes': [{'id': 'a', 'type': 'LoopNode', 'outputIds': [[], ['b']]},"
                        + "{'id': 'b', 'type': 'LoopCapNode', 'meta': {'groupId': 'a'}}]}")));
  }

  @Test
  void whatAnExtraOutputIsWiredToMustExistAllTheSame() {
    assertEquals(
        List.of(
            "error: node a: outputIds[1]: Referenced output ID x does not exist."
                + " (found x; expected the id of a node)",
            "warning: node a: outputIds[1]: The node has no such output; what is wired to it never"
                + " runs. (found x; expected 1 outputs)"),
        new TestCompiler()
            .problems(flow("{'id': 'a', 'type': 'MutateNode', 'outputIds': [[], ['x']]}")));
  }

  @Test
  void aCircleInsideABodyIsRefused() {
    assertEquals(
        List.of(
            "error: node b: outputIds: The nodes form a circle, on which a run would never end."
                + " (found b → c → b; expected paths that end)"),
        new TestCompiler()
            .problems(
                flow(
                    "{'id': 'a', 'type': 'LoopNode', 'outputIds': [[], ['b']]},"
                        + "{'id': 'b', 'type': 'MutateNode', 'meta': {'groupId': 'a'},"
                        + " 'outputIds': [['c']]},"
                        + "{'id': 'c', 'type': 'MutateNode', 'meta': {'groupId': 'a'},"
                        + " 'outputIds': [['b']]}")));
  }

  @Test
  void aCircleThatNoTriggerReachesIsRefusedToo() {
    assertEquals(
        1,
        new TestCompiler()
                .problems(
                    flow(
                        A_TO_NOTHING
                            + ", {'id': 'b', 'type': 'MutateNode', 'outputIds': [['c']]},"
                            + "{'id': 'c', 'type': 'MutateNode', 'outputIds': [['b']]}"))
                .stream()
                .filter(problem -> problem.startsWith("error: node b: outputIds: The nodes form"))
                .count());
  }

  /** Loops nested in each other: {@code a}, {@code l1}, {@code l2} … */
  private static String nested(int deep) {
    return IntStream.range(0, deep)
        .mapToObj(
            i ->
                "{'id': '"
                    + loop(i)
                    + "', 'type': 'LoopNode', 'outputIds': [[], ["
                    + (i + 1 < deep ? "'" + loop(i + 1) + "'" : "")
                    + "]]"
                    + (i == 0 ? "" : ", 'meta': {'groupId': '" + loop(i - 1) + "'}")
                    + "}")
        .collect(Collectors.joining(","));
  }

  private static String loop(int i) {
    return i == 0 ? "a" : "l" + i;
  }

  @Test
  void loopsAreNestedAsDeepAsTheLimitAllows() {
    assertEquals(List.of(), new TestCompiler().problems(flow(nested(TestCompiler.NESTING + 1))));
    assertEquals(
        List.of(
            "error: node l5: meta.groupId: Loops are nested more than 4 deep."
                + " (found 5; expected at most 4)"),
        new TestCompiler().problems(flow(nested(TestCompiler.NESTING + 2))));
  }

  @Test
  void theOrderOfTheNodesDoesNotMatterToTheDepth() {
    String[] loops = nested(TestCompiler.NESTING + 2).split("(?<=}),(?=\\{'id')", -1);
    String reversed = String.join(",", List.of(loops).reversed());
    assertEquals(
        List.of(
            "error: node l5: meta.groupId: Loops are nested more than 4 deep."
                + " (found 5; expected at most 4)"),
        new TestCompiler().problems(flow(reversed)));
  }

  static Stream<Arguments> circlesOfGroups() {
    return Stream.of(
        arguments("{'id': 'b', 'type': 'LoopNode', 'meta': {'groupId': 'b'}}"),
        arguments(
            "{'id': 'b', 'type': 'LoopNode', 'meta': {'groupId': 'c'}},"
                + "{'id': 'c', 'type': 'LoopNode', 'meta': {'groupId': 'b'}}"));
  }

  @ParameterizedTest
  @MethodSource("circlesOfGroups")
  void noGroupContainsItself(String loops) {
    List<String> problems = new TestCompiler().problems(flow(A_TO_NOTHING + "," + loops));
    assertTrue(
        problems.stream()
            .anyMatch(
                problem ->
                    problem.startsWith("error: node b: meta.groupId: A group contains itself.")),
        problems::toString);
  }
}
