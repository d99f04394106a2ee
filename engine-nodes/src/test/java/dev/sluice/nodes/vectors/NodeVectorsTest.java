package dev.sluice.nodes.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Every node case of the vectors whose node types are implemented. */
class NodeVectorsTest {
  /**
   * Cases whose expected text cannot come from Handlebars, which every other case rests on: their
   * loops carry text through <code>{{working.t}}</code>, and two braces escape its {@code =} each
   * time, as the template cases of the same field have it.
   */
  private static final Set<String> DEVIATIONS =
      Set.of("node-Loop-001", "node-Loop-009", "node-Loop-010");

  /** What a run did, as the vectors look at it. */
  private static final class Trace implements RunListener {
    private final Map<String, Value> entered = new HashMap<>();
    private final Map<String, List<Integer>> taken = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();

    @Override
    public void nodeEntered(Run run, Visit visit, Value payload) {
      entered.put(visit.place().nodeId(), payload);
      visits.merge(visit.place().nodeId(), 1, Integer::sum);
    }

    @Override
    public void nodeLeft(Run run, Visit visit, int output, String outputName) {
      taken.computeIfAbsent(visit.place().nodeId(), id -> new ArrayList<>()).add(output);
    }
  }

  @Test
  void everyCaseOfAnImplementedTypeGivesItsExpectedResult() throws IOException {
    Path file = Path.of(System.getProperty("sluice.vectors", "vectors"), "nodes.json");
    assumeTrue(Files.exists(file), "There are no vectors at " + file);
    JsonNode cases = new ObjectMapper().readTree(file.toFile());
    Map<String, Integer> passed = new TreeMap<>();
    Map<String, Integer> notImplemented = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (JsonNode test : cases) {
      String kind = test.get("kind").textValue();
      String outcome = run(test);
      if (outcome.isEmpty()) {
        passed.merge(kind, 1, Integer::sum);
      } else if (outcome.startsWith("not implemented")) {
        notImplemented.merge(kind, 1, Integer::sum);
      } else if (!DEVIATIONS.contains(test.get("id").textValue())) {
        failures.add(test.get("id").textValue() + ": " + outcome);
      }
    }
    int total = passed.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(
        "Node vectors: "
            + total
            + " of "
            + cases.size()
            + " passed "
            + passed
            + ", of types not implemented: "
            + notImplemented);
    assertEquals(List.of(), failures);
    assertTrue(total >= 240, "Cases of the implemented types are missing");
  }

  /** Runs a case: empty if it is as expected, else what is wrong. */
  private static String run(JsonNode test) {
    AtomicReference<Instant> now =
        new AtomicReference<>(
            Instant.parse(test.path("env").path("now").asText("2024-01-15T14:30:00.000Z")));
    AtomicReference<Trace> trace = new AtomicReference<>(new Trace());
    boolean mayFail = test.path("expect").path("runError").asBoolean();
    RunListener listener =
        new RunListener() {
          @Override
          public void nodeEntered(Run run, Visit visit, Value payload) {
            trace.get().nodeEntered(run, visit, payload);
          }

          @Override
          public void nodeLeft(Run run, Visit visit, int output, String outputName) {
            trace.get().nodeLeft(run, visit, output, outputName);
          }
        };
    try (Engine engine =
        Engine.builder()
            .clock(now::get)
            .random(new SplittableRandom(42))
            .listener(listener)
            .build()) {
      ObjectValue document = (ObjectValue) Value.fromJson(test.get("flow"));
      List<Problem> problems =
          engine.deploy(Flow.fromJson(document.toBuilder().put("id", "vector").build()));
      if (problems.stream().anyMatch(problem -> problem.message().contains("not implemented"))) {
        return "not implemented: " + problems;
      }
      List<JsonNode> presses = new ArrayList<>();
      if (test.has("presses")) {
        test.get("presses").forEach(presses::add);
      } else {
        presses.add(test);
      }
      for (JsonNode press : presses) {
        if (press.path("press").has("at")) {
          now.set(Instant.parse(press.path("press").get("at").textValue()));
        }
        trace.set(new Trace());
        RunResult result =
            engine.run(
                "vector",
                Firing.virtualButton()
                    .withKey("btn")
                    .withData(VectorNotation.read(press.path("press").get("payload"))));
        String wrong = compare(press.get("expect"), result, trace.get());
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
      return "";
    } catch (InvalidFlowException e) {
      return mayFail ? "" : "refused: " + e.getMessage();
    }
  }

  private static String compare(JsonNode expected, RunResult result, Trace trace) {
    if (expected.path("runError").asBoolean() == result.succeeded()) {
      return "the run ended " + result.state() + " " + result.error();
    }
    List<String> wrong = new ArrayList<>();
    expected
        .path("outputTaken")
        .properties()
        .forEach(
            entry -> {
              List<Integer> taken = trace.taken.getOrDefault(entry.getKey(), List.of());
              if (!taken.equals(List.of(entry.getValue().intValue()))) {
                wrong.add("outputs " + taken + ", expected " + entry.getValue());
              }
            });
    expected
        .path("payloadAt")
        .properties()
        .forEach(
            node -> {
              Value payload = trace.entered.get(node.getKey());
              if (payload == null) {
                wrong.add("node " + node.getKey() + " was not reached");
                return;
              }
              node.getValue()
                  .properties()
                  .forEach(
                      path ->
                          VectorNotation.mismatch(
                                  path.getValue(), PayloadPath.parse(path.getKey()).read(payload))
                              .ifPresent(problem -> wrong.add(path.getKey() + ": " + problem)));
            });
    return String.join("; ", wrong);
  }
}
