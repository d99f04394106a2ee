package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.StandardHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference of the languages tells the truth, and all of it. */
class TemplateDocumentTest {
  private final Languages languages =
      new Languages(
          InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z")), LanguageLimits.defaults());

  private static Path document() {
    return Path.of(System.getProperty("sluice.root", ".."), "docs", "templates.md");
  }

  static List<ExampleTable.Example> examples() throws IOException {
    List<ExampleTable.Example> examples = ExampleTable.read(document());
    assertFalse(examples.isEmpty());
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleGivesItsResult(ExampleTable.Example example) throws IOException {
    Function<Payload, String> compiled;
    try {
      compiled = compile(example);
    } catch (SyntaxException | InvalidPathException e) {
      assertEquals("refused", example.result(), e::toString);
      return;
    }
    Payload payload =
        Payload.of(VectorNotation.read(new ObjectMapper().readTree(example.payload())));
    if (example.result().equals("error")) {
      assertThrows(EvaluationException.class, () -> compiled.apply(payload));
    } else {
      assertEquals(example.result(), compiled.apply(payload));
    }
  }

  private Function<Payload, String> compile(ExampleTable.Example example) {
    String source = example.source();
    return switch (example.kind()) {
      case PATH -> {
        PayloadPath path = PayloadPath.parse(source);
        yield payload -> json(payload.get(path));
      }
      case TEMPLATE -> {
        var template = languages.template(source);
        yield payload -> {
          String text = template.render(payload);
          return text.isEmpty() ? "nothing" : text;
        };
      }
      case EXPRESSION -> {
        var expression = languages.expression(source);
        yield payload -> json(expression.evaluate(payload));
      }
      case JSON_TEMPLATE -> {
        var template = languages.jsonTemplate(source);
        yield payload -> json(template.evaluate(payload));
      }
    };
  }

  private static String json(Value value) {
    // What JSON has no word for is named.
    boolean unsayable = value instanceof UndefinedValue || value.equals(Value.of(Double.NaN));
    return unsayable ? String.valueOf(value) : value.toJson();
  }

  @Test
  void everyHelperIsDescribedAndEveryDescribedHelperExists() throws IOException {
    Set<String> described = new TreeSet<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(document())) {
      inTable = line.startsWith("| helper |") || (inTable && line.startsWith("|"));
      if (inTable && line.startsWith("| `")) {
        described.add(line.substring(3, line.indexOf('`', 3)));
      }
    }
    assertEquals(new TreeSet<>(StandardHelpers.names()), described);
  }

  @Test
  void everyHelperHasAnExampleThatSucceeds() throws IOException {
    Set<String> missing = new TreeSet<>(StandardHelpers.names());
    Pattern call = Pattern.compile("(?:\\{\\{\\{?#?|\\()(\\w+)");
    for (ExampleTable.Example example : examples()) {
      if (!Set.of("refused", "error").contains(example.result())) {
        Matcher matcher = call.matcher(example.source());
        while (matcher.find()) {
          missing.remove(matcher.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }
}
