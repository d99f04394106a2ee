package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of a script promises: too little costs time, too much would cost isolation. */
class ScriptTraitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ;\n",
        "return 1",
        "return payload.data;",
        "payload.working.f = payload.data.c * 9 / 5 + 32;",
        "payload.a = payload.b > 3 ? 'high' : \"low\"",
        "payload.a ??= null; payload.b = !payload.c && payload?.d === true",
        "payload = payload.a",
        "payload .constructor .x = 1",
      })
  void namesNothingButItsPayload(String script) {
    assertFalse(ScriptTraits.of(script).reachesOut());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1",
        "payload.x = 1; payload_ = 2",
        "payload$ = 2",
        "xpayload = 2",
        "payload\u00e9 = 2",
        "this.x = 1",
        "globalThis.x = 1",
        "payload.f(1)",
        "payload.f (1)",
        "payload.f`1`",
        "payload['f']",
        "new payload.F",
        "delete payload.x",
        "var x",
        "p\\u0061yload = 1",
        "payload.x = '\\u0061'",
        "return {x: 1}",
        "payload.f = () => 1",
        "payload.x = 5n",
        "// x",
        "for (payload.x of payload) y = 1",
      })
  void mayReachOut(String script) {
    assertTrue(ScriptTraits.of(script).reachesOut());
  }

  @Test
  void readsTheLongestScriptInItsPlace() {
    String longest = "payload.a = payload.b + 1;".repeat(40_000);
    assertFalse(ScriptTraits.of(longest).reachesOut());
    assertTrue(ScriptTraits.of(longest + "x").reachesOut());
  }
}
