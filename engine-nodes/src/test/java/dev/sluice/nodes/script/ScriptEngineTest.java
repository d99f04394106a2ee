package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScriptEngineTest {
  private static final ScriptEngine ENGINE = new ScriptEngine();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z"));
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Value run(String source, Value input) {
    Script script = ENGINE.compile(source, ScriptOptions.defaults());
    Value plain = script.runPlain(input, LIMIT);
    Value value = script.runInSandbox(input, ScriptConsole.silent(), CLOCK, new Minstd(42), LIMIT);
    if (plain != null) {
      assertEquals(value, plain, source);
    }
    return value;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "return 1|1",
        "payload = {a: payload.n}|{\"a\":1}",
        "var payload; payload.q = 2|{\"n\":1,\"q\":2}",
        "if (payload.n) return; payload.x = 1|{\"n\":1}",
        "var x = 1; function x() {} return x|1",
        "for (i = 0; i < 3; i++) {} return [i, this.i]|[3,3]",
        "return typeof i|`\"undefined\"`",
        "return arguments.length|1",
        "var $ = 1, $$ = 2; function $0() { return 3 } return [$, $$, $0()]|[1,2,3]",
        "'use strict'; return (function () { return this === undefined })()|true",
        "/* c */ // d\u2028 'use strict'; return this === undefined|true",
        "; 'use strict'; return this === undefined|false",
        "// nothing but a comment|{\"n\":1}",
        "Number.prototype.toRad = function () { return this * 2 }; return (3).toRad()|6",
        "var p = String.prototype; p.shout = function () { return this + '!' }; return 'a'.shout()|`\"a!\"`",
        "Object.defineProperty(Array.prototype, 'last', {get() { return this.at(-1) }}); return [1, 2].last|2",
        "const o = {}; o.toString = () => 'own'; o.constructor = 5; return ['' + o, Object.keys(o)]|[\"own\",[\"toString\",\"constructor\"]]",
        "function My(m) { this.message = m } My.prototype = Object.create(Error.prototype); My.prototype.constructor = My; My.prototype.name = 'My'; return String(new My('q'))|`\"My: q\"`",
        "class A extends Error { constructor(m) { super(m); this.name = 'A' } } try { throw new A('x') } catch (e) { return [String(e), e instanceof A, e instanceof Error] }|[\"A: x\",true,true]",
        "return [Array.isArray(payload.l = [1]), payload instanceof Object, [...payload.l, 2], new Date() instanceof Date]|[true,true,[1,2],true]",
        "return [new Date().toISOString(), Date.now(), Date(), new Date(2024, 0).toString()]|[\"2024-01-15T14:30:00.000Z\",1705329000000,\"Mon Jan 15 2024 14:30:00 GMT+0000 (Coordinated Universal Time)\",\"Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)\"]",
        "return new Intl.DateTimeFormat('en-US').format()|`\"1/15/2024\"`",
        "return [Math.random(), Math.random()].map(x => x.toFixed(9))|[\"0.000328708\",\"0.524587102\"]",
        "return [Symbol.for('a') === Symbol.for('a'), Symbol.keyFor(Symbol.for('a'))]|[true,\"a\"]",
        "return [new Map([[1, 2]]), new Set([1]), /x/, new Error('e'), new Number(3), new String('s'), () => 1, Symbol()]|[{},{},{},{},3,\"s\",null,null]",
        "return {f() {}, s: Symbol(), u: undefined, t: {toJSON(k) { return 'k:' + k }}}|{\"t\":\"k:t\"}",
        "const a = {x: 1}; return {a, b: a}|{\"a\":{\"x\":1},\"b\":{\"x\":1}}",
        "return ['b', 'a', 'C'].sort(new Intl.Collator('en').compare)|[\"a\",\"b\",\"C\"]",
        "return [btoa('hi'), atob('aGk=')]|[\"aGk=\",\"hi\"]",
        "const b = Buffer.from('0102ff', 'hex'); return [b.readUInt16BE(0), b.readInt8(2), b.toString('base64'), b instanceof Uint8Array, b.slice(1).length]|[258,-1,\"AQL/\",true,2]",
        "return Buffer.from('h€')|{\"type\":\"Buffer\",\"data\":[104,226,130,172]}",
      })
  void aScriptGivesWhatTheLanguageSays(String source, String expectedJson) {
    assertEquals(Value.parseJson(expectedJson), run(source, ObjectValue.of("n", Value.of(1))));
  }

  @Test
  void everyKindOfValueCrossesBothWays() {
    Value date = new DateValue(1_705_329_000_000.0);
    Value all =
        ObjectValue.builder()
            .put("date", date)
            .put("__proto__", ArrayValue.of(DateValue.INVALID, date, Value.undefined()))
            .put("nan", Double.NaN)
            .put("numbers", ArrayValue.of(Value.of(-0.0), Value.of(Double.POSITIVE_INFINITY)))
            .put("small", Double.NEGATIVE_INFINITY)
            .put("texts", ArrayValue.of(Value.of("\u0001d5"), Value.of("\u0001"), Value.of("")))
            .put("isoText", "2024-01-15T14:30:00.000Z")
            .put("lone", "\ud800 \u2028 \"\\\n")
            .put("\u0001u", Value.nullValue())
            .put("large", 1.7976931348623157e308)
            .put("tiny", -5e-324)
            .put("7", true)
            .build();

    assertEquals(all, run("return payload", all));
    assertEquals(
        Value.of(true),
        run(
            "return payload.date instanceof Date && Object.is(payload.numbers[0], -0)"
                + " && payload.nan !== payload.nan && typeof payload.isoText === 'string'",
            all));
    assertEquals(Value.undefined(), run("payload = undefined", all));
    assertEquals(date, run("return payload", date));
    assertEquals(Value.of(42), run("return payload * 2", Value.of(21)));
  }

  /** As long as a date is in JSON, and beginning with the mark of what JSON cannot say. */
  @ParameterizedTest
  @ValueSource(strings = {"n", "d", "p", "u", "s"})
  void aTextIsNeitherADateNorMarked(String kind) {
    Value texts =
        ArrayValue.of(
            Value.of("\u0001" + kind + "24-01-15T14:30:00.000Z"),
            Value.of("\u0001" + kind + "52024-01-15T14:30:00.000Z"));

    assertEquals(texts, run("return payload", texts));
    assertEquals(texts, run("return payload.map(text => text.slice(0, 5) + text.slice(5))", texts));
  }

  @ParameterizedTest
  @CsvSource({
    "payload.a.b = 1, TypeError, 1, 1",
    "'\n\n  nope()', ReferenceError, 3, 3",
    "'\r\nthrow new RangeError(1)', RangeError, 2, 7",
    "'let f = () => f();\nf()', RangeError, 1, 9",
    "throw 'text', Error, 1, 1",
    "'throw {name: \"x\", message: \"m\"}', Error, 1, 1",
  })
  void anErrorIsPlacedInTheScript(String source, String name, int line, int column) {
    ScriptException thrown =
        assertThrows(ScriptException.class, () -> run(source, ObjectValue.empty()));

    assertEquals(name, thrown.name());
    assertEquals(Kind.THROWN, thrown.kind());
    assertEquals(line + ":" + column, thrown.line() + ":" + thrown.column());
  }

  @ParameterizedTest
  @CsvSource({"payload.x = ;, 12", "'a = 1;\nb = (;', 12", "'\"use strict\"; with ({}) {}', 14"})
  void aSyntaxErrorIsPlacedInTheScript(String source, int offset) {
    SyntaxException thrown =
        assertThrows(SyntaxException.class, () -> ENGINE.compile(source, ScriptOptions.defaults()));

    assertEquals(offset, thrown.offset());
  }

  @Test
  void theConsoleGetsValues() {
    List<String> lines = new ArrayList<>();
    ENGINE
        .compile(
            "console.log('a', {b: [1]}, undefined); console.warn(() => 1); console.error(new Error('x'));"
                + "const c = {}; c.c = c; console.info(c); console.debug(1n)",
            ScriptOptions.defaults())
        .run(
            ObjectValue.empty(),
            (level, arguments) -> lines.add(level + " " + ArrayValue.of(arguments).toJson()),
            CLOCK,
            new Minstd(1),
            LIMIT);

    assertEquals(
        List.of(
            "log [\"a\",{\"b\":[1]},null]",
            "warn [\"() => 1\"]",
            "error [\"Error: x\"]",
            "info [\"[object Object]\"]",
            "debug [\"1\"]"),
        lines);
  }

  @Test
  void aFailingConsoleFailsTheRunWithItsOwnError() {
    Script script =
        ENGINE.compile(
            "try { console.log(1) } catch { payload.caught = true }", ScriptOptions.defaults());

    RuntimeException thrown =
        assertThrows(
            RuntimeException.class,
            () ->
                script.run(
                    ObjectValue.empty(),
                    (level, arguments) -> {
                      throw new IllegalStateException("console");
                    },
                    CLOCK,
                    new Minstd(1),
                    LIMIT));

    assertTrue(String.valueOf(thrown.getMessage()).contains("console"), thrown.toString());
    assertEquals("1", run("return 1", Value.nullValue()).toText());
  }

  @Test
  void manyThreadsShareOneScript() throws InterruptedException, ExecutionException {
    Script script =
        ENGINE.compile(
            "shared = (typeof shared === 'undefined' ? 0 : shared) + payload; return shared",
            ScriptOptions.defaults());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Value>> results = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        Value input = Value.of(i);
        results.add(
            threads.submit(
                () -> script.run(input, ScriptConsole.silent(), CLOCK, new Minstd(1), LIMIT)));
      }
      for (int i = 0; i < 500; i++) {
        assertEquals(Value.of(i), results.get(i).get());
      }
    }
  }

  @Test
  void anInterruptedCallerStopsItsScript() throws InterruptedException {
    Script script = ENGINE.compile("for (;;) {}", ScriptOptions.defaults());
    List<Kind> kinds = new ArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    script.run(
                        Value.nullValue(), ScriptConsole.silent(), CLOCK, new Minstd(1), LIMIT);
                  } catch (ScriptException e) {
                    kinds.add(e.kind());
                  }
                });
    caller.join();

    assertEquals(List.of(Kind.CANCELLED), kinds);
  }

  @Test
  void aClosedEngineStopsAndRefuses() throws InterruptedException {
    ScriptEngine engine = new ScriptEngine();
    Script script = engine.compile("for (;;) {}", ScriptOptions.defaults());
    List<Kind> kinds = new ArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    script.run(
                        Value.nullValue(), ScriptConsole.silent(), CLOCK, new Minstd(1), LIMIT);
                  } catch (ScriptException e) {
                    kinds.add(e.kind());
                  }
                });
    engine.close();
    caller.join();

    assertEquals(List.of(Kind.CANCELLED), kinds);
    assertThrows(ScriptException.class, () -> engine.compile("return 1", ScriptOptions.defaults()));
  }

  @Test
  void lookingForChangesOfIntrinsicsTakesLinearTime() {
    for (String part : new String[] {"Array.", "Array .prototype", "x[", "Error", "delete "}) {
      IntrinsicChanges.occurIn(part.repeat(200_000));
    }
    assertTrue(IntrinsicChanges.occurIn("Array.prototype.last ??= 1"));
    assertTrue(IntrinsicChanges.occurIn("Object.assign(String.prototype, {})"));
    assertTrue(!IntrinsicChanges.occurIn("Object.prototype.hasOwnProperty.call(o, 'k')"));
    assertTrue(!IntrinsicChanges.occurIn("Math.max(1, 2) == 2; Foo.prototype.bar = 1"));
  }
}
