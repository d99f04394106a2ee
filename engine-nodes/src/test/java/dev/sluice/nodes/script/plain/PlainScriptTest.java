package dev.sluice.nodes.script.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptConsole;
import dev.sluice.nodes.script.ScriptEngine;
import dev.sluice.nodes.script.ScriptOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain scripts give, what they leave to the sandbox, and what is not a plain script. */
class PlainScriptTest {
  private static final Value DATE = new DateValue(1_705_329_000_000.0);
  private static final Value PAYLOAD =
      ((ObjectValue)
              Value.parseJson(
                  """
                  {"n": 1, "f": 84.5, "s": "ab", "o": {"a": {"x": 1}, "b": 2}, "l": [1, "2", {"x": 3}],
                   "own": {"constructor": 5}, "none": null}"""))
          .toBuilder().put("when", DATE).build();

  private static @Nullable Value run(String script) {
    return PlainScript.compile(script).orElseThrow().run(PAYLOAD, 1 << 20, 100);
  }

  private static String json(String script) {
    Value value = run(script);
    return value == null ? "left to the sandbox" : value.toJson();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " --> ",
      quoteCharacter = '#',
      value = {
        "return (payload.f - 32) * 5 / 9 --> 29.166666666666668",
        "return 1 + 2 * 3 - -4 / 2 % 3 --> 9",
        "return [1 + '2', '3' * '4', 1 + null, 1 + undefined, true + 1, '' + -0] --> [`12`,12,1,null,2,`0`]",
        "return [7 & 3, 5 | 8, 6 ^ 3, ~5, 1 << 33, -9 >> 1, -1 >>> 28, 4294967297.9 | 0] --> [3,13,5,-6,2,-5,15,1]",
        "return [null == undefined, null == 0, '1' == 1, true == '1', NaN != NaN, '' == 0] --> [true,false,true,true,true,true]",
        "return ['b' > 'a', '10' < '9', '10' < 9, null >= 0, undefined < 1] --> [true,true,false,true,false]",
        "return [0 || 'a', 0 ?? 'a', '' && 1, null ?? 2] --> [`a`,0,``,2]",
        "return [typeof 1, typeof '', typeof null, typeof undefined, typeof payload, typeof true] --> [`number`,`string`,`object`,`undefined`,`object`,`boolean`]",
        "return payload.n ? 'yes' : 'no' --> `yes`",
        "return payload.o?.a?.x + (payload.none?.a.b.c ?? 5) --> 6",
        "return `${1}<${payload.s}>${null}\\n` --> `1<ab>null\\n`",
        "return ['b' in payload.o, 'c' in payload.o, 1 in payload.l, 9 in payload.l] --> [true,false,true,false]",
        "let a = 1, b = a + 1; a += b; a++; --b; return [a, b, a++, a] --> [4,1,4,5]",
        "const a = payload.o; a.b = 7; return payload.o --> {`a`:{`x`:1},`b`:7}",
        "payload.c = payload.o; payload.c.a.x = 9; return [payload.o.a.x, payload.c === payload.o] --> [9,true]",
        "const a = {}; const b = [a, a]; a.x = 1; return b --> [{`x`:1},{`x`:1}]",
        "delete payload.o.b; payload.o.b = 3; payload.o.c = 4; return payload.o --> {`a`:{`x`:1},`b`:3,`c`:4}",
        "delete payload.o.a; payload.o.a = 3; return payload.o --> {`b`:2,`a`:3}",
        "return {b: 1, 2: 2, a: undefined, 1: 3} --> {`1`:3,`2`:2,`b`:1}",
        "return {...payload.o, b: 3, ['k' + 1]: 4} --> {`a`:{`x`:1},`b`:3,`k1`:4}",
        "return [...payload.l.slice(0, 2), undefined] --> [1,`2`,null]",
        "let t = 0; for (let i = 0; i < 4; i++) { if (i == 1) continue; if (i == 3) break; t += i } return t --> 2",
        "let t = ''; for (const x of payload.l) { t += typeof x + ' ' } return t --> `number string object `",
        "let i = 5; while (i > 2) i--; return i --> 2",
        "payload.l.push(4, 5); return payload.l.length --> 5",
        "payload.l[3] = 1; return payload.l --> [1,`2`,{`x`:3},1]",
        "return payload.l.map((x, i) => i).filter(i => { return i > 0 }) --> [1,2]",
        "return [1, 2, 3].reduce((a, x) => a + x, 10) --> 16",
        "return [payload.l.find(x => x.x === 3).x, payload.l.findIndex(x => x === '2')] --> left to the sandbox",
        "return [[1, 2].some(x => x > 1), [1, 2].every(x => x > 1)] --> [true,false]",
        "return ['a,b'.split(','), ' x '.trim(), 'aXa'.replaceAll('a', ''), 'abc'.slice(-2)] --> [[`a`,`b`],`x`,`X`,`bc`]",
        "return [Math.round(-0.5), Math.round(2.5), Math.trunc(-1.5), Math.max(), Math.sign(-3)] --> [0,3,-1,null,-1]",
        "return [(1.005).toFixed(2), (2.5).toFixed(0), (-1.5).toFixed(0), (0.000001).toFixed(7)] --> [`1.00`,`3`,`-2`,`0.0000010`]",
        "return [parseInt('12px'), parseFloat('3.5'), Number(''), String(1e21)] --> [12,3.5,0,`1e+21`]",
        "return [Object.keys(payload.o), Object.entries({x: 1})] --> [[`a`,`b`],[[`x`,1]]]",
        "var x; if (payload.n) { var x = 2; } return x --> 2",
        "if (!payload.n) return 1\\nelse if (payload.f) return 2\\nelse return 3 --> 2",
        "return\\n5 --> {`n`:1,`f`:84.5,`s`:`ab`,`o`:{`a`:{`x`:1},`b`:2},`l`:[1,`2`,{`x`:3}],`own`:{`constructor`:5},`none`:null,`when`:`2024-01-15T14:30:00.000Z`}",
        "let a = 1\\nlet b = a\\n{ a = 2 }\\nreturn [a, b] --> [2,1]",
        "'use strict'; return 0x1F + 1e3 + .5 --> 1031.5",
        "payload = payload.o.a; payload.y = 2 --> {`x`:1,`y`:2}",
        "return payload.when - 1 --> 1705328999999",
        "return payload.s[0] + payload.s.length + payload.s[5] --> `a2undefined`",
      })
  void givesWhatTheLanguageSays(String script, String expected) {
    assertEquals(expected.replace('`', '"'), json(script.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload.missing.x = 1",
        "return payload.missing.x",
        "return payload.none.x",
        "return payload.l.x",
        "return payload.n.x",
        "payload.n.x = 1",
        "return payload.l['at']",
        "payload[payload.missing ?? 'constructor'] = 1",
        "return payload['to' + 'String']",
        "return ('value' + 'Of') in payload",
        "return '' + payload.o",
        "return payload.l * 1",
        "return payload.when + 1",
        "return `${payload.when}`",
        "return payload.when === payload.when",
        "payload.l[9] = 1",
        "delete payload.l[0]",
        "payload.self = payload",
        "return payload.o.replace('a', 'b')",
        "return 'a'.replace('a', '$&')",
        "return 'é'.toUpperCase()",
        "for (;;) {}",
        "let s = 'x'; for (let i = 0; i < 40; i++) s += s; return s",
        "let o = {}; for (let i = 0; i < 40; i++) o = {a: o, b: o}; return o",
        "let o = {}; for (let i = 0; i < 200; i++) o = {o}; return o",
        "const a = [1]; for (const x of a) a.push(x)",
        "[].reduce((a, b) => a)",
        "return payload.own.constructor()",
      })
  void leavesWhatItIsNotSureOfToTheSandbox(String script) {
    PlainScript.compile(script)
        .ifPresent(plain -> assertNull(plain.run(PAYLOAD, 1 << 20, 100), script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1",
        "return x",
        "return this",
        "return globalThis",
        "return arguments",
        "eval('1')",
        "console.log(1)",
        "return new Date()",
        "return Math.random()",
        "return Date.now()",
        "return Math",
        "return payload.constructor",
        "return payload.__proto__",
        "return {__proto__: null}",
        "return {get a() { return 1 }}",
        "payload.f()",
        "payload['f']()",
        "payload.f`x`",
        "payload.l.length = 0",
        "payload['length'] = 0",
        "payload.l.length++",
        "function f() {}",
        "const f = () => 1",
        "return payload.l.map(payload.f)",
        "return /a/",
        "return 1 /a/ 2",
        "return 5n",
        "return 010",
        "return 1_000",
        "return 2 ** 3",
        "return '\\101'",
        "return a; let a",
        "{ let a = 1 } return a",
        "let a = 1; { let a = 2 }",
        "let a = a",
        "const a = 1; a = 2",
        "const a = 1; a++",
        "payload.l.forEach(x => { var y = x })",
        "let a = 1\n++a",
        "let a = payload\n(a)",
        "try { payload.x } catch {}",
        "throw 1",
        "switch (1) {}",
        "do {} while (0)",
        "a: for (;;) {}",
        "void 0",
        "return payload instanceof Object",
        "return (1, 2)\n<!-- x",
        "return [,1]",
        "return p\\u0061yload",
        "return é",
        "async () => 1",
      })
  void isNoPlainScript(String script) {
    assertTrue(PlainScript.compile(script).isEmpty(), script);
  }

  @Test
  void nestsNoDeeperThanItsStackBears() {
    assertTrue(
        PlainScript.compile("return " + "(".repeat(5000) + "1" + ")".repeat(5000)).isEmpty());
    assertTrue(PlainScript.compile("return 1" + " + 1".repeat(5000)).isEmpty());
    assertTrue(PlainScript.compile("return payload" + ".a".repeat(5000)).isEmpty());
    assertTrue(PlainScript.compile("if (1) ".repeat(5000) + ";").isEmpty());
    assertTrue(PlainScript.compile("return " + "!".repeat(5000) + "1").isEmpty());
  }

  @Test
  void whatIsNotChangedComesOutAsItWentIn() {
    assertSame(PAYLOAD, run(""));
    assertSame(PAYLOAD, run("payload.o.a.x = 1; if (payload.l[2].x > 5) payload.y = 1"));
    Value changed = run("payload.o.b = 3");
    assertTrue(changed != null);
    assertSame(PAYLOAD.get("l"), changed.get("l"));
    assertSame(PAYLOAD.get("o").get("a"), changed.get("o").get("a"));
    assertEquals(Value.of(2), PAYLOAD.get("o").get("b"));
    assertSame(DATE, run("return payload.when"));
  }

  @Test
  void aRunLeavesNothingForTheNext() {
    PlainScript script =
        PlainScript.compile("let a; payload.o.b++; a = payload.o.b; return a").orElseThrow();
    assertEquals(Value.of(3), script.run(PAYLOAD, 100, 100));
    assertEquals(Value.of(3), script.run(PAYLOAD, 100, 100));
  }

  @Test
  void minusZeroNotANumberAndUndefinedItemsStayWhatTheyAre() {
    assertEquals(
        ArrayValue.of(Value.of(-0.0), Value.of(Double.NaN), Value.undefined()),
        run("return [-0, NaN, undefined]"));
  }

  @Test
  void aResultKeepsWithinItsLimits() {
    PlainScript list = PlainScript.compile("return [payload, payload]").orElseThrow();
    assertNull(list.run(Value.of("12345"), 9, 100));
    assertEquals("[\"12345\",\"12345\"]", String.valueOf(list.run(Value.of("12345"), 10, 100)));
    PlainScript deeper = PlainScript.compile("return {a: payload}").orElseThrow();
    assertNull(deeper.run(Value.parseJson("[[[]]]"), 100, 3));
    assertEquals("{\"a\":[[[]]]}", String.valueOf(deeper.run(Value.parseJson("[[[]]]"), 100, 4)));
  }

  /** A property that every object has, unknown here, would be taken for undefined. */
  @Test
  void everyInheritedNameIsKnown() {
    try (ScriptEngine engine = new ScriptEngine()) {
      Value names =
          engine
              .compile(
                  "return Object.getOwnPropertyNames(Object.prototype)", ScriptOptions.defaults())
              .run(
                  Value.nullValue(),
                  ScriptConsole.silent(),
                  InstantSource.system(),
                  new SplittableRandom(1),
                  Duration.ofSeconds(20));
      for (Value name : (ArrayValue) names) {
        assertTrue(Inherited.has(name.toText()), name.toText());
      }
    }
  }
}
