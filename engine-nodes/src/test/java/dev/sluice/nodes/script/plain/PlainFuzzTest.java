package dev.sluice.nodes.script.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptConsole;
import dev.sluice.nodes.script.ScriptEngine;
import dev.sluice.nodes.script.ScriptException;
import dev.sluice.nodes.script.ScriptOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever the script and whatever the payload: where the plain script gives a value, the sandbox
 * gives the same.
 *
 * <p>The system property {@code sluice.fuzz} sets how many scripts are tried, {@code sluice.seed}
 * which.
 */
class PlainFuzzTest {
  private static final int COUNT = Integer.getInteger("sluice.fuzz", 2_000);
  private static final long SEED = Long.getLong("sluice.seed", 7);

  /** To compile a script takes longer than to run it: so many of them are made one. */
  private static final int BATCH = 40;

  /** What an engine has parsed it keeps. */
  private static final int BATCHES_OF_AN_ENGINE = 500;

  private static final Value FAILED = Value.of("failed");

  private final List<String> differences = new ArrayList<>();
  private int refused;
  private int doubted;
  private int compared;

  @Test
  void aPlainScriptGivesWhatTheSandboxGives() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    int batches = Math.ceilDiv(COUNT, BATCH);
    for (int done = 0; done < batches; done += BATCHES_OF_AN_ENGINE) {
      try (ScriptEngine engine = new ScriptEngine()) {
        for (int i = done; i < Math.min(batches, done + BATCHES_OF_AN_ENGINE); i++) {
          compare(engine, seeds.split());
        }
      }
    }
    System.out.printf(
        "Plain scripts: %d compared, %d doubted, %d refused%n", compared, doubted, refused);
    assertEquals(List.of(), differences);
    assertTrue(compared > COUNT / 3, compared + " of " + COUNT + " scripts were compared");
  }

  private record Case(String script, Value payload, Value given) {}

  private void compare(ScriptEngine engine, SplittableRandom random) {
    RandomScripts scripts = new RandomScripts(random);
    RandomPayloads payloads = new RandomPayloads(random);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      String script = scripts.next();
      Value payload = payloads.next();
      PlainScript plain = PlainScript.compile(script).orElse(null);
      Value given = plain == null ? null : plain.run(payload, 1 << 20, 100);
      if (given != null) {
        cases.add(new Case(script, payload, given));
      } else if (plain == null) {
        refused++;
      } else {
        doubted++;
      }
    }
    compare(engine, cases);
  }

  @SuppressWarnings("ReferenceEquality") // what failed is that very value
  private void compare(ScriptEngine engine, List<Case> cases) {
    Value results = inSandbox(engine, cases);
    if (results == FAILED && cases.size() > 1) {
      cases.forEach(one -> compare(engine, List.of(one)));
      return;
    }
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      Value result = results == FAILED ? results : results.get(i).get(0);
      compared++;
      if (!defined(result).equals(defined(one.given))) {
        differences.add(
            "%s%non %s%ngave %s, in the sandbox %s"
                .formatted(one.script, one.payload, one.given, results.get(i)));
      }
    }
  }

  /** Runs many at once: each as a function of its own, which gives what the script would. */
  private static Value inSandbox(ScriptEngine engine, List<Case> cases) {
    StringBuilder all = new StringBuilder("const run = f => p => { try { return [f(p)] }");
    all.append(" catch (e) { return ['threw', String(e)] } };\nreturn [\n");
    ArrayValue.Builder payloads = ArrayValue.builder();
    for (Case one : cases) {
      all.append("run(function (payload) { const returned = (() => {\n")
          .append(one.script)
          .append("\n})(); return returned === undefined ? payload : returned }),\n");
      payloads.add(one.payload);
    }
    all.append("].map((f, i) => f(payload[i]))");
    try {
      return engine
          .compile(all.toString(), ScriptOptions.defaults())
          .run(
              payloads.build(),
              ScriptConsole.silent(),
              InstantSource.system(),
              new SplittableRandom(1),
              Duration.ofSeconds(20));
    } catch (ScriptException e) {
      return FAILED;
    }
  }

  /** Without undefined entries: of what a script leaves alone, both leave them where they are. */
  private static Value defined(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        object.forEach(
            (key, entry) -> {
              if (!(entry instanceof UndefinedValue)) {
                builder.put(key, defined(entry));
              }
            });
        yield builder.build();
      }
      case ArrayValue array -> {
        ArrayValue.Builder builder = ArrayValue.builder();
        array.forEach(item -> builder.add(defined(item)));
        yield builder.build();
      }
      default -> value;
    };
  }
}
