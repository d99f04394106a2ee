package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.TemplateLimits;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and payloads that are made to use up time, memory or stack meet a limit instead. */
class HostileTemplateTest {
  private static final int LONG = 300_000;

  /** A tenth of the steps that an engine allows, so that what is repeated is repeated a tenth. */
  private static final LanguageLimits LIMITS =
      new LanguageLimits(new TemplateLimits(16 * 1024 * 1024, 1_000_000, 100));

  private final Languages languages = new Languages(Clock.systemUTC(), LIMITS);

  private static Payload payload() {
    ArrayValue.Builder numbers = ArrayValue.builder();
    ArrayValue.Builder hundred = ArrayValue.builder();
    ArrayValue.Builder texts = ArrayValue.builder();
    for (int i = 0; i < 1_000; i++) {
      numbers.add(Value.of(i));
      if (i % 10 == 0) {
        hundred.add(Value.of(i));
      }
      texts.add(Value.of("a".repeat(20_000)));
    }
    ObjectValue.Builder root = ObjectValue.builder();
    root.put("numbers", numbers.build());
    root.put("hundred", hundred.build());
    root.put("texts", texts.build());
    root.put("long", Value.of("a".repeat(LONG)));
    root.put("markup", Value.of("<".repeat(LONG)));
    root.put("part", Value.of("a".repeat(LONG / 2) + "b"));
    root.put("expression", Value.of("{{evalExpression expression}}"));
    root.put("twice", Value.of("{{evalExpression twice}} + {{evalExpression twice}}"));
    root.put("template", Value.of("{{template template}}"));
    root.put("either", Value.of("{{template both}}"));
    root.put("both", Value.of("{{evalExpression either}}"));
    root.put("regex", Value.of("(x?){1000}(x?){1000}(x?){1000}"));
    return Payload.of(root.build());
  }

  private static String nested(String call) {
    return "{{#each numbers}}{{#each @root.hundred}}" + call + "{{/each}}{{/each}}";
  }

  /** So that what is stopped below is stopped for what it does, and not for being repeated. */
  @Test
  void doesNotStopTheRepetitionItself() {
    assertEquals(100_000, languages.template(nested("x")).render(payload()).length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{@root.long}}",
        "{{{@root.markup}}}",
        "{{#each @root.numbers}}{{#each @root.numbers}}x{{/each}}{{/each}}",
        "{{#if (join @root.texts)}}{{/if}}",
        "{{#if (join @root.numbers @root.long)}}{{/if}}",
        "{{#if (upper @root.long)}}{{/if}}",
        "{{#if (titleCase @root.long)}}{{/if}}",
        "{{#if (trim @root.long)}}{{/if}}",
        "{{#if (encodeURIComponent @root.markup)}}{{/if}}",
        "{{#if (encodeBase64 @root.long)}}{{/if}}",
        "{{#if (decodeBase64 @root.long)}}{{/if}}",
        "{{#if (jsonEncode @root.texts)}}{{/if}}",
        "{{#if (jsonDecode (jsonEncode @root.long))}}{{/if}}",
        "{{#if (queryStringEncode (obj a=@root.markup))}}{{/if}}",
        "{{#if (dashboardUrl @root.long a=@root.markup)}}{{/if}}",
        "{{#if (toHtml (obj type='text' value=@root.markup))}}{{/if}}",
        "{{#if (template @root.long)}}{{/if}}",
        "{{#includes @root.long @root.part}}{{/includes}}",
        "{{#match @root.long '(a*)*b'}}{{/match}}",
        "{{#match @root.long '(a|aa){0,500}b'}}{{/match}}",
        "{{#match @root.long @root.regex}}{{/match}}",
        "{{#if (format 1 '9999')}}{{/if}}",
        "{{#if (formatDate @root.long)}}{{/if}}",
        "{{#if (evalExpression '{{upper long}} + {{upper long}}' @root)}}{{/if}}",
      })
  void stopsWhatIsRepeated(String call) {
    assertThrows(
        EvaluationException.class, () -> languages.template(nested(call)).render(payload()), call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{evalExpression expression}}",
        "{{evalExpression twice}}",
        "{{template template}}",
        "{{template either}}",
        "{{evalExpression either}}",
        "{{template both}}",
      })
  void stopsTemplatesAndExpressionsThatEvaluateThemselves(String template) {
    assertThrows(
        EvaluationException.class, () -> languages.template(template).render(payload()), template);
    assertThrows(
        EvaluationException.class,
        () -> languages.expression(template).evaluate(payload()),
        template);
  }

  @Test
  void countsWhatAnEvaluatedExpressionCosts() {
    String costly = "{{jsonEncode texts}} == ''" + " && {{jsonEncode texts}} == ''".repeat(10);
    Payload payload = payload();
    payload.set("costly", Value.of(costly));
    String template = "{{#each numbers}}{{evalExpression @root.costly @root}}{{/each}}";
    assertThrows(
        EvaluationException.class, () -> languages.template(template).render(payload), template);
  }

  /** Each level holds the one before it twice: small in memory, without end on paper. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{this}}",
        "{{jsonEncode this}}",
        "{{jsonEncode this ' '}}",
        "{{format this}}",
        "{{upper this}}",
        "{{join this}}",
        "{{add (array this) 1}}",
        "{{toHtml this}}",
        "{{dashboardUrl 1 a=this}}",
        "{{queryStringEncode (obj a=(array this))}}",
        "{{#eq (upper this) 1}}{{/eq}}",
        "{{#gt this 1}}{{/gt}}",
        "{{#match this 'a'}}{{/match}}",
        "{{evalExpression '{{this}} == 1'}}",
      })
  void refusesToWriteOutWhatSharesItsParts(String call) {
    Value shared = Value.of("some text");
    for (int level = 0; level < 60; level++) {
      shared = ArrayValue.builder().add(shared).add(shared).build();
    }
    Payload payload = Payload.of(shared);
    try {
      String text = languages.template(call).render(payload);
      assertTrue(text.length() < 1_000, call);
    } catch (EvaluationException e) {
      assertTrue(String.valueOf(e.getMessage()).length() < 1_000, call);
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "200, 200", "2000, 2000"})
  void readsAndWritesDeepValuesOrSaysThatItDoesNot(int objects, int arrays) {
    Value deep = Value.of(1);
    for (int level = 0; level < objects; level++) {
      deep = ObjectValue.builder().put("a", deep).build();
    }
    for (int level = 0; level < arrays; level++) {
      deep = ArrayValue.builder().add(deep).build();
    }
    Payload payload = Payload.of(deep);
    for (String template :
        new String[] {
          "{{this}}",
          "{{jsonEncode this}}",
          "{{jsonEncode this 1}}",
          "{{toHtml this}}",
          "{{dashboardUrl 1 a=this}}",
          "{{#eq this 1}}{{/eq}}",
          "{{queryStringEncode this}}",
          "{{add this 1}}",
          "{{evalExpression '{{this}} + 1'}}"
        }) {
      try {
        languages.template(template).render(payload);
      } catch (EvaluationException e) {
        assertTrue(String.valueOf(e.getMessage()).length() < 1_000, template);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 101, 1_000, 100_000})
  void limitsNesting(int levels) {
    for (String[] shape :
        new String[][] {
          {"{{#if a}}", "", "{{/if}}"},
          {"{{^a}}", "", "{{/a}}"},
          {"{{#a}}", "", "{{/a}}"},
          {"{{#each a}}", "", "{{/each}}"},
          {"{{#if a}}{{else}}", "", "{{/if}}"},
          {"{{upper ", "a}}", ""},
        }) {
      String source =
          shape[0].startsWith("{{upper")
              ? "{{upper " + "(upper ".repeat(levels) + "a" + ")".repeat(levels) + "}}"
              : shape[0].repeat(levels) + shape[1] + shape[2].repeat(levels);
      if (levels > 100) {
        assertThrows(SyntaxException.class, () -> languages.template(source), shape[0]);
      } else {
        assertEquals("", languages.template(source).render(Payload.empty()), shape[0]);
      }
    }
    String expression = "(".repeat(levels) + "1" + ")".repeat(levels);
    if (levels > 200) {
      assertThrows(SyntaxException.class, () -> languages.expression(expression));
    } else {
      assertEquals(Value.of(1), languages.expression(expression).evaluate(Payload.empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{match a '((((x{1,30}){1,30}){1,30}){1,30}){1,30}'}}",
        "{{match a '(a{1000}){1000}'}}",
        "{{format 1 '99999999999d'}}",
      })
  void refusesWhatIsTooLargeToPrepare(String template) {
    Payload payload = payload();
    payload.set("a", Value.of("a".repeat(LONG)));
    try {
      assertEquals("false", languages.template(template).render(payload));
    } catch (SyntaxException | EvaluationException e) {
      assertTrue(String.valueOf(e.getMessage()).length() < 1_000, template);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "[", ".", "a.[b].{{"})
  void quotesLittleOfALongPath(String part) {
    InvalidPathException refusal =
        assertThrows(InvalidPathException.class, () -> PayloadPath.parse(part.repeat(LONG)));
    assertTrue(String.valueOf(refusal.getMessage()).length() < 1_000, part);
  }
}
