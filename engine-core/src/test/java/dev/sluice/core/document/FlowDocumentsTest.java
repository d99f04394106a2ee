package dev.sluice.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Node;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowDocumentsTest {
  @TempDir Path folder;

  private FlowDocument read(String name, String content) throws IOException {
    return new FlowDocuments().read(Files.writeString(folder.resolve(name), content));
  }

  private FlowDocument json(String content) throws IOException {
    return read("file.json", content.replace('\'', '"'));
  }

  /** What was read, such as {@code flow f cloud} or {@code version f 1.0 edge}. */
  private static List<String> contents(FlowDocument document) {
    return Stream.concat(
            document.flows().stream().map(flow -> "flow " + flow.id() + " " + flow.flowClass()),
            document.versions().stream()
                .map(
                    version ->
                        "version "
                            + version.flowId()
                            + " "
                            + version.version()
                            + " "
                            + version.flowClass()))
        .toList();
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("{'id': 'f', 'nodes': []}", List.of("flow f cloud")),
        arguments("{'id': 'f', 'triggers': []}", List.of("flow f cloud")),
        arguments("{'nodes': []}", List.of("flow file cloud")),
        arguments("{'id': null, 'nodes': []}", List.of("flow file cloud")),
        arguments("{'id': 'f', 'flowClass': 'edge', 'nodes': []}", List.of("flow f edge")),
        arguments(
            "{'id': 'v', 'flowId': 'f', 'version': '1.0', 'nodes': []}",
            List.of("version f 1.0 cloud")),
        // A flow says whose it is, too, but a version has a name as well.
        arguments("{'id': 'f', 'flowId': 'f', 'nodes': []}", List.of("flow f cloud")),
        arguments(
            "{'flows': [{'id': 'a', 'nodes': []}, {'id': 'b', 'flowClass': 'edge'}]}",
            List.of("flow a cloud", "flow b edge")),
        arguments("{'flows': []}", List.of()),
        arguments(
            "{'flowVersions': [{'flowId': 'a', 'version': '1', 'flowClass': 'edge'}]}",
            List.of("version a 1 edge")),
        arguments(
            "{'flows': [{'id': 'a', 'flowClass': 'experience', 'nodes': []}],"
                + " 'flowVersions': [{'flowId': 'a', 'version': '1', 'nodes': []},"
                + " {'flowId': 'b', 'version': '1', 'nodes': []}],"
                + " 'customNodes': [{'id': 'c', 'flowClass': 'customNode', 'nodes': []}],"
                + " 'customNodeVersions': [{'flowId': 'c', 'version': '2', 'nodes': []}]}",
            List.of(
                "flow a experience",
                "flow c customNode",
                "version a 1 experience",
                "version b 1 cloud",
                "version c 2 customNode")),
        // An export of a custom node, with those it calls.
        arguments(
            "{'id': 'c', 'triggers': [{'type': 'customNodeStart'}], 'nodes': [],"
                + " 'customNodes': [{'id': 'd', 'triggers': [{'type': 'customNodeStart'}]}],"
                + " 'customNodeVersions': [{'id': 'v', 'flowId': 'd', 'version': '1.1'}]}",
            List.of("flow c customNode", "flow d customNode", "version d 1.1 customNode")),
        arguments(
            "{'id': 'v', 'flowId': 'c', 'version': '1.0',"
                + " 'triggers': [{'type': 'customNodeStart'}], 'nodes': [],"
                + " 'customNodes': [{'id': 'd', 'triggers': [{'type': 'customNodeStart'}]}]}",
            List.of("flow d customNode", "version c 1.0 customNode")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsRead(String content, List<String> expected) throws IOException {
    FlowDocument document = json(content);
    assertEquals(List.of(), document.problems());
    assertEquals(expected, contents(document));
  }

  @ParameterizedTest
  @CsvSource({
    "customNodeStart, customNode",
    "endpoint, experience",
    "webhook, cloud",
    "onConnect, cloud",
  })
  void aTriggerMayTellTheClass(String trigger, String flowClass) throws IOException {
    FlowDocument document =
        json("{'id': 'f', 'triggers': [{'type': 'timer'}, {'type': '" + trigger + "'}]}");
    assertEquals(List.of("flow f " + flowClass), contents(document));
  }

  @Test
  void whatAFlowSaysOfItselfComesFirst() throws IOException {
    assertEquals(
        List.of("flow f edge"),
        contents(
            json("{'id': 'f', 'flowClass': 'edge', 'triggers': [{'type': 'customNodeStart'}]}")));
  }

  @Test
  void aFlowIsReadWhole() throws IOException {
    Flow flow =
        json("{'id': 'f', 'name': 'Mine', 'enabled': false, 'defaultVersionId': 'v', 'own': [1],"
                + " 'globals': [{'key': 'g', 'json': '1'}],"
                + " 'nodes': [{'id': 'a', 'type': 'DebugNode', 'config': {'x': 1}}]}")
            .flows()
            .getFirst();
    assertEquals("Mine", flow.name());
    assertEquals(false, flow.enabled());
    assertEquals("v", flow.defaultVersionId());
    assertEquals(FlowVersion.DEVELOP, flow.develop().version());
    assertEquals("f", flow.develop().flowId());
    assertEquals(Value.of(1), flow.develop().globals().getFirst().value());
    assertEquals(Value.of(1), flow.develop().nodes().getFirst().config().get("x"));
    assertEquals(Value.parseJson("[1]"), flow.toJson().get("own"));
  }

  @ParameterizedTest
  @CsvSource({
    "plain.json, plain",
    "two.dots.json, two.dots",
    "no-extension, no-extension",
    ".hidden, .hidden",
    "Name With Spaces.node, Name With Spaces",
  })
  void aFlowWithoutIdIsNamedAfterItsFile(String file, String id) throws IOException {
    assertEquals(id, read(file, "{\"nodes\": []}").flows().getFirst().id());
  }

  /** A second one would take the first one's place. */
  @Test
  void onlyOneFlowOfAFileIsNamedAfterIt() throws IOException {
    FlowDocument document =
        json("{'flows': [{'nodes': []}, {'id': 'b', 'nodes': []}, {'triggers': []}]}");
    assertEquals(List.of("flow file cloud", "flow b cloud"), contents(document));
    assertEquals(List.of("id"), document.problems().stream().map(Problem::field).toList());
  }

  // ---- what cannot be read

  private void assertUnreadable(FlowDocument document, String file, String message) {
    assertEquals(List.of(), contents(document));
    assertEquals(1, document.problems().size());
    Problem problem = document.problems().getFirst();
    assertEquals(Severity.ERROR, problem.severity());
    assertEquals(folder.resolve(file).toString(), problem.file());
    assertTrue(problem.message().startsWith(message), problem::toString);
    assertTrue(problem.toString().length() < 2000, "The problem shows a part only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{'id': }", "[1,]", "{} {}", "nodes: []", "{id: 1}", "\u0000"})
  void badJsonIsTold(String content) throws IOException {
    assertUnreadable(json(content), "file.json", "The file is not JSON: ");
  }

  @Test
  void jsonNestedWithoutEndIsTold() throws IOException {
    assertUnreadable(json("[".repeat(1_000_000)), "file.json", "The file is not JSON: ");
    assertUnreadable(json("{'nodes':".repeat(1_000_000)), "file.json", "The file is not JSON: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{'nodes': []}]",
        "null",
        "5",
        "'text'",
        "{'id': 'f', 'name': 'no flow'}",
        "{'flows': {}}",
        "{'flows': 'many'}"
      })
  void otherJsonIsNoFlow(String content) throws IOException {
    assertUnreadable(json(content), "file.json", "The document is no flow.");
  }

  @Test
  void whatIsFoundInsteadOfAFlowIsShownInPart() throws IOException {
    assertUnreadable(
        json("'" + "x".repeat(100_000) + "'"), "file.json", "The document is no flow.");
    StringBuilder properties = new StringBuilder("{'first': 1");
    for (int i = 0; i < 10_000; i++) {
      properties.append(",'p").append(i).append("':1");
    }
    assertUnreadable(json(properties + "}"), "file.json", "The document is no flow.");
  }

  @Test
  void aMissingFileIsTold() {
    assertUnreadable(
        new FlowDocuments().read(folder.resolve("none.json")),
        "none.json",
        "There is no such file.");
    assertUnreadable(
        new FlowDocuments().read(folder.resolve("none.zip")), "none.zip", "There is no such file.");
  }

  @Test
  void aBinaryFileIsTold() throws IOException {
    Path file =
        Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
    assertUnreadable(new FlowDocuments().read(file), "b.json", "The file is not text.");
  }

  @Test
  void aByteOrderMarkIsNoReasonToRefuse() throws IOException {
    assertEquals(List.of("flow f cloud"), contents(json("\uFEFF{'id': 'f', 'nodes': []}")));
  }

  @Test
  void everyBadEntryIsTold() throws IOException {
    FlowDocument document =
        json(
            "{'flows': [{'id': 'a', 'name': 1, 'nodes': 5},"
                + " {'id': 'good', 'nodes': []},"
                + " {'id': 'b', 'nodes': [{'id': 'x', 'meta': {'label': 'X'}}]}],"
                + " 'flowVersions': [{'flowId': 'f', 'version': 2}]}");
    assertEquals(List.of("flow good cloud"), contents(document));
    assertEquals(
        List.of("name", "nodes", "nodes[0].type", "version"),
        document.problems().stream().map(Problem::field).toList());
    Problem inNode = document.problems().get(2);
    assertEquals("x", inNode.nodeId());
    assertEquals("X", inNode.label());
    assertNull(document.problems().getFirst().nodeId());
    document
        .problems()
        .forEach(problem -> assertEquals(folder.resolve("file.json").toString(), problem.file()));
  }

  @Test
  void whatIsNoFlowInABundleIsTold() throws IOException {
    FlowDocument document =
        json("{'flows': [5, {'id': 'good', 'nodes': []}, null, 'x'], 'flowVersions': [[]]}");
    assertEquals(List.of("flow good cloud"), contents(document));
    assertEquals(
        List.of("flows[0]", "flows[2]", "flows[3]", "flowVersions[0]"),
        document.problems().stream().map(Problem::field).toList());
  }

  // ---- YAML

  @ParameterizedTest
  @ValueSource(strings = {"file.yaml", "file.yml", "FILE.YAML"})
  void yamlIsReadAsJsonIs(String name) throws IOException {
    FlowDocument document =
        read(
            name,
            """
            id: f
            flowClass: edge
            # a comment
            triggers:
              - type: virtualButton
                outputIds: [[a]]
            nodes:
              - id: a
                type: DebugNode
                config:
                  message: |
                    two
                    lines
                  number: 5
                  flag: true
                  nothing: null
                  text: '5'
            """);
    assertEquals(List.of(), document.problems());
    assertEquals(List.of("flow f edge"), contents(document));
    FlowVersion version = document.flows().getFirst().develop();
    assertEquals(List.of(List.of("a")), version.triggers().getFirst().outputIds());
    assertEquals(
        Value.parseJson(
            "{\"message\":\"two\\nlines\\n\",\"number\":5,\"flag\":true,\"nothing\":null,"
                + "\"text\":\"5\"}"),
        version.nodes().getFirst().config());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes: [",
        "nodes: {a",
        "a: b: c",
        "\tnodes: []",
        "nodes: 'open",
        "- a\nb: c",
        "@x",
        "%",
        "nodes: *nowhere"
      })
  void badYamlIsTold(String content) throws IOException {
    assertUnreadable(read("file.yaml", content), "file.yaml", "The file is not YAML: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "---", "text", "- a", "a: b"})
  void otherYamlIsNoFlow(String content) throws IOException {
    assertUnreadable(read("file.yaml", content), "file.yaml", "The document is no flow.");
  }

  @Test
  void yamlNestedWithoutEndIsTold() throws IOException {
    for (String open : List.of("[", "{a: ", "- ", "? ")) {
      assertUnreadable(
          read("file.yaml", "nodes:\n " + open.repeat(50_000)), "file.yaml", "The file ");
    }
  }

  @Test
  void anAliasStandsForWhatItNames() throws IOException {
    FlowDocument document =
        read(
            "file.yaml",
            """
            id: f
            nodes:
              - &first
                id: a
                type: DebugNode
                config: {level: info, list: &list [1, {x: 2}]}
              - id: b
                type: DebugNode
                config: {level: info, list: *list}
              - *first
            """);
    assertEquals(List.of(), document.problems());
    List<Node> nodes = document.flows().getFirst().develop().nodes();
    assertEquals(nodes.get(0).config(), nodes.get(1).config());
    assertEquals(nodes.get(0), nodes.get(2));
    assertEquals(
        Value.parseJson("{\"level\":\"info\",\"list\":[1,{\"x\":2}]}"), nodes.get(1).config());
  }

  @Test
  void aliasesOfAliasesOfAliasesAreRefused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    bomb.append("nodes: [{id: a, type: DebugNode, config: {x: *a39}}]\n");
    assertUnreadable(read("file.yaml", bomb.toString()), "file.yaml", "The file ");
  }

  /** It would otherwise be read as the alias's own name. */
  @ParameterizedTest
  @ValueSource(strings = {"{&k x: 1, *k : 2}", "{x: &s text, y: *s}", "{<<: *s}"})
  void anAliasOfAScalarIsRefused(String config) throws IOException {
    assertUnreadable(
        read("file.yaml", "nodes: [{id: a, type: DebugNode, config: " + config + "}]"),
        "file.yaml",
        "The file is not YAML: ");
  }

  @Test
  void aliasesThatNestWithoutEndAreRefused() throws IOException {
    StringBuilder ladder = new StringBuilder("a0: &a0 1\n");
    for (int i = 1; i < 20; i++) {
      ladder.append("a").append(i).append(": &a").append(i).append(" ");
      ladder
          .append("[".repeat(100))
          .append("*a")
          .append(i - 1)
          .append("]".repeat(100))
          .append("\n");
    }
    assertUnreadable(
        read("file.yaml", ladder + "nodes: [*a19]"), "file.yaml", "The file is not YAML: ");
  }

  @Test
  void anAliasInsideWhatItNamesIsRefused() throws IOException {
    assertUnreadable(
        read("file.yaml", "nodes: &n [{id: a, type: DebugNode, config: {x: *n}}]"),
        "file.yaml",
        "The file is not YAML: ");
  }

  @Test
  void yamlTagsMakeNoObjects() throws IOException {
    FlowDocument document =
        read(
            "file.yaml",
            "nodes: [{id: a, type: DebugNode, config: {x: !!java.net.URL ['http://localhost/']}}]");
    assertTrue(
        document.flows().isEmpty()
            || document
                .flows()
                .getFirst()
                .develop()
                .nodes()
                .getFirst()
                .config()
                .get("x")
                .toJson()
                .equals("[\"http://localhost/\"]"));
  }

  @Test
  void readersAreSharedBetweenFiles() throws IOException {
    FlowDocuments documents = new FlowDocuments();
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "nodes: [");
    Path good = Files.writeString(folder.resolve("good.yaml"), "nodes: []");
    for (int i = 0; i < 3; i++) {
      assertEquals(1, documents.read(bad).problems().size());
      assertEquals(0, documents.read(good).problems().size());
    }
    assertEquals(FlowClass.CLOUD, documents.read(good).flows().getFirst().flowClass());
  }

  @Test
  void textIsUtf8() throws IOException {
    Path file = folder.resolve("text.json");
    Files.write(file, "{\"name\": \"größer – 雪\", \"nodes\": []}".getBytes(StandardCharsets.UTF_8));
    Flow flow = new FlowDocuments().read(file).flows().getFirst();
    assertEquals("größer – 雪", flow.name());
    assertEquals("text", flow.id());
  }
}
