package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.Node;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.script.Script;
import dev.sluice.nodes.script.ScriptConsole;
import dev.sluice.nodes.script.ScriptDialect;
import dev.sluice.nodes.script.ScriptEngine;
import dev.sluice.nodes.script.ScriptException;
import dev.sluice.nodes.script.ScriptOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every script of a real flow parses and, given what it reads, runs. What it reads is found in its
 * text: paths below {@code payload}, to which values of several kinds are given in turn.
 */
class CorpusScriptsTest {
  private static final int SCRIPTS = 28;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z"));
  private static final Pattern READ =
      Pattern.compile("payload((?:\\.[A-Za-z_$][\\w$]*|\\[\\d+\\])+)(\\s*\\()?");

  /** What stands at the end of each path, by name. */
  private static final Map<String, Value> KINDS =
      new TreeMap<>(
          Map.of(
              "array", Json.value("[{time: 1705329000000, value: 20, data: {x: 1}, id: 'a'}]"),
              "bytes", Json.value("'0167ff000175640367ffff04680f'"),
              "number", Json.value("21"),
              "object", Json.value("{id: 'a', name: 'N', time: 1705329000000, value: 20}"),
              "text", Json.value("'2024-01-15T14:30:00Z,b'")));

  private static final Value GROUPS =
      Json.value(
          """
          {data: {query: {site: 's', level: '1'}}, working: {
             groups: {id: '(root)', children: [
               {id: 'c', name: 'C', children: [{id: 's', name: 'S', children: []}]}]},
             groupSummary: {id: '(root)', children: [{id: 'c', name: 'C', children: []}]},
             users: {result: {items: [{email: 'e@x', userTags: {cpf_role: 'admin'},
               experienceGroups: [{id: 's', name: 'S'}]}]}}},
           pageData: {userLevel: 2, events: {items: [
             {eventTags: {cpf_customer: 'c', cpf_site: 's'}}]}}}""");

  private static final Value COMPONENTS =
      Json.value(
          """
          {working: {theme: {items: [{name: 'font_family', value: 'a+b'}]}, allComponents: {
            result: {items: [{viewTags: {'content-type': 'text/javascript'}}]}}}}""");

  /** For scripts that no payload of one kind satisfies: one by hand, by the node's id. */
  private static final Map<String, Value> BY_HAND =
      Map.ofEntries(
          Map.entry("MPIuSqTcmf", GROUPS),
          Map.entry("mRgMIT8Lf6", GROUPS),
          Map.entry("wz_4WPThXZ", GROUPS),
          Map.entry("dkZ9EO3Vmq", GROUPS),
          Map.entry("HE12JmjAIh", COMPONENTS),
          Map.entry("RZSQZH1O_S", COMPONENTS),
          Map.entry(
              "TVjDTLgrpg",
              Json.value("{data: {endpoint: 'http://h/x', external_user_ids: 'a, b'}}")),
          Map.entry(
              "UNx7OhGJsS",
              Json.value(
                  """
                  {data: {body: {name: 'n', description: 'd', tag_a: 'new'}}, working: {site: {id: 's'},
                    deviceToEdit: {tags: [{key: 'DeviceRecipe', value: 'r'}]},
                    deviceTagsTable: {items: [
                      {deviceRecipeName: 'r', deviceTagKeys: '["a"]'},
                      {deviceRecipeName: '__default__', deviceTagKeys: '[]'}]}}}""")),
          Map.entry(
              "raQ3eyVj0F",
              Json.value(
                  """
                  {pageData: {device: {tags: {DeviceRecipe: ['r']}}}, working: {dashboards: {
                    items: [{deviceRecipeName: 'r', dashboardId: 'd'}]}}}""")),
          Map.entry(
              "JKXAov4xPK",
              Json.value(
                  "{data: {body: {pdu: '0367EB0004683806657B00BE02B600056A'}}, working: {}}")),
          Map.entry(
              "2kFxviGeYF",
              Json.value(
                  """
                  {data: {body: {a: 'true'}}, working: {}, globals: {configSchemas: [
                    {properties: {a: {type: 'boolean'}, b: {type: 'integer'}}}]}}""")));

  @Test
  void everyScriptParsesAndRuns() throws IOException {
    Map<String, String> failed = new TreeMap<>();
    int scripts = 0;
    try (ScriptEngine engine = new ScriptEngine()) {
      for (Corpus.Entry entry : Corpus.read()) {
        ScriptDialect dialect =
            entry.version().flowClass() == FlowClass.EDGE
                ? ScriptDialect.EDGE
                : ScriptDialect.PLAIN;
        for (Node node : entry.version().nodes()) {
          if (node.type().equals("RawFunctionNode")) {
            scripts++;
            problem(engine, node, dialect)
                .ifPresent(problem -> failed.put(entry.name() + " " + node.id(), problem));
          }
        }
      }
    }
    System.out.println("Corpus: " + (scripts - failed.size()) + " of " + scripts + " scripts run");
    assertEquals(SCRIPTS, scripts, "A script of the corpus was skipped, or added");
    assertEquals(Map.of(), failed);
  }

  /** How the script fails for every payload it is given, or nothing if it does not for one. */
  private static Optional<String> problem(ScriptEngine engine, Node node, ScriptDialect dialect) {
    String source = node.config().get("script").toText();
    assertFalse(source.isBlank());
    Script script = engine.compile(source, ScriptOptions.defaults().of(dialect));
    Map<String, Value> payloads = new TreeMap<>();
    Value byHand = BY_HAND.get(String.valueOf(node.id()));
    if (byHand != null) {
      payloads.put("by hand", byHand);
    } else {
      KINDS.forEach((kind, value) -> payloads.put(kind, payload(source, value)));
    }
    Map<String, String> failures = new TreeMap<>();
    payloads.forEach(
        (kind, payload) -> {
          try {
            script.run(
                payload,
                ScriptConsole.silent(),
                CLOCK,
                new SplittableRandom(42),
                Duration.ofSeconds(20));
          } catch (ScriptException e) {
            failures.put(kind, e.getMessage());
          }
        });
    return failures.size() == payloads.size() ? Optional.of(failures.toString()) : Optional.empty();
  }

  private static Value payload(String source, Value leaf) {
    Payload payload =
        Payload.of(
            ObjectValue.builder()
                .put("time", Value.of(CLOCK.instant()))
                .put("data", ObjectValue.empty())
                .put("working", ObjectValue.empty())
                .put("globals", ObjectValue.empty())
                .build());
    Matcher read = READ.matcher(source);
    List<String> paths =
        read.results()
            .map(
                found -> {
                  String path = found.group(1);
                  return found.group(2) == null ? path : path.substring(0, cut(path));
                })
            .map(path -> path.replaceFirst("^\\.", ""))
            .filter(path -> !path.isEmpty() && !path.endsWith("length"))
            .sorted((one, other) -> Integer.compare(one.length(), other.length()))
            .toList();
    for (String text : paths) {
      PayloadPath path = PayloadPath.parse(text.replaceAll("\\[(\\d+)\\]", ".[$1]"));
      if (!payload.get(path).isPresent()) {
        try {
          payload.set(path, leaf);
        } catch (PayloadLimitException e) {
          // Below a value of this kind there is nothing, for the script neither.
          continue;
        }
      }
    }
    return payload.root();
  }

  /** Where the last step of a path begins: a method that is called is no property. */
  private static int cut(String path) {
    return Math.max(path.lastIndexOf('.'), 0);
  }
}
