package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunResult.StorageWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes keep values between runs, and results say what was written. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StorageInRunsTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aResultHasTheWritesInOrder() {
    bench.act(
        "write",
        node -> {
          node.storage().set("a", Value.of("x"));
          node.storage().increment("n", 2);
          node.storage().increment("n", 3);
          node.storage().set("a", Value.undefined());
          node.storage().remove("n");
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "write"));
    RunResult result = bench.run("f");
    assertEquals(
        List.of(
            new StorageWrite("f", "a", Value.of("x")),
            new StorageWrite("f", "n", Value.of(2)),
            new StorageWrite("f", "n", Value.of(5)),
            new StorageWrite("f", "a", Value.undefined()),
            new StorageWrite("f", "n", Value.undefined())),
        result.storageWrites());
    assertEquals(Map.of(), bench.engine().storage().storage("f").entries());
  }

  @Test
  void aResultHasTheFirstThousandWrites() {
    bench.act(
        "write",
        node -> {
          for (int i = 0; i < 1_500; i++) {
            node.storage().set("k", Value.of(i));
          }
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "write"));
    RunResult result = bench.run("f");
    assertEquals(1_000, result.storageWrites().size());
    assertEquals(Value.of(999), result.storageWrites().getLast().value());
    assertEquals(Optional.of(Value.of(1_499)), bench.engine().storage().storage("f").get("k"));
  }

  @Test
  void aCustomNodeHasAStorageOfItsOwn() {
    bench.act("count", node -> (int) (0 * node.storage().increment("n", 1)));
    bench.deploy(
        Draft.customNode("c", "x").act("x", "count", "r").node("r", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("f", "a").act("a", "count", "b").call("b", "c", null));
    bench.run("f");
    RunResult result = bench.run("f");
    assertEquals(
        List.of(new StorageWrite("f", "n", Value.of(2)), new StorageWrite("c", "n", Value.of(2))),
        result.storageWrites());
  }

  @Test
  void whatAFailingRunWroteStays() {
    bench.act("count", node -> (int) (0 * node.storage().increment("n", 1)));
    bench.deploy(Draft.button("f", "a").act("a", "count", "b").act("b", "fail"));
    assertEquals(1, bench.run("f").storageWrites().size());
    assertEquals(Optional.of(Value.of(1)), bench.engine().storage().storage("f").get("n"));
  }

  @Test
  void runsAtTheSameTimeLoseNoIncrement() {
    bench.act("count", node -> (int) (0 * node.storage().increment("n", 1)));
    bench.looping("hundred", 100);
    bench.deploy(
        Draft.button("f", "a")
            .node("a", Bench.LOOP, "hundred", null, List.of(), List.of("b"))
            .inside("a", "b", "count"));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      runs.add(bench.fire("f"));
    }
    runs.forEach(Run::join);
    assertEquals(Optional.of(Value.of(20_000)), bench.engine().storage().storage("f").get("n"));
  }

  @Test
  void aBadKeyFailsTheNode() {
    bench.act(
        "bad",
        node -> {
          node.storage().set("", Value.of(1));
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "bad"));
    RunResult result = bench.run("f");
    assertEquals("IllegalArgumentException", result.error().orElseThrow().name());
    assertEquals(List.of(), result.storageWrites());
  }
}
