package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import dev.sluice.nodes.script.ScriptText.Form;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs on the thread that asks for them: what is missing there, that limits hold, that all comes
 * right.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CallersThreadTest {
  private static final ScriptPool POOL = new ScriptPool(1);
  private static final Value INPUT = Value.parseJson("{\"n\": 1}");

  @AfterAll
  static void close() {
    POOL.close();
  }

  private static Value runHere(String source, Duration limit, long bytes) {
    ScriptText text = new ScriptText(source, "script", ScriptDialect.PLAIN, Form.SYNCHRONOUS);
    ScriptJob job =
        new ScriptJob(
            (sandbox, self) -> sandbox.run(text, INPUT, ScriptOptions.defaults(), self),
            ScriptConsole.silent(),
            InstantSource.system(),
            new Minstd(42),
            limit,
            bytes,
            false,
            new AtomicInteger());
    Value value = POOL.tryHere(job);
    assertNotNull(value);
    return value;
  }

  private static Value run(Script script, Value input) {
    return script.runInSandbox(
        input,
        ScriptConsole.silent(),
        InstantSource.system(),
        new Minstd(1),
        Duration.ofSeconds(20));
  }

  private static Value runHere(String source) {
    return runHere(source, Duration.ofSeconds(20), 256L << 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "return payload.n + 1|2",
        "payload.n++|{\"n\":2}",
        "payload = [payload]|[{\"n\":1}]",
        "return|{\"n\":1}",
        "|{\"n\":1}",
        "let x = 5|{\"n\":1}",
        "return null|null",
        "return [typeof BigInt, typeof eval, typeof BigInt64Array, typeof Buffer.from('').readBigInt64LE]|[\"undefined\",\"undefined\",\"undefined\",\"undefined\"]",
        "return [typeof DataView.prototype.getBigInt64, Buffer.from('é').length]|[\"undefined\",2]",
      })
  void aScriptGivesWhatItGivesElsewhere(String source, String expectedJson) {
    assertEquals(Value.parseJson(expectedJson), runHere(source == null ? "" : source), source);
  }

  @Test
  void codeOutOfTextIsRefused() {
    ScriptException refused =
        assertThrows(ScriptException.class, () -> runHere("return Function('return 1')()"));

    assertEquals("EvalError", refused.name());
  }

  @Test
  void theStackIsTheCallers() throws InterruptedException {
    List<String> names = new ArrayList<>();
    Thread small =
        new Thread(
            null,
            () -> {
              ScriptException thrown =
                  assertThrows(
                      ScriptException.class,
                      () -> runHere("const f = n => n && 1 + f(n - 1); return f(100000)"));
              names.add(thrown.name());
            },
            "small",
            512 << 10);
    small.start();
    small.join();

    assertEquals(List.of("RangeError"), names);
    assertEquals(Value.of(2), runHere("return payload.n + 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) {}",
        "payload.n = {get x() { for (;;) {} }}",
        "const f = () => [].concat([1]).map(f); for (;;) { f }",
      })
  void whatNeverEndsIsStopped(String source) {
    ScriptException stopped =
        assertThrows(
            ScriptException.class, () -> runHere(source, Duration.ofMillis(200), 256L << 20));

    assertEquals(Kind.TIMEOUT, stopped.kind());
    assertEquals(Value.of(2), runHere("return payload.n + 1"));
  }

  @Test
  void whatTakesTooMuchIsStopped() {
    ScriptException stopped =
        assertThrows(
            ScriptException.class,
            () ->
                runHere(
                    "const a = []; for (;;) a.push(new Array(1000).fill(1))",
                    Duration.ofSeconds(20),
                    32L << 20));

    assertEquals(Kind.MEMORY, stopped.kind());
    assertEquals(Value.of(2), runHere("return payload.n + 1"));
  }

  @Test
  void anInterruptedCallerStopsItsScript() {
    try (ScriptEngine engine = new ScriptEngine()) {
      Script quickAtFirst =
          engine.compile("while (payload > 100) {} return payload", ScriptOptions.defaults());
      for (int i = 0; i < 100; i++) {
        run(quickAtFirst, Value.of(i));
      }
      Thread.currentThread().interrupt();
      ScriptException stopped =
          assertThrows(ScriptException.class, () -> run(quickAtFirst, Value.of(101)));

      assertTrue(Thread.interrupted());
      assertEquals(Kind.CANCELLED, stopped.kind());
    }
  }

  @Test
  void nothingIsLeftForTheNext() {
    runHere("leaked = 1; globalThis.leaked2 = 2; Promise.resolve().then(() => { leaked3 = 1 })");

    assertEquals(
        Value.parseJson("[\"undefined\",\"undefined\",\"undefined\"]"),
        runHere("return [typeof leaked, typeof leaked2, typeof leaked3]"));
  }

  /** However often a script is run, and wherever it then is, it gives the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return payload.n + 1|2",
        "const f = n => n && 1 + f(n - 1); return f(4000)|4000",
        "if (payload.n) throw new TypeError('mine')|mine",
        "return 'x'.repeat(5e6).length|5000000",
      })
  void manyRunsGiveTheSame(String source, String expected) {
    try (ScriptEngine engine = new ScriptEngine()) {
      Script script = engine.compile(source, ScriptOptions.defaults());
      for (int i = 0; i < 150; i++) {
        String result;
        try {
          result = run(script, INPUT).toText();
        } catch (ScriptException e) {
          result = e.text();
        }
        assertEquals(expected, result);
      }
    }
  }

  @Test
  void aScriptThatLooksAtNothingGivesThePayloadItself() {
    assertSame(INPUT, runHere("const unused = 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { f() } catch {}", "return 10n", "return BigInt(1)", "async () => 1", "new Promise(f)",
        "return Function('1')", "'x'.constructor", "eval('1')", "Array.prototype.x = 1",
            "p\\u0061yload",
      })
  void whatCouldTellTheDifferenceStaysAway(String source) {
    assertFalse(ScriptTraits.of(source).suitsCaller());
  }

  @ParameterizedTest
  @CsvSource({
    "'return 1', false, false",
    "payload.x = 1, true, false",
    "payload = 1, true, true",
    "'var payload', true, true",
    "'[payload] = [1]', true, true",
    "arguments[0] = 1, true, true",
    "'eval(\"pay\" + \"load\")', true, true",
    "p\\u0061yload = 1, true, true",
    "'payload [0] = 1', true, true",
  })
  void theTextTellsWhetherThePayloadIsNeeded(String source, boolean reads, boolean replaces) {
    ScriptTraits traits = ScriptTraits.of(source);

    assertEquals(reads, traits.readsPayload());
    assertEquals(replaces, traits.replacesPayload());
  }
}
