package dev.sluice.server.command;

import static dev.sluice.server.command.CommandLineRunner.run;
import static dev.sluice.server.command.CommandLineRunner.runColored;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.server.command.CommandLineRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunCommandTest {
  private static final String TWO_TRIGGERS =
      """
      {"id": "f1", "name": "Flow One", "flowClass": "cloud",
       "triggers": [
         {"key": "t1", "type": "timer", "config": {"seconds": 5}, "outputIds": [["a"]]},
         {"key": "b1", "type": "virtualButton", "meta": {"payload": "{\\"n\\": 1}"},
          "outputIds": [["b"]]}],
       "nodes": [
         {"id": "a", "type": "MutateNode", "outputIds": [[]], "config": {"rules": [
           {"type": "set", "valueTemplate": "timer", "destination": "way"}]}},
         {"id": "b", "type": "MutateNode", "outputIds": [[]], "meta": {"label": "Mark"},
          "config": {"rules": [
           {"type": "set", "valueTemplate": "button {{data.n}}", "destination": "way"}]}}]}
      """;

  private static final String FAILS =
      """
      {"id": "f2", "name": "Fails", "flowClass": "cloud",
       "triggers": [
         {"key": "b", "type": "virtualButton", "outputIds": [["boom"]]},
         {"key": "e", "type": "flowError", "config": {"scope": "local"}, "outputIds": [["n"]]}],
       "nodes": [
         {"id": "boom", "type": "ThrowErrorNode", "meta": {"label": "Boom"},
          "config": {"messageTemplate": "no {{data.what}}"}, "outputIds": []},
         {"id": "n", "type": "StoreValueNode", "meta": {"label": "Count"}, "outputIds": [[]],
          "config": {"keyName": "errors", "valueType": "incr", "value": "1",
                     "resultPath": "errors"}}]}
      """;

  private static final String CUSTOM_NODE =
      """
      {"id": "c1", "name": "Doubler", "flowClass": "customNode",
       "customNodeConfig": {"fields": [], "outputCount": 1, "resultMode": "required"},
       "triggers": [{"key": "s", "type": "customNodeStart", "outputIds": [["m"]]}],
       "nodes": [
         {"id": "m", "type": "MathNode", "outputIds": [["r"]], "config": {"statements": [
           {"expression": "{{data.x}} * 2", "resultPath": "doubled"}]}},
         {"id": "r", "type": "CustomNodeCapNode", "config": {"resultSourcePath": "doubled"},
          "meta": {"name": "custom-node-end-single"}, "outputIds": []}]}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Path example(String name) {
    return Path.of(System.getProperty("sluice.root", "..")).resolve("examples").resolve(name);
  }

  private static List<Value> list(Value array) {
    List<Value> items = new ArrayList<>();
    ((ArrayValue) array).forEach(items::add);
    return items;
  }

  private static String text(Value value, String... path) {
    Value at = value;
    for (String key : path) {
      at = at.get(key);
    }
    return at.toText();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -, button 1
          timer, timer
          t1, timer
          b1, button 1
          virtualButton, button 1
          """)
  void firesTheTriggerAskedForElseTheButton(String trigger, String way) throws IOException {
    Path file = file("f.json", TWO_TRIGGERS);
    Outcome outcome =
        trigger == null
            ? run("run", file, "--json")
            : run("run", file, "--json", "--trigger", trigger);
    assertAll(
        () -> assertEquals(0, outcome.status()),
        () -> assertEquals(way, text(outcome.json(), "payload", "way")),
        () -> assertEquals("f1", text(outcome.json(), "flow")),
        () -> assertEquals("completed", text(outcome.json(), "state")),
        () -> assertEquals("", outcome.err()));
  }

  @Test
  void putsThePayloadInData() throws IOException {
    Path file = file("f.json", TWO_TRIGGERS);
    Path payload = file("p.json", "{\"n\": 3}");
    assertEquals(
        "button 2",
        text(run("run", file, "--json", "--payload", "{\"n\":2}").json(), "payload", "way"));
    assertEquals(
        "button 3",
        text(run("run", file, "--json", "--payload", "@" + payload).json(), "payload", "way"));
  }

  @Test
  void bundlesRunTheFirstFlowThatIsNoCustomNode() throws IOException {
    Path bundle =
        file("all.json", "{\"flows\": [" + CUSTOM_NODE + "," + TWO_TRIGGERS + "," + FAILS + "]}");
    assertEquals("f1", text(run("run", bundle, "--json").json(), "flow"));
    assertEquals("f2", text(run("run", bundle, "--json", "--flow", "f2").json(), "flow"));
    assertEquals("f2", text(run("run", bundle, "--json", "--flow", "Fails").json(), "flow"));
    assertEquals("f2", text(run("run", bundle, "--json", "--trigger", "flowError").json(), "flow"));
    Outcome customNode =
        run("run", bundle, "--json", "--flow", "Doubler", "--payload", "{\"x\": 21}");
    assertEquals("customNodeStart", text(customNode.json(), "trigger"));
    assertEquals("42", text(customNode.json(), "payload", "doubled"));
  }

  @Test
  void runsTheVersionAskedFor() throws IOException {
    String version =
        TWO_TRIGGERS
            .replace("\"id\": \"f1\"", "\"id\": \"v\", \"flowId\": \"f1\", \"version\": \"v1.0\"")
            .replace("button {{", "pressed {{");
    Path bundle =
        file("b.json", "{\"flows\": [" + TWO_TRIGGERS + "], \"flowVersions\": [" + version + "]}");
    assertEquals("develop", text(run("run", bundle, "--json").json(), "version"));
    Outcome asked = run("run", bundle, "--json", "--version", "v1.0");
    assertEquals("v1.0", text(asked.json(), "version"));
    assertEquals("pressed 1", text(asked.json(), "payload", "way"));
    assertEquals(64, run("run", bundle, "--version", "v9").status());

    Path chosen =
        file(
            "c.json",
            "{\"flows\": ["
                + TWO_TRIGGERS.replace("\"id\":", "\"defaultVersionId\": \"v\", \"id\":")
                + "], \"flowVersions\": ["
                + version
                + "]}");
    assertEquals("v1.0", text(run("run", chosen, "--json").json(), "version"));
  }

  @Test
  void aFailedRunTellsTheErrorAndGivesStatusOne() throws IOException {
    Path file = file("f.json", FAILS);
    Outcome outcome = run("run", file, "--json", "--payload", "{\"what\": \"luck\"}");
    Value error = outcome.json().get("error");
    assertAll(
        () -> assertEquals(1, outcome.status()),
        () -> assertEquals("errored", text(outcome.json(), "state")),
        () -> assertEquals("ThrowError", text(error, "name")),
        () -> assertEquals("no luck", text(error, "message")),
        () -> assertEquals("boom", text(error, "node", "node")),
        () -> assertEquals("Boom", text(error, "node", "label")),
        () -> assertEquals("1", text(outcome.json(), "paths", "failed")));
  }

  @Test
  void withoutFollowOnlyTheFiredRunIsShown() throws IOException {
    Outcome outcome = run("run", file("f.json", FAILS));
    assertTrue(outcome.out().contains("Boom"), outcome.out());
    assertFalse(outcome.out().contains("Count"), outcome.out());
  }

  @Test
  void followShowsTheRunsThatErrorsFireAfterEach() throws IOException {
    Outcome outcome = run("run", file("f.json", FAILS), "--json", "--follow", "--times", 3);
    List<Value> runs = list(outcome.json().get("runs"));
    assertEquals(1, outcome.status());
    assertEquals(
        List.of(
            "virtualButton",
            "flowError",
            "virtualButton",
            "flowError",
            "virtualButton",
            "flowError"),
        runs.stream().map(each -> text(each, "trigger")).toList());
    assertEquals(
        List.of("1", "2", "3"),
        runs.stream()
            .filter(each -> text(each, "trigger").equals("flowError"))
            .map(each -> text(each, "payload", "errors"))
            .toList());
    String text = run("run", file("f.json", FAILS), "--follow").out();
    assertTrue(text.indexOf("fired by flowError") > text.indexOf("Errored in"), text);
    assertTrue(text.contains("errors = 1"), text);
  }

  @Test
  void theTraceTellsTimeNodeTypeBranchAndDepth() {
    Outcome outcome = run("run", example("threshold-alert.json"), "--times", 2);
    String out = outcome.out();
    assertAll(
        () -> assertEquals(0, outcome.status()),
        () -> assertTrue(out.contains(" ms  For each reading  LoopNode"), out),
        () -> assertTrue(out.contains(" ms    Above the limit?  ConditionalNode  → true (1)"), out),
        () -> assertTrue(out.contains("For each reading  LoopNode  → after (0)"), out),
        () ->
            assertTrue(out.contains("info  cold-room-2 is at 9.7 °C, 1 of 2 times in a row"), out),
        () -> assertTrue(out.contains("→ critical (2)"), out),
        () -> assertTrue(out.contains("error  cold-room-3 is far too warm: 20.6 °C"), out),
        () -> assertTrue(out.contains("high-cold-room-2 = 2"), out),
        () -> assertTrue(out.contains("high-cold-room-1 removed"), out),
        () -> assertTrue(out.contains("Completed in"), out),
        () -> assertFalse(out.contains("\u001b"), out),
        () -> assertEquals("", outcome.err()));
  }

  @Test
  void theExamplesAreSound() {
    Outcome outcome =
        run("validate", example("threshold-alert.json"), example("flow-error.json"), "--json");
    assertEquals(0, outcome.status());
    assertEquals(List.of(), list(outcome.json().get("problems")));
  }

  @Test
  void jsonHasTheEventsInOrder() throws IOException {
    Value run = run("run", file("f.json", TWO_TRIGGERS), "--json").json();
    List<Value> events = list(run.get("events"));
    assertEquals(
        List.of("entered b", "left b"),
        events.stream().map(event -> text(event, "kind") + " " + text(event, "node")).toList());
    assertEquals("0", text(events.getFirst(), "offsetMs"));
    assertEquals("next", text(events.getLast(), "outputName"));
    assertEquals("1", text(run, "nodes"));
    assertEquals("1", text(run, "paths", "completed"));
    assertEquals(ObjectValue.of("n", Value.of(1)), run.get("payload").get("data"));
  }

  @Test
  void timesGivesAListEvenOfOne() throws IOException {
    Value document = run("run", file("f.json", TWO_TRIGGERS), "--json", "--times", 1).json();
    assertEquals(1, list(document.get("runs")).size());
  }

  @Test
  void colorsAreForTerminalsThatWantThem() throws IOException {
    Path file = file("f.json", TWO_TRIGGERS);
    assertTrue(runColored("run", file).out().contains("\u001b["));
    assertFalse(runColored("run", file, "--no-color").out().contains("\u001b"));
    assertFalse(run("run", file).out().contains("\u001b"));
  }

  @Test
  void whatFlowsSayDoesNotSteerTheTerminal() throws IOException {
    String hostile = "\\u001b[2J\\u009b2J\\u202e\\r";
    Path file =
        file(
            "f.json",
            TWO_TRIGGERS
                .replace("Mark", hostile)
                .replace("Flow One", hostile)
                .replace("button {{data.n}}", hostile));
    String out = run("run", file).out();
    assertTrue(out.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), out);
    assertEquals(-1, out.indexOf('\u202e'), out);
    assertTrue(out.contains("\\u001b[2J"), out);
  }

  @Test
  void aLongRunIsCutShortAndSaysSo() throws IOException {
    Path file =
        file(
            "f.json",
            """
            {"id": "loop", "triggers": [{"type": "virtualButton", "outputIds": [["l"]]}],
             "nodes": [
               {"id": "l", "type": "LoopNode", "outputIds": [[], ["m"]],
                "config": {"loopSourcePath": "data", "currentItemPath": "item"}},
               {"id": "m", "type": "MutateNode", "meta": {"groupId": "l"}, "outputIds": [[]],
                "config": {"rules": []}}]}
            """);
    Outcome text = run("run", file, "--payload", 20_000);
    assertEquals(0, text.status());
    assertTrue(text.out().lines().count() < RunTrace.MOST_EVENTS + 100);
    assertTrue(text.out().contains("not shown"), "says so");
    Value json = run("run", file, "--payload", 20_000, "--json").json();
    assertEquals(RunTrace.MOST_EVENTS, list(json.get("events")).size());
    assertEquals(2 + 40_000 - RunTrace.MOST_EVENTS, (int) json.get("eventsOmitted").toNumber());
  }

  @ParameterizedTest
  @CsvSource({
    "--trigger,nothing",
    "--flow,nothing",
    "--payload,{oops",
    "--payload,@/no/such/file.json",
    "--times,0",
    "--times,many",
    "--unknown,x"
  })
  void badUsageGivesSixtyFourAndSaysWhy(String option, String value) throws IOException {
    Outcome outcome = run("run", file("f.json", TWO_TRIGGERS), option, value);
    assertEquals(64, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("sluice: "), outcome.err());
  }

  @Test
  void badUsageListsWhatThereIs() throws IOException {
    Path file = file("f.json", TWO_TRIGGERS);
    String triggers = run("run", file, "--trigger", "x").err();
    assertTrue(triggers.contains("timer (t1), virtualButton (b1)"), triggers);
    String flows = run("run", file, "--flow", "x").err();
    assertTrue(flows.contains("f1 \"Flow One\""), flows);
  }

  @Test
  void missingCommandsAndFilesAreBadUsage() {
    assertEquals(64, run().status());
    assertEquals(64, run("walk").status());
    assertEquals(64, run("run").status());
    assertEquals(64, run("validate").status());
  }

  @Test
  void helpTellsTheExitStatuses() {
    for (List<Object> command :
        List.<List<Object>>of(List.of("--help"), List.of("run", "--help"))) {
      Outcome outcome = run(command.toArray());
      assertEquals(0, outcome.status());
      assertTrue(outcome.out().contains("64"), outcome.out());
    }
    assertTrue(run("run", "--help").out().contains("--follow"));
    assertEquals(0, run("--version").status());
  }

  @Test
  void whatCannotBeReadOrDeployedGivesTwo() throws IOException {
    Path wrong = file("w.json", FAILS.replace("[[\"boom\"]]", "[[\"gone\"]]"));
    Outcome invalid = run("run", wrong);
    assertEquals(2, invalid.status());
    assertTrue(invalid.err().contains("gone") && invalid.err().contains("w.json"), invalid.err());
    assertEquals("", invalid.out());
    assertEquals(2, run("run", folder.resolve("none.json")).status());
    assertEquals(2, run("run", file("t.json", "hello")).status());
    Value json = run("run", wrong, "--json").json();
    assertEquals(Value.nullValue(), json.get("runId"));
    assertEquals("error", text(json.get("problems").get(0), "severity"));
  }

  @Test
  void aSoundFlowBesideABrokenOneRunsAndTheStatusTells() throws IOException {
    String broken = FAILS.replace("[[\"boom\"]]", "[[\"gone\"]]");
    Path bundle = file("b.json", "{\"flows\": [" + TWO_TRIGGERS + "," + broken + "]}");
    Outcome outcome = run("run", bundle);
    assertEquals(2, outcome.status());
    assertTrue(outcome.out().contains("Completed in"), outcome.out());
  }

  @Test
  void aDisabledFlowIsNotRun() throws IOException {
    Outcome outcome =
        run(
            "run",
            file("f.json", TWO_TRIGGERS.replace("\"name\"", "\"enabled\": false, \"name\"")));
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("disabled"), outcome.err());
  }

  @Test
  void errorsInCustomNodesTellWhoCalled() throws IOException {
    String thrower =
        CUSTOM_NODE
            .replace("\"MathNode\"", "\"ThrowErrorNode\"")
            .replace("[[\"r\"]], \"config\"", "[], \"config\"")
            .replaceAll("(?s)\"statements\": \\[.*?\\]\\}\\}", "\"messageTemplate\": \"deep\"}}")
            .replace("[[\"m\"]]", "[[\"m\", \"r\"]]");
    String caller =
        """
        {"id": "f3", "name": "Caller", "flowClass": "cloud",
         "triggers": [{"type": "virtualButton", "outputIds": [["call"]]}],
         "nodes": [{"id": "call", "type": "CustomNodeExecuteNode", "meta": {"label": "Call it"},
           "config": {"customNodeId": "c1", "customNodeVersion": "develop",
                      "fields": [], "resultPath": "x"}, "outputIds": [[]]}]}
        """;
    Path bundle = file("b.json", "{\"flows\": [" + caller + "," + thrower + "]}");
    Outcome outcome = run("run", bundle);
    assertEquals(1, outcome.status(), outcome.out() + outcome.err());
    assertTrue(outcome.out().contains("at node m"), outcome.out());
    assertTrue(outcome.out().contains("called by node call \"Call it\""), outcome.out());
  }
}
