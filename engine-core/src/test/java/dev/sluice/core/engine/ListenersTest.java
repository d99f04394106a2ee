package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners are told everything in order, and cannot do harm. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenersTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void hearOfARunFromItsStartToItsEnd() {
    Seen seen = new Seen();
    bench.listener(seen);
    bench.act(
        "debug",
        node -> {
          node.debug(DebugLevel.WARN, "look", Value.of(1));
          return NodeAction.NEXT;
        });
    bench.act("true", node -> 1);
    bench.deploy(
        Draft.button("f", "a")
            .act("a", "debug", "b")
            .node("b", Bench.DECIDE, "true", null, List.of(), List.of("c"))
            .act("c", "-"));
    bench.run("f");
    assertEquals(
        List.of(
            "started develop virtualButton",
            "entered a",
            "debug WARN look 1",
            "left a by 0 next",
            "entered b",
            "left b by 1 true",
            "entered c",
            "left c by 0 next",
            "ended COMPLETED"),
        seen.events());
  }

  @Test
  void seeThePayloadAsItWasAtTheNode() {
    Seen seen = new Seen();
    bench.listener(seen).setting("one", "x", "1").setting("two", "x", "2");
    bench.deploy(Draft.button("f", "a").act("a", "one", "b").act("b", "two", "c").act("c", "-"));
    bench.run("f");
    assertEquals(
        List.of("undefined", "1", "2"),
        seen.entries().stream().map(entry -> entry.payload().get("x").toText()).toList());
  }

  @Test
  void learnHowDeepANodeIsAndThroughWhichCalls() {
    Seen seen = new Seen();
    bench.listener(seen).looping("once", 1);
    bench.deploy(
        Draft.customNode("c", "l", "r")
            .node("l", Bench.LOOP, "once", null, List.of(), List.of("x"))
            .inside("l", "x", "-")
            .node("r", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("f", "call").call("call", "c", null));
    bench.run("f");
    Seen.Entry inside =
        seen.entries().stream().filter(e -> e.nodeId().equals("x")).findFirst().orElseThrow();
    assertEquals(2, inside.visit().depth());
    assertEquals(
        List.of("call"), inside.visit().callers().stream().map(place -> place.nodeId()).toList());
  }

  /** Throws at every turn. */
  private record Failing(Throwable thrown) implements RunListener {
    private void fail() {
      switch (thrown) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(thrown);
      }
    }

    @Override
    public void runStarted(Run run, String version, String triggerType) {
      fail();
    }

    @Override
    public void nodeEntered(Run run, Visit visit, Value payload) {
      fail();
    }

    @Override
    public void nodeLeft(Run run, Visit visit, int output, String outputName) {
      fail();
    }

    @Override
    public void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {
      fail();
    }

    @Override
    public void runEnded(Run run, RunResult result) {
      fail();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thatThrowAreHarmless(boolean error) {
    Seen seen = new Seen();
    bench.listener(
        new Failing(error ? new AssertionError("its own") : new IllegalStateException("its own")));
    bench.listener(seen);
    bench.act(
        "debug",
        node -> {
          node.debug(DebugLevel.INFO, "m", Value.of(1));
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "debug"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(RunState.COMPLETED, bench.fire("f").join().state());
    assertEquals(10, seen.events().size(), "the other one is told all the same");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thatThrowAloneAreHarmless(boolean error) {
    bench.listener(
        new Failing(error ? new AssertionError("its own") : new IllegalStateException("its own")));
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(RunState.COMPLETED, bench.fire("f").join().state());
  }

  @Test
  void nobodyDebugsWhereNobodyListens() {
    AtomicBoolean debugged = new AtomicBoolean();
    NodeAction look =
        node -> {
          debugged.set(node.isDebugged());
          node.debug(DebugLevel.ERROR, "unheard", Value.of(1));
          return NodeAction.NEXT;
        };
    bench.act("look", look);
    bench.deploy(Draft.button("f", "a").act("a", "look"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertFalse(debugged.get());
    try (Bench listened = new Bench().act("look", look).listener(new Seen())) {
      listened.deploy(Draft.button("f", "a").act("a", "look"));
      listened.run("f");
      assertTrue(debugged.get());
    }
  }

  @Test
  void whoIsToldOfTheEndMayAskForTheResult() {
    AtomicReference<RunResult> asked = new AtomicReference<>();
    bench.listener(
        new RunListener() {
          @Override
          public void runEnded(Run run, RunResult result) {
            asked.set(run.join());
          }
        });
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    assertSame(bench.fire("f").join(), asked.get());
  }

  @Test
  void areToldBeforeThoseWhoWaitForTheResult() {
    Seen seen = new Seen();
    bench.listener(seen);
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    for (int i = 1; i <= 500; i++) {
      bench.fire("f").join();
      assertEquals(i, seen.ended().size());
    }
  }
}
