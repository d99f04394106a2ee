package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.TestFlow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/**
 * Flows broken at random are compiled, or refused with reasons; those that compile run to an end of
 * the documented kinds. Nothing else happens to whoever reads, validates or fires them.
 *
 * <p>The system property {@code sluice.fuzz} sets how many flows are broken.
 */
class FlowFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("sluice.fuzz", 10_000);
  private static final int SAMPLE = MUTATIONS / 50;
  private static final int CHUNKS = 200;

  /** Scripts cost a hundred times what all else does, and have attacks of their own elsewhere. */
  private static final int ONE_SCRIPT_IN = 400;

  private static final Pattern NAMED =
      Pattern.compile(
          "NotImplementedError|TemplateError|ValidationError|ThrowError|CustomNodeNotFoundError"
              + "|CredentialNotFoundError|FileAccessError|PayloadTooLarge|TimeoutError|NodeLimitError|NestingError|FunctionNode\\w+");

  private static final Value DATA =
      Json.value("{x: 1, y: 'a', text: '{', items: [1, 'b', {x: 2}], body: {}, user: {}}");

  private final AtomicInteger compiled = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger unread = new AtomicInteger();
  private final AtomicInteger sampled = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Run> runs = new ConcurrentLinkedQueue<>();

  /** A flow to start from. */
  private record Seed(ObjectValue document, boolean isVersion, int size, boolean hasScript) {
    static Seed of(ObjectValue document, boolean isVersion) {
      String text = document.toJson();
      return new Seed(document, isVersion, text.length(), text.contains("RawFunctionNode"));
    }
  }

  /** Small flows first, so that a choice can prefer them. */
  private static List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(Seed.of(everyNode().document(), false));
    seeds.add(
        Seed.of(
            TestFlow.customNode("custom", "set")
                .with("customNodeConfig", "{fields: [{id: 'x', type: 'jsonTemplate'}]}")
                .node(
                    "set",
                    "MutateNode",
                    "{rules: [{type: 'copy', source: 'data.x', destination: 'r'}]}",
                    "cap")
                .node("cap", "CustomNodeCapNode", "{resultSourcePath: 'r'}")
                .document(),
            false));
    try {
      for (Corpus.Entry entry : Corpus.read()) {
        FlowClass flowClass = Optional.ofNullable(entry.version().flowClass()).orElseThrow();
        seeds.add(
            Seed.of(
                entry.document().toBuilder().put("flowClass", flowClass.key()).build(),
                entry.isVersion()));
      }
    } catch (TestAbortedException e) {
      System.out.println(e.getMessage() + ": only flows of the test's own are changed");
    }
    seeds.sort(Comparator.comparingInt(Seed::size));
    return seeds;
  }

  private static TestFlow everyNode() {
    return TestFlow.withButton("every", "if")
        .with("globals", "[{key: 'g', json: '1'}]")
        .node("if", "ConditionalNode", "{expression: '{{data.x}} > 0'}", "math", "switch")
        .node(
            "switch",
            "SwitchNode",
            "{switchTemplate: '{{data.y}}', cases: [{caseTemplate: 'a'}]}",
            "delay",
            "loop get")
        .node("math", "MathNode", "{statements: [{expression: '{{data.x}} + 1', resultPath: 'r'}]}")
        .node("delay", "DelayNode", "{delay: '0.001'}", "throw")
        .node(
            "loop",
            "LoopNode",
            "{loopSourcePath: 'data.items', currentItemPath: 'item', mapResultPath: 'map'}",
            "store",
            "next")
        .nodeIn("loop", "next", "LoopCapNode", "{loopNodeId: 'loop'}")
        .node("get", "GetValueNode", "{keyName: 'k', valuePath: 'working.k'}", "call")
        .node("store", "StoreValueNode", "{keyName: 'k', valueType: 'incr', value: '1'}", "debug")
        .node("debug", "DebugNode", "{message: '{{data.x}}', property: 'data', level: 'info'}")
        .node("throw", "ThrowErrorNode", "{messageTemplate: '{{data.x}}'}")
        .node(
            "call",
            "CustomNodeExecuteNode",
            "{customNodeId: 'custom', fields: [{id: 'x', value: '{{data.x}}'}], resultPath: 'c'}",
            "debug",
            "debug");
  }

  @Test
  @Timeout(3_600)
  void aBrokenFlowIsCompiledOrRefusedAndNeverAnythingElse() throws IOException {
    List<Seed> seeds = seeds();
    // Nothing is deployed where flows are validated, so that each is judged the same every time.
    try (Engine judge = Engine.builder().build();
        Engine engine =
            Engine.builder()
                .clock(() -> Instant.parse("2024-01-15T14:30:00Z"))
                .random(new SplittableRandom(42))
                .limits(
                    EngineLimits.defaults()
                        .withNodesPerRun(2_000)
                        .withRunDeadline(Duration.ofSeconds(2)))
                .build()) {
      IntStream.range(0, CHUNKS)
          .parallel()
          .forEach(chunk -> mutate(judge, engine, seeds, chunk, MUTATIONS / CHUNKS));
      for (Run run : runs) {
        check(run.join());
      }
    }
    System.out.println(
        "Flows changed: "
            + MUTATIONS
            + ", compiled "
            + compiled
            + ", refused "
            + refused
            + ", not read "
            + unread
            + ", runs "
            + runs.size());
    assertEquals(List.of(), failures.stream().limit(5).toList());
    assertEquals(MUTATIONS, compiled.get() + refused.get() + unread.get());
    assertTrue(compiled.get() > MUTATIONS / 20, "Hardly a flow compiles");
    assertTrue(refused.get() > MUTATIONS / 20, "Hardly a flow is refused");
    assertTrue(runs.size() > SAMPLE / 2, "Hardly a flow runs");
  }

  private void mutate(Engine judge, Engine engine, List<Seed> seeds, int chunk, int count) {
    Random random = new Random(chunk);
    Mutations mutations = new Mutations(chunk);
    for (int i = 0; i < count; i++) {
      Seed seed = choose(seeds, random);
      String text = "";
      try {
        text = mutations.structure(seed.document).toJson();
        if (random.nextInt(4) == 0) {
          text = mutations.text(text);
        }
        attempt(judge, engine, text, seed.isVersion);
      } catch (InvalidJsonException | PayloadLimitException e) {
        unread.incrementAndGet();
      } catch (InvalidFlowException e) {
        refused.incrementAndGet();
      } catch (Throwable e) {
        // Whatever it is, an error of the virtual machine too, the flow is the finding.
        failures.add(chunk + "/" + i + ": " + trace(e) + "\n" + shortened(text));
        refused.incrementAndGet();
      }
    }
  }

  private static Seed choose(List<Seed> seeds, Random random) {
    while (true) {
      double part = random.nextDouble();
      Seed seed = seeds.get((int) (seeds.size() * part * part * part));
      if (!seed.hasScript || random.nextInt(ONE_SCRIPT_IN) == 0) {
        return seed;
      }
    }
  }

  private void attempt(Engine judge, Engine engine, String text, boolean isVersion) {
    if (!(Value.parseJson(text) instanceof ObjectValue document)) {
      unread.incrementAndGet();
      return;
    }
    FlowVersion version =
        isVersion ? FlowVersion.fromJson(document) : Flow.fromJson(document).develop();
    List<Problem> problems = judge.validate(version);
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      refused.incrementAndGet();
      return;
    }
    compiled.incrementAndGet();
    if (version.flowId() != null
        && !version.triggers().isEmpty()
        && sampled.incrementAndGet() % 10 == 0
        && runs.size() < SAMPLE) {
      deployAndFire(engine, version);
    }
  }

  private void deployAndFire(Engine engine, FlowVersion version) {
    Trigger trigger = version.triggers().getFirst();
    Firing firing =
        Firing.of(trigger.type())
            .withVersion(version.version())
            .withData(DATA)
            .with("experience", DATA);
    try {
      engine.deploy(version);
    } catch (InvalidFlowException e) {
      // Beside the custom nodes that are deployed here it may be unsound after all.
      return;
    }
    try {
      runs.add(engine.fire(String.valueOf(version.flowId()), firing));
    } catch (RunRejectedException e) {
      // Another thread may have deployed another flow under the same id meanwhile.
      assertTrue(
          e.reason() == RunRejectedException.Reason.DISABLED
              || e.reason() == RunRejectedException.Reason.NO_TRIGGER,
          String.valueOf(e.getMessage()));
    }
  }

  private void check(RunResult result) {
    Optional<RunError> error = result.error();
    if (!result.state().isOver()
        || (error.isPresent() && !NAMED.matcher(error.get().name()).matches())) {
      failures.add(result.flowId() + ": " + shortened(result.toString()));
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return shortened(trace.toString());
  }

  private static String shortened(String text) {
    return text.length() <= 3_000 ? text : text.substring(0, 3_000) + "…";
  }
}
