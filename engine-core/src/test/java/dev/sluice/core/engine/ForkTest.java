package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches see what was before the fork and nothing of each other. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForkTest {
  private static final String PATH = "working";

  private final ObjectMapper mapper = new ObjectMapper();

  /** What a node of a random graph does. */
  private enum Deed {
    APPEND,
    WRITE_DEEP,
    COPY,
    REMOVE,
    DECIDE,
    DELAY
  }

  /**
   * A node of a random graph.
   *
   * @param next for each output, the indexes of the nodes that follow
   */
  private record Plan(Deed deed, List<List<Integer>> next) {}

  /**
   * A path at a node, the payload as JSON.
   *
   * @param node the node's index
   */
  private record Visit(int node, String payload) implements Comparable<Visit> {
    @Override
    public int compareTo(Visit other) {
      int order = Integer.compare(node, other.node);
      return order != 0 ? order : payload.compareTo(other.payload);
    }
  }

  /** Walks a graph the slow way: a deep copy for each branch. */
  private final class Model {
    private final List<Plan> plans;
    private final List<Visit> visits = new ArrayList<>();
    private int ends;

    Model(List<Plan> plans) {
      this.plans = plans;
    }

    void walk(List<Integer> next, ObjectNode payload) {
      if (next.isEmpty()) {
        ends++;
      }
      for (int index : next) {
        ObjectNode own = payload.deepCopy();
        visits.add(new Visit(index, own.toString()));
        Plan plan = plans.get(index);
        walk(plan.next().get(apply(plan.deed(), index, own)), own);
      }
    }

    private static int apply(Deed deed, int index, ObjectNode payload) {
      String text = payload.path("text").asText("");
      switch (deed) {
        case APPEND -> payload.put("text", text + "." + index);
        case WRITE_DEEP ->
            payload.withObject("/deep/k" + index % 3).put("at", String.valueOf(index));
        case COPY -> {
          if (payload.has("deep")) {
            payload.withObject("/copies").set("c" + index, payload.get("deep").deepCopy());
          }
        }
        case REMOVE -> {
          if (payload.has("deep")) {
            payload.withObject("/deep").remove("k" + index % 3);
          }
        }
        case DECIDE -> {
          return text.length() % 2;
        }
        case DELAY -> {}
      }
      return 0;
    }
  }

  private static NodeAction action(Deed deed, int index) {
    PayloadPath text = PayloadPath.parse(PATH + ".text");
    PayloadPath deep = PayloadPath.parse(PATH + ".deep");
    PayloadPath part = PayloadPath.of(List.of(PATH, "deep", "k" + index % 3));
    PayloadPath at = PayloadPath.of(List.of(PATH, "deep", "k" + index % 3, "at"));
    PayloadPath copy = PayloadPath.of(List.of(PATH, "copies", "c" + index));
    return node -> {
      Value before = node.payload().get(text);
      String old = before.isPresent() ? before.toText() : "";
      switch (deed) {
        case APPEND -> node.payload().set(text, Value.of(old + "." + index));
        case WRITE_DEEP -> node.payload().set(at, Value.of(String.valueOf(index)));
        case COPY -> {
          if (node.payload().get(deep).isPresent()) {
            node.payload().set(copy, node.payload().get(deep));
          }
        }
        case REMOVE -> {
          if (node.payload().get(deep).isPresent()) {
            node.payload().remove(part);
          }
        }
        case DECIDE -> {
          return old.length() % 2;
        }
        case DELAY -> node.delay(Duration.ofNanos(index * 50_000L + 1));
      }
      return NodeAction.NEXT;
    };
  }

  /** A graph whose paths only go to later nodes, so that they all end. */
  private static List<Plan> graph(Random random, boolean waits) {
    int size = 2 + random.nextInt(14);
    Deed[] deeds = Deed.values();
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Deed deed = deeds[random.nextInt(waits ? deeds.length : deeds.length - 1)];
      List<List<Integer>> next = new ArrayList<>();
      for (int output = 0; output < (deed == Deed.DECIDE ? 2 : 1); output++) {
        next.add(targets(random, i + 1, size));
      }
      plans.add(new Plan(deed, next));
    }
    return plans;
  }

  private static List<Integer> targets(Random random, int from, int size) {
    List<Integer> targets = new ArrayList<>();
    for (int i = from; i < size && targets.size() < 3; i++) {
      if (random.nextInt(3) == 0) {
        targets.add(i);
      }
    }
    return targets;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void randomGraphsAreWalkedAsTheSlowWayWalksThem(boolean waits) {
    for (int seed = 0; seed < (waits ? 60 : 250); seed++) {
      Random random = new Random(seed);
      List<Plan> plans = graph(random, waits);
      List<Integer> first = targets(random, 0, plans.size());
      Model model = new Model(plans);
      if (!first.isEmpty()) {
        model.walk(first, mapper.createObjectNode());
      }
      List<Visit> seen = new ArrayList<>();
      RunResult result = walk(plans, first, seen);
      String which = "seed " + seed + ": " + plans + " from " + first;
      assertEquals(RunState.COMPLETED, result.state(), which);
      assertEquals(model.ends, result.pathsCompleted(), which);
      assertEquals(0, result.pathsFailed(), which);
      assertEquals(model.visits.size(), result.nodesExecuted(), which);
      if (waits) {
        assertEquals(
            model.visits.stream().sorted().toList(), seen.stream().sorted().toList(), which);
      } else {
        assertEquals(model.visits, seen, which);
      }
    }
  }

  private RunResult walk(List<Plan> plans, List<Integer> first, List<Visit> seen) {
    Seen listener = new Seen();
    try (Bench bench = new Bench()) {
      bench.listener(listener);
      Draft draft = Draft.button("f", ids(first).toArray(String[]::new));
      for (int i = 0; i < plans.size(); i++) {
        Plan plan = plans.get(i);
        bench.act("deed " + i, action(plan.deed(), i));
        List<String>[] outputs = outputs(plan);
        String type =
            switch (plan.deed()) {
              case DECIDE -> Bench.DECIDE;
              case DELAY -> Bench.WAIT;
              default -> Bench.ACT;
            };
        draft.node(String.valueOf(i), type, "deed " + i, null, outputs);
      }
      bench.deploy(draft);
      RunResult result = bench.run("f");
      for (Seen.Entry entry : listener.entries()) {
        Value working = entry.payload().get(PATH);
        seen.add(
            new Visit(
                Integer.parseInt(entry.nodeId()), working.isPresent() ? sorted(working) : "{}"));
      }
      return result;
    }
  }

  /** Both sides write in the same order, so that the text tells whether they are the same. */
  private static String sorted(Value value) {
    return value.toJson();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<String>[] outputs(Plan plan) {
    return plan.next().stream().map(ForkTest::ids).toArray(List[]::new);
  }

  private static List<String> ids(List<Integer> indexes) {
    return indexes.stream().map(String::valueOf).toList();
  }

  @Test
  void branchesAreWalkedToTheirEndsInTheOrderTheyAreWired() {
    Seen seen = new Seen();
    try (Bench bench = new Bench()) {
      bench.listener(seen);
      bench.deploy(
          Draft.button("f", "b", "a")
              .act("a", "-", "a1", "a2")
              .act("a1", "-")
              .act("a2", "-", "end")
              .act("b", "-", "b1")
              .act("b1", "-", "end")
              .act("end", "-"));
      RunResult result = bench.run("f");
      assertEquals(List.of("b", "b1", "end", "a", "a1", "a2", "end"), seen.nodes());
      assertEquals(3, result.pathsCompleted());
    }
  }

  @Test
  void theResultIsThePayloadOfThePathThatCompletedLast() {
    try (Bench bench = new Bench()) {
      bench.setting("one", "x", "1").setting("two", "y", "2");
      bench.deploy(Draft.button("f", "a", "b").act("a", "one").act("b", "two"));
      RunResult result = bench.run("f");
      assertEquals(Value.undefined(), result.payload().get("x"));
      assertEquals(Value.of("2"), result.payload().get("y"));
    }
  }

  @Test
  void aTriggerThatLeadsNowhereHasNoPaths() {
    try (Bench bench = new Bench()) {
      bench.deploy(Draft.button("f"));
      RunResult result = bench.run("f");
      assertEquals(RunState.COMPLETED, result.state());
      assertEquals(0, result.pathsCompleted());
      assertEquals(new TreeMap<>(), new TreeMap<>(bench.engine().storage().storage("f").entries()));
    }
  }
}
