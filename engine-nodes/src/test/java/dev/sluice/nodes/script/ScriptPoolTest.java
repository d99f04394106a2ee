package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.meter.Measure;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pool of one thread tells of itself. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScriptPoolTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final ScriptPool pool = new ScriptPool(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    pool.close();
  }

  private double measured(String name) {
    return pool.measures().stream()
        .filter(measure -> measure.name().equals(name))
        .map(Measure::value)
        .findFirst()
        .orElseThrow()
        .getAsDouble();
  }

  private void awaitMeasured(String name, double value) throws InterruptedException {
    while (measured(name) != value) {
      Thread.sleep(1);
    }
  }

  /** A job that heeds nothing but the test's release. */
  private ScriptJob job(Duration limit) {
    return new ScriptJob(
        (sandbox, self) -> {
          boolean released = false;
          while (!released) {
            try {
              release.await();
              released = true;
            } catch (InterruptedException e) {
              // It heeds nothing.
              continue;
            }
          }
          return Value.of("done");
        },
        ScriptConsole.silent(),
        InstantSource.system(),
        new Minstd(1),
        limit,
        Long.MAX_VALUE,
        false,
        new AtomicInteger());
  }

  private FutureTask<Value> begin(ScriptJob job) {
    FutureTask<Value> caller = new FutureTask<>(() -> pool.await(job));
    Thread.ofVirtual().start(caller);
    return caller;
  }

  @Test
  void aPoolThatWasNotUsedHasNothing() {
    for (Measure measure : pool.measures()) {
      assertEquals(0, measure.value().getAsDouble(), measure.name());
    }
  }

  @Test
  void scriptsExecuteAndWait() throws Exception {
    List<FutureTask<Value>> callers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      callers.add(begin(job(LONG)));
    }

    // While its one thread is held, three others help.
    awaitMeasured("sluice.scripts.executing", 4);
    awaitMeasured("sluice.scripts.queued", 2);
    assertEquals(4, measured("sluice.scripts.threads"));
    release.countDown();
    for (FutureTask<Value> caller : callers) {
      assertEquals("done", caller.get().toText());
    }
    awaitMeasured("sluice.scripts.executing", 0);
    awaitMeasured("sluice.scripts.threads", 1);
    assertEquals(0, measured("sluice.scripts.queued"));
    assertEquals(0, measured("sluice.scripts.stopped"));
    assertEquals(0, measured("sluice.scripts.threads.replaced"));
  }

  @Test
  void aThreadWhoseScriptDoesNotStopIsReplaced() {
    ScriptException stopped =
        assertThrows(ScriptException.class, () -> pool.await(job(Duration.ofMillis(1))));

    assertEquals(Kind.TIMEOUT, stopped.kind());
    assertEquals(1, measured("sluice.scripts.stopped"));
    assertEquals(1, measured("sluice.scripts.threads.replaced"));
    assertEquals(1, measured("sluice.scripts.threads"));
    assertEquals(0, measured("sluice.scripts.executing"));
  }
}
