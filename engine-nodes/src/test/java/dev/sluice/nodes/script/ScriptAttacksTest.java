package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile scripts: none reaches the host, leaves a trace for the next run or outlives its limit.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScriptAttacksTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private static ScriptEngine engine = new ScriptEngine();

  @BeforeAll
  static void open() {
    engine.close();
    engine = new ScriptEngine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Value run(String source, Duration limit) {
    return engine
        .compile(source, ScriptOptions.defaults())
        .run(
            ObjectValue.of("data", ObjectValue.of("n", Value.of(1))),
            ScriptConsole.silent(),
            InstantSource.system(),
            new Minstd(42),
            limit);
  }

  private static Value run(String source) {
    return run(source, LIMIT);
  }

  /** Every name of the host is unknown, however the global object is come by. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "globalThis",
        "this",
        "(0, eval)('this')",
        "Function('return this')()",
        "payload.constructor.constructor('return this')()",
        "[].map.constructor('return this')()",
        "(function(){ return this })()",
        "(() => {}).constructor('return this')()",
        "Reflect.construct(Function, ['return this'])()",
        "Object.getPrototypeOf(function*(){}).constructor('yield this')().next().value",
        "console.log.constructor('return this')()",
        "Buffer.from.constructor('return this')()",
        "Date.now.constructor('return this')()",
        "(function f(){ return f.caller === null || f.caller === undefined ? globalThis : f.caller })()",
      })
  void noGlobalNameReachesTheHost(String global) {
    Value found =
        run(
            "const g = "
                + global
                + "; return ['Java','java','Packages','Polyglot','Graal','load','loadWithNewGlobal',"
                + "'print','printErr','quit','exit','require','process','module','exports','importClass',"
                + "'JavaImporter','org','com','javax','read','readFully','WebAssembly','Worker','Debug',"
                + "'SharedArrayBuffer','Atomics','FinalizationRegistry','setTimeout','setImmediate',"
                + "'queueMicrotask','fetch','XMLHttpRequest','performance','Temporal','ShadowRealm',"
                + "'__filename','host','makeBuffer','hostLog'].filter(n => n in g || typeof g[n] !== 'undefined');");

    assertEquals("[]", found.toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return typeof import.meta",
        "}); globalThis.escaped = 1; (function(payload){",
        "}}); globalThis.escaped = 1; (function(){return function(payload){",
        "} + function(){",
        "*/ return 1; /*",
        "let payload = 1;",
        "await 1;",
        "super.x",
        "new.target = 1",
        "return `${",
      })
  void whatIsNotTheBodyOfAFunctionDoesNotCompile(String source) {
    assertThrows(SyntaxException.class, () -> engine.compile(source, ScriptOptions.defaults()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return import('fs').constructor.name",
        "return Object.getOwnPropertyNames(console.log).sort().join()",
        "return Object.prototype.toString.call(console.log)",
        "try { null.x } catch (e) { return [typeof e.getClass, typeof e.getStackTrace].join() }",
        "return [typeof ''.getClass, typeof payload.getClass, typeof payload.data.wait].join()",
        "return typeof arguments.callee.caller",
        "return {toJSON: function f() { return f.caller === JSON.stringify }}",
        "const p = Error.prepareStackTrace; return typeof p",
        "return (new Error().stack.match(/[.]java|com[.]oracle|sluice/g) || []).length",
      })
  void probesOfTheHostSeeNothingOfIt(String source) {
    String seen = run(source).toText();

    assertTrue(
        Set.of(
                "Promise",
                "length,name",
                "[object Function]",
                "undefined,undefined",
                "undefined,undefined,undefined",
                "object",
                "undefined",
                "true",
                "0")
            .contains(seen),
        seen);
  }

  /** Each is run several times, so that every thread's sandbox has seen it, then looked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "leaked = 1",
        "globalThis.leaked = 1",
        "var o = Object.prototype; o.leaked = 1",
        "Object.prototype.leaked = 1; Array.prototype.leaked = 2; Function.prototype.leaked = 1",
        "payload.__proto__.leaked = 1",
        "payload.constructor.prototype.leaked = 1",
        "payload.constructor.leaked = payload.constructor.prototype.toString.leaked = 1",
        "payload.toJSON = payload.constructor.constructor",
        "payload.valueOf = payload.constructor.constructor; payload.leaked = payload + 1",
        "payload.toString = payload.constructor.prototype.__defineGetter__; payload.x = payload + ''",
        "[].__proto__.leaked = 1; (() => {}).__proto__.leaked = 1; ''.__proto__.leaked = 1",
        "Object.getPrototypeOf(function*(){}).leaked = 1; Object.getPrototypeOf([].values()).leaked = 1",
        "Object.getPrototypeOf(async () => {}).leaked = 1",
        "globalThis['Array'].prototype['map'] = () => 'leaked'",
        "const A = Array; A.prototype.map = () => 'leaked'; A.isArray = () => false",
        "const J = JSON; J.parse = () => 'leaked'; J.stringify = () => 'leaked'",
        "const M = Math; M.max = () => 'leaked'; M.leaked = 1",
        "const D = Date; D.now = () => 'leaked'; D.prototype.getTime = () => 1",
        "Date = Map; Math = 1; JSON = 1; Object = 1; console = 1; Buffer = 1",
        "Object.defineProperty(globalThis, 'leaked', {value: 1, configurable: false})",
        "Object.defineProperty(Object.getPrototypeOf({}), 'leaked', {get() { return 1 }})",
        "Reflect.defineProperty(globalThis, 'JSON', {value: 'leaked'})",
        "Object.setPrototypeOf(globalThis, {leaked: 1})",
        "globalThis.__proto__ = {leaked: 1}",
        "Object.setPrototypeOf([].__proto__, {leaked: 1})",
        "Object.preventExtensions(globalThis)",
        "Object.freeze(globalThis)",
        "delete globalThis.Array; delete globalThis.JSON",
        "(0, eval)('var leaked = 1; function leaked2() {}')",
        "Function('leaked = 1')()",
        "arguments.callee.leaked = 1; arguments.callee.prototype.leaked = 1",
        "Symbol.for('leaked').description; globalThis[Symbol.for('leaked')] = 1",
        "/(leak)ed/.exec('leaked'); 'leaked'.replace(/(e)/, '$1')",
        "Promise.resolve().then(() => { globalThis.leaked = 1; leaked2 = 1 }); ",
        "Promise.resolve().then(() => { leaked = 1 }); throw 1",
        "(async () => { for (let i = 0; i < 50; i++) await i; globalThis.leaked = 1 })(); ",
        "globalThis.leaked = 1; throw new Error('after')",
        "globalThis.leaked = 1; const f = () => f(); f()",
        "payload.toJSON = () => { globalThis.leaked = 1; return 1 }",
        "return new Proxy({}, {ownKeys() { globalThis.leaked = 1; return [] }})",
        "console.leaked = 1; const c = console; c.log = () => { throw 'leaked' }",
        "const B = Buffer; B.from = () => 'leaked'; B.prototype.leaked = 1",
        "Error.stackTraceLimit = 0; const E = Error; E.prepareStackTrace = () => 'leaked'",
        "Object.prototype.__defineSetter__('leaked', () => 1); payload.__defineGetter__('x', () => 1)",
        "Object.prototype.toString.leaked = 1; Object.prototype.toString = () => 'leaked'",
        "const p = payload.__proto__; p.hasOwnProperty = () => 'leaked'; p.toString = () => 'leaked'",
        "Array.prototype[0] = 'leaked'; const P = Array.prototype; Object.defineProperty(P, '1', {set() {}})",
        "new Intl.NumberFormat().__proto__.leaked = 1; Intl.Collator.leaked = 1",
        "const t = s => s; t`x`.leaked = 1; t`x`.raw.leaked = 1",
        "class Sub extends Array {}; Object.getPrototypeOf(Sub).leaked = 1",
        "Uint8Array.prototype.leaked = 1; const T = Object.getPrototypeOf(Uint8Array); T.leaked = 1",
        "WeakRef.prototype.leaked = 1; new WeakRef({}).__proto__.deref = () => 'leaked'",
        "const {prototype} = RegExp; prototype.exec = () => 'leaked'; prototype[Symbol.replace] = () => 'leaked'",
        "Object.defineProperty(Array, Symbol.species, {value: Map}); class S extends Array {} S.leaked = 1",
        "Array.prototype[Symbol.iterator] = function* () { yield 'leaked' }; const M = Map; M.prototype.get = 1",
        "const {prototype: p} = Object; Object.defineProperty(p, Symbol.toPrimitive, {value: () => 'leaked'})",
        "const {prototype: p} = Function; p.call = p.apply = p.bind = () => 'leaked'",
        "const {prototype: p} = Promise; p.then = () => 'leaked'; p.leaked = 1",
        "const D = Date; D.prototype.toJSON = () => 'leaked'; D.prototype[Symbol.toPrimitive] = () => 'leaked'",
        "const {prototype: p} = Intl.DateTimeFormat; p.leaked = 1; p.format = () => 'leaked'; p.resolvedOptions = 1",
        "const a = Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())); a.leaked = 1; a.next = 1",
        "Object.getPrototypeOf(Object.getPrototypeOf([].values())).map = () => 'leaked'",
        "import('x').then(() => 1, () => { globalThis.leaked = 1 })",
        "with (globalThis) { leaked = 1; leaked2 = 2 }",
        "outer: { globalThis.leaked = 1; break outer }",
        "const E = Error; E.prepareStackTrace = () => { globalThis.leaked = 1 }; new Error().stack",
        "new Proxy(Array.prototype, {}).leaked = 1; Reflect.set(Object.prototype, 'leaked', 1)",
        "Reflect.setPrototypeOf(Array.prototype, {leaked: 1}); Reflect.setPrototypeOf(Math, {leaked: 1})",
        "const {prototype: p} = Symbol; p.leaked = 1; Object.defineProperty(Symbol, 'iterator', {value: 'leaked'})",
        "Object.freeze.leaked = 1; Object.getOwnPropertyDescriptor.leaked = 1; Reflect.ownKeys.leaked = 1",
        "const g = globalThis; for (const k of Reflect.ownKeys(g)) { try { g[k].leaked = 1; g[k].prototype.leaked = 1 } catch {} }",
        "for (const k of Reflect.ownKeys(globalThis)) { try { globalThis[k] = 'leaked' } catch {} }",
      })
  void nothingARunLeavesIsSeenByTheNext(String source) {
    String look =
        """
        const t = s => s;
        const g = globalThis;
        return [
          typeof leaked, typeof leaked2, typeof payload.leaked, typeof [].leaked, typeof ''.leaked,
          typeof (() => 1).leaked, typeof arguments.callee.leaked, typeof {}.leaked, typeof /x/.leaked,
          typeof Object.getPrototypeOf(function*(){}).leaked, typeof [].values().leaked,
          typeof (async () => {}).leaked, String([1, 2].map(x => x + 1)), Array.isArray([]),
          JSON.stringify(JSON.parse('{"a":[1]}')), Math.max(1, 2), typeof Math.leaked, typeof Date.now(),
          new Date(5).getTime(), typeof console.leaked, typeof console.log, Buffer.from('a').toString(),
          typeof Buffer.leaked, typeof new Uint8Array(1).leaked, typeof Uint8Array.leaked,
          typeof RegExp.$1 === 'undefined' || RegExp.$1 === '', typeof g[Symbol.for('leaked')],
          typeof Error.prepareStackTrace, Error.stackTraceLimit > 0, ({}).toString(), [].hasOwnProperty('x'), typeof [][0],
          typeof [,][0], [,].concat([3])[1], typeof Intl.Collator.leaked, typeof t`x`.leaked, typeof t`x`.raw.leaked,
          Object.isExtensible(g), Object.getPrototypeOf(g) === Object.prototype, typeof Object.prototype.toString.leaked,
          typeof parseInt, typeof eval, Object.keys(g).length, (implicit = 1, typeof implicit),
        ].join();
        """;
    Value before = run(look);
    // Its text says nothing of what it does, so that it is not given a realm of its own.
    String hidden =
        "return Function('payload', atob('"
            + Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.ISO_8859_1))
            + "'))(payload)";
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
      for (String attack : new String[] {source, hidden}) {
        try {
          run(attack);
        } catch (ScriptException e) {
          assertFalse(e.getMessage().contains("sluice"), e.getMessage());
        }
      }
    }

    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
      assertEquals(before, run(look));
    }
    assertFalse(before.toText().contains("leaked"), before.toText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) { try { throw 1 } catch {} finally { continue } }",
        "while (true) { try { while (true) {} } catch {} finally { while (true) {} } }",
        "function* g() { while (true) yield 1 } for (const x of g()) {}",
        "const f = () => Promise.resolve().then(f); f(); return 1",
        "(async () => { while (true) await 1 })(); return 1",
        "/^(?:(a+)+\\1?b\\1)+$/.test('a'.repeat(60) + '!'); while (true) {}",
        "/(x+x+)+\\1y/.test('x'.repeat(60)); while (true) {}",
        "payload.toJSON = () => { while (true) {} }",
        "Object.defineProperty(payload, 'x', {enumerable: true, get() { while (true) {} }})",
        "return new Proxy({}, {ownKeys() { while (true) {} }})",
        "throw {get message() { while (true) {} }}",
        "throw Object.defineProperty(new Error(), 'name', {get() { while (true) {} }})",
        "console.log({get x() { while (true) {} }})",
        "[3, 1, 2].sort(() => { while (true) {} })",
        "'a'.replace(/a/, () => { while (true) {} })",
        "new Function('while (true) {}')()",
        "(0, eval)('for (;;) {}')",
        "label: while (true) { continue label }",
        "const p = new Proxy({}, {get: (t, k, r) => r[k]}); for (;;) { try { p.x } catch {} }",
        "for (const x of {length: 1e15, [Symbol.iterator]: Array.prototype.values}) {}",
        "return {length: 0, get x() { for (;;) {} }}",
        "Buffer.alloc(1e6).indexOf('x'.repeat(10)); for (;;) {}",
        "(async () => { for await (const x of (async function* () { for (;;) yield 1 })()) {} })(); return 1",
        "class A extends Array { static get [Symbol.species]() { for (;;) {} } } new A(1, 2).map(x => x)",
        "return `${{toString() { for (;;) {} }}}`",
        "return [1] + {[Symbol.toPrimitive]() { for (;;) {} }}",
        "Reflect.ownKeys(new Proxy({}, {ownKeys() { for (;;) {} }}))",
        "return Object.getPrototypeOf(new Proxy({}, {getPrototypeOf() { for (;;) {} }}))",
        "with (new Proxy({}, {has: () => true, get: () => { for (;;) {} }})) { x }",
        "JSON.parse('[1]', () => { for (;;) {} })",
        "const r = new WeakRef({}); while (true) r.deref()",
        "function* g() { try { yield 1 } finally { for (;;) {} } } for (const x of g()) break",
        "const f = (s, ...v) => { for (;;) {} }; return f`a${1}b`",
        "class A { static { for (;;) {} } }",
        "class A { #x = (() => { for (;;) {} })() } new A()",
        "new Intl.NumberFormat(new Proxy([], {get() { for (;;) {} }}))",
        "new Date({valueOf() { for (;;) {} }})",
        "({a: 1, get b() { for (;;) {} }}).b",
        "const {x = (() => { for (;;) {} })()} = {}",
        "Object.groupBy([1], () => { for (;;) {} })",
        "for (const x of 'ab'.matchAll({[Symbol.matchAll]: () => ({[Symbol.iterator]: () => ({next: () => ({})})})})) {}",
        "'a'.repeat(3e6).indexOf('a'.repeat(1.5e6) + 'b'); for (;;) {}",
        "let s = 0; for (const x of {[Symbol.iterator]: () => ({next: () => ({done: false})})}) s++",
      })
  void whatNeverEndsIsStopped(String source) {
    ScriptException stopped = assertThrows(ScriptException.class, () -> run(source, SHORT));

    assertTrue(Set.of(Kind.TIMEOUT, Kind.MEMORY).contains(stopped.kind()), stopped.getMessage());
    assertEquals("3", run("return 1 + 2").toText());
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.nodes.script.GreedyScripts#all")
  void whatTakesTooMuchIsStopped(String source) {
    ScriptException stopped = assertThrows(ScriptException.class, () -> run(source, LIMIT));

    assertTrue(
        Set.of(Kind.MEMORY, Kind.OUTPUT_TOO_LARGE, Kind.TIMEOUT, Kind.THROWN)
            .contains(stopped.kind()),
        stopped.getMessage());
    assertEquals("3", run("return 1 + 2").toText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let a = []; for (let i = 0; i < 60; i++) a = [a, a]; return a",
        "let a = []; for (let i = 0; i < 5000; i++) a = [a]; return a",
        "let a = {}; for (let i = 0; i < 5000; i++) a = {a}; return a",
        "return new Proxy([], {get: (t, k) => k === 'length' ? 1e15 : 1})",
        "const s = 'x'.repeat(8e6); return [s, s, s, s, s]",
        "let depth = 0; const f = () => ({get next() { return f() }}); return f()",
        "return {toJSON() { return {a: this} }}",
      })
  void anOversizedResultIsRefused(String source) {
    ScriptException refused = assertThrows(ScriptException.class, () -> run(source, LIMIT));

    assertTrue(
        Set.of(Kind.OUTPUT_TOO_LARGE, Kind.MEMORY).contains(refused.kind()), refused.getMessage());
    assertEquals("3", run("return 1 + 2").toText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload.self = payload",
        "const a = []; a.push([a]); return a",
        "return {b: 1n}",
        "return 10n",
      })
  void aResultThatIsNoPayloadIsRefused(String source) {
    ScriptException refused = assertThrows(ScriptException.class, () -> run(source));

    assertEquals("TypeError", refused.name());
    assertEquals(Kind.OUTPUT_INVALID, refused.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw {get name() { throw 1 }, get message() { throw 2 }}",
        "throw new Proxy({}, {get() { throw 1 }, getPrototypeOf() { throw 2 }})",
        "throw Symbol('x')",
        "throw null",
        "throw undefined",
        "throw Object.create(null)",
        "const e = new Error(); e.message = {toString() { throw 1 }}; e.name = Symbol(); throw e",
        "payload.x = {get y() { throw new RangeError('mine') }}",
        "return {toJSON() { throw 'mine' }}",
        "return new Proxy({}, {ownKeys() { throw 'mine' }})",
        "const {proxy, revoke} = Proxy.revocable({}, {}); revoke(); return proxy",
        "const f = () => f(); f()",
        "throw 10n",
        "throw 'x'.repeat(1e6)",
        "const e = new Error(); e.stack = {get x() { throw 1 }}; Object.setPrototypeOf(e, null); throw e",
        "throw new (class extends Error { get name() { return 'x'.repeat(1e6) } })",
      })
  void whateverIsThrownIsReported(String source) {
    ScriptException thrown = assertThrows(ScriptException.class, () -> run(source));

    assertTrue(
        Set.of(Kind.THROWN, Kind.OUTPUT_INVALID).contains(thrown.kind()), thrown.kind().name());
    assertTrue(thrown.getMessage().length() < 30_000);
    assertEquals("3", run("return 1 + 2").toText());
  }

  @Test
  void deeplyNestedSourceIsRefusedOrRunsButNeverKills() {
    for (String source :
        new String[] {
          "return " + "(".repeat(100_000) + "1" + ")".repeat(100_000),
          "return " + "[".repeat(100_000) + "]".repeat(100_000),
          "return " + "1+".repeat(100_000) + "1",
          "{".repeat(100_000) + "}".repeat(100_000),
          "return " + "-".repeat(1).concat(" ~".repeat(100_000)) + "1",
        }) {
      try {
        run(source, SHORT);
      } catch (SyntaxException | ScriptException e) {
        assertFalse(String.valueOf(e.getMessage()).isEmpty());
      }
      assertEquals("3", run("return 1 + 2").toText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let n = 3n ** 5000000n; for (let i = 0; i < 2; i++) n = n * n; return String(n).length",
        "return String(BigInt('9'.repeat(1e6)) * 2n).length",
      })
  void anOperationThatCannotBeStoppedHoldsUpNobody(String source) {

    ScriptException stopped = assertThrows(ScriptException.class, () -> run(source, SHORT));

    assertTrue(
        Set.of(Kind.TIMEOUT, Kind.MEMORY, Kind.THROWN).contains(stopped.kind()),
        stopped.getMessage());
    assertEquals("3", run("return 1 + 2").toText());
  }
}
