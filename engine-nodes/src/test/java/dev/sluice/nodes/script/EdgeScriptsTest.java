package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of edge flows: promises and modules. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EdgeScriptsTest {
  private static final ScriptEngine ENGINE = new ScriptEngine();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z"));

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Value run(String source, ScriptDialect dialect, Duration limit) {
    return ENGINE
        .compile(source, ScriptOptions.defaults().of(dialect))
        .run(
            ObjectValue.of("n", Value.of(1)), ScriptConsole.silent(), CLOCK, new Minstd(42), limit);
  }

  private static Value run(String source) {
    return run(source, ScriptDialect.EDGE, Duration.ofSeconds(20));
  }

  /** The expected results are those of Node 20, as JSON. */
  @Test
  void modulesAndPromisesGiveWhatNodeGives() throws IOException {
    List<String> differences = new ArrayList<>();
    try (InputStream stream =
        Objects.requireNonNull(EdgeScriptsTest.class.getResourceAsStream("edge-scripts.json"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (Value each : (ArrayValue) Value.parseJson(text)) {
        String script = each.get("script").toText();
        try {
          Value result = Value.parseJson(run(script).toJson());
          if (!result.equals(each.get("expected"))) {
            differences.add(
                script
                    + "\n  gave     "
                    + result.toJson()
                    + "\n  expected "
                    + each.get("expected").toJson());
          }
        } catch (ScriptException | SyntaxException e) {
          differences.add(script + "\n  threw " + e.getMessage());
        }
      }
    }
    assertEquals("", String.join("\n", differences));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fs",
        "node:fs",
        "fs/promises",
        "net",
        "http",
        "https",
        "child_process",
        "worker_threads",
        "os",
        "process",
        "vm",
        "v8",
        "module",
        "cluster",
        "dns",
        "./local",
        "/etc/passwd",
        "../buffer",
        "lodash",
        "",
        "buffer.js",
        "__proto__",
        "constructor",
      })
  void whatReachesOutIsNotThere(String name) {
    ScriptException thrown =
        assertThrows(ScriptException.class, () -> run("\n require('" + name + "')"));

    assertEquals("Error", thrown.name());
    assertEquals("The module '" + name + "' is not available to scripts", thrown.text());
    assertEquals(2, thrown.line());
  }

  @Test
  void whatOneRunDoesToAModuleIsNotSeenByTheNext() {
    String look =
        "const u = require('util'); const r = typeof u.leaked; u.leaked = 1; u.format = 1; return r";
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 1; i++) {
      assertEquals(Value.of("undefined"), run(look));
    }
    assertEquals(Value.of("x"), run("return require('util').format('x')"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\nawait Promise.reject(new TypeError('no'))|TypeError|no|2",
        "return Promise.reject(new RangeError('far'))|RangeError|far|1",
        "await null;\\nawait null;\\n  missing()|ReferenceError|missing is not defined|3",
        "await Promise.reject('text')|Error|text|0",
        "return new Promise(() => {})|Error|The promise that the script returned is never settled|0",
        "await new Promise(() => {})|Error|The promise that the script returned is never settled|0",
      })
  void aRejectedPromiseIsAnError(String source, String name, String message, int line) {
    ScriptException thrown =
        assertThrows(ScriptException.class, () -> run(source.replace("\\n", "\n")));

    assertEquals(name, thrown.name());
    assertEquals(message, thrown.text());
    assertEquals(line, thrown.line());
    assertEquals(Kind.THROWN, thrown.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) await null",
        "await null; for (;;) {}",
        "return {then() { for (;;) {} }}",
        "const f = () => Promise.resolve().then(f); return f()",
        "for await (const x of (async function* () { for (;;) yield 1 })()) {}",
      })
  void anEndlessPromiseIsStopped(String source) {
    ScriptException stopped =
        assertThrows(
            ScriptException.class, () -> run(source, ScriptDialect.EDGE, Duration.ofMillis(300)));

    assertTrue(
        stopped.kind() == Kind.TIMEOUT || stopped.kind() == Kind.MEMORY, stopped.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"await null", "return }", "let a = ; await null", "for await (const x of []) {"})
  void whatCannotBeParsedIsRefused(String source) {
    ScriptDialect dialect = source.equals("await null") ? ScriptDialect.PLAIN : ScriptDialect.EDGE;

    assertThrows(
        SyntaxException.class, () -> ENGINE.compile(source, ScriptOptions.defaults().of(dialect)));
  }

  @Test
  void otherFlowsHaveNeither() {
    assertEquals(
        Value.parseJson("{\"t\": \"undefined\"}"),
        run("return {t: typeof require}", ScriptDialect.PLAIN, Duration.ofSeconds(20)));
    assertEquals(
        Value.parseJson("{}"),
        run("return Promise.resolve(1)", ScriptDialect.PLAIN, Duration.ofSeconds(20)));
  }

  @Test
  void randomBytesAreTheEngines() {
    assertEquals(Value.of("0086"), run("return require('crypto').randomBytes(2).toString('hex')"));
  }
}
