package dev.sluice.nodes.script;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The program of a JVM of its own: greedy scripts, two at a time, while others are served. Ends
 * with the last line {@code survived} if all greedy ones were stopped and all others served.
 */
final class MemoryAttack {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ScriptEngine engine = new ScriptEngine();
  private final Script honest =
      engine.compile(
          "payload.sum = payload.list.reduce((a, b) => a + b, 0); return payload.sum",
          ScriptOptions.defaults());

  private MemoryAttack() {}

  /** Runs the attack. */
  public static void main(String[] arguments) throws Exception {
    MemoryAttack attack = new MemoryAttack();
    int served = 0;
    List<String> sources = new ArrayList<>(GreedyScripts.all());
    sources.addAll(GreedyScripts.beyondAnyHeap());
    try (ExecutorService attackers = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < sources.size(); i += 2) {
        List<Future<String>> attempts = new ArrayList<>();
        for (String source : sources.subList(i, Math.min(i + 2, sources.size()))) {
          attempts.add(attackers.submit(() -> attack.outcome(source) + ": " + source));
        }
        do {
          attack.serve();
          served++;
        } while (!attempts.stream().allMatch(Future::isDone));
        for (Future<String> attempt : attempts) {
          System.out.println(attempt.get());
        }
      }
    }
    attack.engine.close();
    System.out.println(served + " served");
    System.out.println("survived");
    System.exit(0);
  }

  private void serve() {
    Value input = Value.parseJson("{\"list\": [1, 2, 3]}");
    Value sum = run(honest, input);
    if (!sum.equals(Value.of(6))) {
      throw new IllegalStateException("Served badly: " + sum);
    }
  }

  private String outcome(String source) {
    try {
      run(engine.compile(source, ScriptOptions.defaults()), ObjectValue.empty());
      return "ENDED";
    } catch (ScriptException e) {
      return e.kind().name();
    }
  }

  private static Value run(Script script, Value input) {
    return script.run(input, ScriptConsole.silent(), InstantSource.system(), new Minstd(1), LIMIT);
  }
}
