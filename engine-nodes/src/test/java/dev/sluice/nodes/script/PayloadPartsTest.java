package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large parts of a payload cross when they are touched. Scripts see none of it; who compares the
 * values that come out sees that untouched ones are those that went in.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PayloadPartsTest {
  private static final ScriptEngine ENGINE = new ScriptEngine();
  private static final Value DATE = new DateValue(1_705_329_000_000.0);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Value run(String source, Value input) {
    return run(source, input, ScriptOptions.defaults(), ScriptConsole.silent());
  }

  private static Value run(
      String source, Value input, ScriptOptions options, ScriptConsole console) {
    return ENGINE
        .compile(source, options)
        .runInSandbox(
            input, console, InstantSource.system(), new Minstd(42), Duration.ofSeconds(20));
  }

  private static ArrayValue readings(int count) {
    ArrayValue.Builder items = ArrayValue.builder();
    for (int i = 0; i < count; i++) {
      items.add(
          ObjectValue.builder()
              .put("id", i)
              .put("time", DATE)
              .put("gap", ArrayValue.of(Value.undefined()))
              .build());
    }
    return items.build();
  }

  /** small values; heavy objects in an object, in an array, in each other; a heavy text. */
  private static ObjectValue payload() {
    ObjectValue inner =
        ObjectValue.builder().put("a", 1).put("readings", readings(300)).put("z", 2).build();
    return ObjectValue.builder()
        .put("n", 1)
        .put("big", inner)
        .put("list", ArrayValue.of(readings(200), Value.of("s"), inner))
        .put("text", "x".repeat(5000))
        .put("__proto__", inner)
        .put("last", DATE)
        .build();
  }

  @Test
  void whatIsNotTouchedComesOutAsItWentIn() {
    Value in = payload();
    Value out = run("payload.n = payload.list[1].length + 1", in);

    for (String path : new String[] {"big", "text", "__proto__"}) {
      assertSame(in.get(path), out.get(path), path);
    }
    assertNotSame(in.get("list"), out.get("list"));
    assertSame(in.get("list").get(0), out.get("list").get(0));
    assertEquals(((ObjectValue) in).toBuilder().put("n", 2).build(), out);
    assertEquals(((ObjectValue) in).keys(), ((ObjectValue) out).keys());
  }

  @Test
  void aTouchedPartLeavesItsOwnPartsBehind() {
    Value in = payload();
    Value out = run("payload.big.a = 7", in);

    assertEquals(Value.of(7), out.get("big").get("a"));
    assertSame(in.get("big").get("readings"), out.get("big").get("readings"));
  }

  @Test
  void whatIsTouchedIsTheSameByValue() {
    Value in = payload();

    assertEquals(in, run("JSON.stringify(payload)", in));
    assertEquals(in, run("return {...payload}", in));
    assertEquals(in.get("big"), run("return payload.big", in));
    assertSame(in.get("big").get("readings"), run("return payload.big", in).get("readings"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "return Object.keys(payload)|[\"n\",\"big\",\"list\",\"text\",\"__proto__\",\"last\"]",
        "return [Array.isArray(payload.list), Array.isArray(payload.list[0]), payload.list.length, payload.list[0].length]|[true,true,3,200]",
        "return payload.big === payload.big && payload.list[0] === payload.list[0]|true",
        "const {big: {a, readings: [, {id}]}, ...rest} = payload; return [a, id, Object.keys(rest).length]|[1,1,5]",
        "return [...payload.list].map(x => typeof x)|[\"object\",\"string\",\"object\"]",
        "return payload.list[0].sort((a, b) => b.id - a.id)[0].id|199",
        "return payload.big.readings.filter(r => r.time instanceof Date && 'gap' in r === true).length|300",
        "return Object.entries(payload.big).map(([k, v]) => k + typeof v)|[\"anumber\",\"readingsobject\",\"znumber\"]",
        "payload.big = 5; return [payload.big, Object.keys(payload)[1]]|[5,\"big\"]",
        "delete payload.big; return ['big' in payload, payload.hasOwnProperty('big'), payload.propertyIsEnumerable('text')]|[false,false,true]",
        "return Object.getOwnPropertyDescriptor(payload, 'big').value.a|1",
        "return Object.getOwnPropertyDescriptors(payload).text.value.length|5000",
        "return Reflect.getOwnPropertyDescriptor(payload, 'text').writable|true",
        "return [payload.__lookupGetter__('big'), payload.__lookupSetter__('big')].map(x => typeof x)|[\"undefined\",\"undefined\"]",
        "Object.freeze(payload); payload.big = 1; return [Object.isFrozen(payload), payload.big.a]|[true,1]",
        "'use strict'; Object.seal(payload); payload.big = 1; return [payload.big, Object.isSealed(payload)]|[1,true]",
        "Object.freeze(new Proxy(payload, {})); return [payload.big.a, payload.big === payload.big]|[1,true]",
        "const o = Object.create(payload); o.big = 3; return [Object.keys(o), payload.big.a]|[[\"big\"],1]",
        "const o = Object.create(payload); return [o.big.a, Object.keys(o).length]|[1,0]",
        "Object.defineProperty(payload, 'big', {enumerable: false}); return [Object.keys(payload).includes('big'), payload.big.a]|[false,1]",
        "payload.list.reverse(); return [payload.list[0].a, payload.list[2].length]|[1,200]",
        "payload.list.splice(0, 1); return [payload.list.length, payload.list[1].a]|[2,1]",
        "payload.list.unshift(9); payload.list.push(8); return payload.list.map(x => x.length ?? typeof x)|[\"number\",200,1,\"object\",\"number\"]",
        "payload.list.length = 1; return [payload.list.length, payload.list.concat([1]).length]|[1,2]",
        "payload.list.sort(); return payload.list.length|3",
        "const l = payload.list.slice(); return [l.length, l[0].length, l.indexOf(l[2])]|[3,200,2]",
        "let s = ''; for (const k in payload) s += k[0]; return s|`\"nblt_l\"`",
        "return Object.assign({}, payload).big === payload.big|true",
        "return JSON.parse(JSON.stringify(payload)).big.readings.length|300",
        "return Object.getOwnPropertyDescriptor(payload, '__proto__').value.z|2",
      })
  void partsBehaveAsTheLanguageSays(String source, String expectedJson) {
    assertEquals(Value.parseJson(expectedJson), run(source, payload()));
  }

  @Test
  void aMovedPartIsStillItself() {
    Value in = payload();
    Value out = run("const o = payload; payload = {a: {b: o}, c: o}", in);

    assertSame(in.get("big"), out.get("a").get("b").get("big"));
    assertEquals(in, out.get("c"));
  }

  @Test
  void theConsoleShowsUntouchedParts() {
    Value in = payload();
    List<Value> shown = new ArrayList<>();
    run(
        "console.log(payload)",
        in,
        ScriptOptions.defaults(),
        (level, values) -> shown.addAll(values));

    assertEquals(List.of(in), shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload.self = payload",
        "payload.list.push(payload)",
        "payload.big.up = payload.list; payload.list[2] = payload.big",
      })
  void aCircleThroughAHolderOfPartsIsRefused(String source) {
    ScriptException refused = assertThrows(ScriptException.class, () -> run(source, payload()));

    assertEquals(Kind.OUTPUT_INVALID, refused.kind());
  }

  @Test
  void repeatedPartsCountEachTime() {
    ScriptOptions options =
        new ScriptOptions("script", ScriptDialect.PLAIN, 256L << 20, 100_000, 500);
    String source = "const d = payload.d; return Array(%d).fill(d)";
    Value in = ObjectValue.of("d", ObjectValue.of("readings", readings(1000)));

    run(source.formatted(2), in, options, ScriptConsole.silent());
    ScriptException refused =
        assertThrows(
            ScriptException.class,
            () -> run(source.formatted(100), in, options, ScriptConsole.silent()));

    assertEquals(Kind.OUTPUT_TOO_LARGE, refused.kind());
  }

  @Test
  void aPartMovedDeeperMustFitThere() {
    Value deep = readings(200);
    for (int i = 0; i < 400; i++) {
      deep = ArrayValue.of(deep);
    }
    Value in = ObjectValue.of("deep", deep);
    String source = "let v = payload; for (let i = 0; i < %d; i++) v = {v}; return v";

    assertEquals(in, run("payload.n = undefined", in));
    run(source.formatted(50), in);
    ScriptException refused =
        assertThrows(ScriptException.class, () -> run(source.formatted(200), in));

    assertEquals(Kind.OUTPUT_TOO_LARGE, refused.kind());
  }

  @Test
  void aResultsOwnTextsAreNoReferences() {
    Value texts = ArrayValue.of(Value.of("\u0001p0"), Value.of("\u0001p99"), Value.of("\u0001sp0"));

    assertEquals(
        texts, run("payload.big; return ['\\u0001p0', '\\u0001p99', '\\u0001sp0']", payload()));
  }
}
