package dev.sluice.nodes.script;

import java.util.List;

/** Scripts that take memory without end. */
final class GreedyScripts {
  private static final List<String> SCRIPTS =
      List.of(
          "const a = []; while (true) a.push(new Array(1000).fill(1))",
          "let s = 'x'; while (true) s += s + 'y'",
          "const m = new Map(); for (let i = 0; ; i++) m.set(i, {i})",
          "const a = []; for (;;) a.push(new ArrayBuffer(1 << 24))",
          "const a = []; for (;;) a.push(Buffer.alloc(1 << 24))",
          "const a = []; for (;;) a.push('ab'.repeat(1 << 24).split(''))",
          "const a = []; for (;;) a.push('ab'.repeat(1 << 22).split(''))",
          "new Array(1e9).fill(0)",
          "new Uint8Array(2 ** 31)",
          "const o = {}; for (let i = 0; ; i++) o['key' + i] = i",
          "for (let i = 0; ; i++) Symbol.for('s' + i)",
          "const f = n => n === 0 ? [] : [f(n - 1), f(n - 1)]; f(40)",
          "for (let i = 0; ; i++) globalThis['g' + i] = 'x'.repeat(1000)",
          "let s = 'x'; for (;;) s = s.padEnd(s.length * 2, 'y')",
          "JSON.parse('[' + '1,'.repeat(2e7) + '1]')",
          "const a = []; for (;;) a.push(JSON.parse('[' + '1,'.repeat(5e6) + '1]'))",
          "const a = []; a.length = 4294967295; return a",
          "console.log('x'.repeat(5e7)); for (;;) console.log('x'.repeat(1e5))",
          "const held = []; for (let i = 0; ; i++) held.push(new WeakRef({i}), new WeakMap([[{}, {i}]]))",
          "const held = []; for (let i = 0; ; i++) held.push(eval('(x) => x + ' + i))",
          "const held = []; for (let i = 0; ; i++) held.push((s => s)`template ${i}`, /x/y, Symbol(i))",
          "const p = []; for (;;) p.push(new Promise(() => {}).then(() => p))",
          "function* g() { yield* g() } [...g()]",
          "[...{[Symbol.iterator]: () => ({next: () => ({done: false, value: {}})})}]",
          "Array.from({length: 1e9}, (_, i) => ({i}))",
          "let n = 2n; const held = []; for (;;) { n = n * n % (1n << 4000000n) + 1n; held.push(n) }",
          "const s = 'x'.repeat(1e6); const held = []; for (;;) held.push(s.replace(/x/g, '$&$&'))",
          "return {toJSON() { const a = []; for (;;) a.push([a.length]) }}",
          "throw {get message() { const a = []; for (;;) a.push({}) }}");

  /**
   * One operation that takes more than a heap and cannot be stopped half-way: only for a JVM of its
   * own.
   */
  private static final List<String> BEYOND_ANY_HEAP =
      List.of("const l = Array(1e4).fill('x'.repeat(1e6)); for (;;) l.map(x => x + 'y').sort()");

  private GreedyScripts() {}

  static List<String> all() {
    return SCRIPTS;
  }

  static List<String> beyondAnyHeap() {
    return BEYOND_ANY_HEAP;
  }
}
