package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.RenderedJson;
import dev.sluice.core.language.template.StandardHelpers;
import dev.sluice.core.language.template.TemplateLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Whatever the text and whatever the payload: a text is refused with the documented exception, or
 * gives the same each time it is evaluated, or fails with the documented exception.
 *
 * <p>The system property {@code sluice.fuzz} sets how many texts each language gets.
 */
class LanguageFuzzTest {
  private static final int COUNT = Integer.getInteger("sluice.fuzz", 20_000);

  /** A payload serves some texts: making one takes longer than most texts do. */
  private static final int TEXTS_PER_PAYLOAD = 20;

  private static final long MAX_CPU_NANOS = 5_000_000_000L;

  private final Languages languages =
      new Languages(
          InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z")),
          new LanguageLimits(new TemplateLimits(100_000, 100_000, 100)));

  /** What one text led to. */
  private enum Outcome {
    REFUSED,
    FAILED,
    EVALUATED
  }

  /** One language: how a text is made, and what is done with it. */
  private interface Language {
    String text(FuzzSource source);

    Outcome check(String text, Value payload);
  }

  private static Language language(
      Function<FuzzSource, String> texts, BiFunction<String, Value, Outcome> check) {
    return new Language() {
      @Override
      public String text(FuzzSource source) {
        return texts.apply(source);
      }

      @Override
      public Outcome check(String text, Value payload) {
        return check.apply(text, payload);
      }
    };
  }

  @Test
  void paths() throws Exception {
    run(1, "paths", language(FuzzSource::path, LanguageFuzzTest::checkPath), List.of());
  }

  @Test
  void stringTemplates() throws Exception {
    run(2, "string templates", language(FuzzSource::template, this::checkTemplate), templates());
  }

  @Test
  void expressions() throws Exception {
    List<String> real =
        CorpusTexts.allIfAny().stream()
            .filter(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith("expression"))
            .map(CorpusTexts.Entry::text)
            .distinct()
            .toList();
    run(3, "expressions", language(FuzzSource::expression, this::checkExpression), real);
  }

  @Test
  void jsonTemplates() throws Exception {
    run(
        4,
        "JSON templates",
        language(FuzzSource::jsonTemplate, this::checkJsonTemplate),
        templates());
  }

  private static List<String> templates() throws IOException {
    return CorpusTexts.allIfAny().stream()
        .filter(entry -> !entry.name().equals("script"))
        .map(CorpusTexts.Entry::text)
        .filter(text -> text.contains("{{") && text.length() < 2_000)
        .distinct()
        .toList();
  }

  private static Outcome checkPath(String text, Value root) {
    PayloadPath path;
    try {
      path = PayloadPath.parse(text);
    } catch (InvalidPathException e) {
      return Outcome.REFUSED;
    }
    assertEquals(path, PayloadPath.parse(path.toString()));
    Payload payload = Payload.of(root);
    assertEquals(payload.get(path), payload.get(path));
    Payload fork = payload.fork();
    Value written = Value.of("written");
    try {
      fork.set(path, written);
      assertEquals(written, fork.get(path));
      fork.remove(path);
      if (!path.isRoot()) {
        assertEquals(Value.undefined(), fork.get(path));
      }
    } catch (PayloadLimitException e) {
      return Outcome.FAILED;
    }
    return Outcome.EVALUATED;
  }

  private Outcome checkTemplate(String text, Value root) {
    StringTemplate template;
    try {
      template = languages.template(text);
    } catch (SyntaxException e) {
      return refused(e, text);
    }
    String first = rendered(template, root);
    assertEquals(first, rendered(template, root));
    evaluated(template, root);
    return first.startsWith("failed: ") ? Outcome.FAILED : Outcome.EVALUATED;
  }

  private static String rendered(StringTemplate template, Value root) {
    try {
      return template.render(Payload.of(root));
    } catch (EvaluationException e) {
      return "failed: " + e.getMessage();
    }
  }

  private static void evaluated(StringTemplate template, Value root) {
    try {
      Value value = template.evaluate(Payload.of(root));
      assertEquals(value, template.evaluate(Payload.of(root)));
    } catch (EvaluationException e) {
      assertTrue(e.getMessage() != null);
    }
  }

  private Outcome checkExpression(String text, Value root) {
    Expression expression;
    try {
      expression = languages.expression(text);
    } catch (SyntaxException e) {
      return refused(e, text);
    }
    return alike(
        () -> expression.evaluate(Payload.of(root)), () -> expression.evaluate(Payload.of(root)));
  }

  private Outcome checkJsonTemplate(String text, Value root) {
    JsonTemplate template;
    try {
      template = languages.jsonTemplate(text);
    } catch (SyntaxException e) {
      return refused(e, text);
    }
    return alike(
        () -> template.evaluate(Payload.of(root)),
        () -> RenderedJson.of(template, Payload.of(root)));
  }

  private static Outcome alike(Supplier<Value> first, Supplier<Value> second) {
    Object one = valueOrMessage(first);
    Object other = valueOrMessage(second);
    assertEquals(one, other);
    // Equal values may differ in the order of their entries.
    assertEquals(one.toString(), other.toString());
    return one instanceof Value ? Outcome.EVALUATED : Outcome.FAILED;
  }

  private static Object valueOrMessage(Supplier<Value> evaluation) {
    try {
      return evaluation.get();
    } catch (EvaluationException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Outcome refused(SyntaxException refusal, String text) {
    assertTrue(
        refusal.offset() >= 0 && refusal.offset() <= text.length(),
        "offset " + refusal.offset() + ": " + refusal.getMessage());
    return Outcome.REFUSED;
  }

  /** Runs a language's texts while this thread looks that none takes too long. */
  private static void run(long seed, String name, Language language, List<String> real)
      throws InterruptedException {
    FuzzSource source = new FuzzSource(seed, StandardHelpers.names(), real);
    AtomicReference<String> current = new AtomicReference<>("");
    List<String> failures = new ArrayList<>();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .unstarted(() -> work(source, language, current, outcomes, failures));
    worker.start();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    String seen = "";
    long since = 0;
    while (!worker.join(Duration.ofMillis(500))) {
      String text = current.get();
      long cpu = threads.getThreadCpuTime(worker.threadId());
      // Identity tells one text from the next, be they equal.
      if (!isSame(text, seen)) {
        seen = text;
        since = cpu;
      } else if (cpu - since > MAX_CPU_NANOS) {
        fail("A text takes more than 5 s: " + text);
      }
    }
    System.out.println("Fuzzed " + COUNT + " " + name + ": " + outcomes);
    assertEquals(List.of(), failures);
    assertEquals(COUNT, outcomes.values().stream().mapToInt(Integer::intValue).sum());
  }

  @SuppressWarnings("ReferenceEquality") // one text may come up twice
  private static boolean isSame(String text, String seen) {
    return text == seen;
  }

  private static void work(
      FuzzSource source,
      Language language,
      AtomicReference<String> current,
      Map<Outcome, Integer> outcomes,
      List<String> failures) {
    Value payload = Value.undefined();
    for (int i = 0; i < COUNT && failures.size() < 20; i++) {
      if (i % TEXTS_PER_PAYLOAD == 0) {
        payload = source.payload();
      }
      String text = new String(language.text(source).toCharArray());
      current.set(text);
      try {
        outcomes.merge(language.check(text, payload), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        failures.add(e + " from: " + text + " with: " + payload);
      }
    }
  }
}
