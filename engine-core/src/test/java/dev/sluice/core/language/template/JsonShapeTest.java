package dev.sluice.core.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.helper.HelperLibrary;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shape gives what parsing the rendered text gives, or says that it cannot tell. */
class JsonShapeTest {
  private static final TemplateLimits LIMITS = new TemplateLimits(1_000, 1_000, 100);

  private final TemplateCompiler compiler =
      new TemplateCompiler(InstantSource.fixed(Instant.EPOCH), LIMITS);

  private static final Value ROOT =
      ((ObjectValue)
              Value.parseJson(
                  """
                  {"n": 1.5, "zero": 0, "big": 1e21, "t": true, "s": "a b", "digits": "12", "nul": null,
                   "o": {"x": [1, {"y": null}]}, "html": "<a href='x'>", "quote": "a\\"b", "slash": "a\\\\nb",
                   "line": "a\\nb", "inject": "1, \\"z\\": 2", "empty": "", "long": "%s"}
                  """
                      .formatted("x".repeat(600))))
          .toBuilder()
              .put("minusZero", NumberValue.of(-0.0))
              .put("nan", NumberValue.of(Double.NaN))
              .put("date", Value.of(Instant.EPOCH))
              .build();

  private @Nullable JsonShape shape(String source) {
    return JsonShapeReader.read(
        TemplateBuilder.build(
            Parser.parse(source, LIMITS.maxNesting(), true),
            new HelperLibrary(new StandardFormats())));
  }

  private @Nullable Value shaped(String source) {
    JsonShape shape = shape(source);
    assertNotNull(shape, source);
    return shape.fill(new Filling(compiler, Payload.of(ROOT), source.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{n}}                                   | 1.5",
        " [ {{n}} , {{t}} , {{zero}} ]           | [1.5, true, 0]",
        "{{minusZero}}                           | 0",
        "{{big}}                                 | 1e21",
        "{{digits}}                              | 12",
        "{\"a\": {\"b\": {{n}}}}                 | {\"a\": {\"b\": 1.5}}",
        "{\"a\": \"{{s}}\"}                      | {\"a\": \"a b\"}",
        "{\"a\": \"{{nul}}{{none}}\"}            | {\"a\": \"\"}",
        "{\"{{s}}\": 1, \"a {{t}}\": 2}          | {\"a b\": 1, \"a true\": 2}",
        "{\"a\": 1, \"a\": {{n}}}                | {\"a\": 1.5}",
        "{\"b\": 1, \"2\": {{n}}, \"1\": 0}      | {\"1\": 0, \"2\": 1.5, \"b\": 1}",
        "\"\\u00e9\\n{{s}}\\\"\"                 | \"\\u00e9\\na b\\\"\"",
        "\"{{html}}\"                            | \"&lt;a href&#x3D;&#x27;x&#x27;&gt;\"",
        "\"{{{html}}}\"                          | \"<a href='x'>\"",
        "\"{{date}}\"                            | \"Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)\"",
        "{\"a\": {{jsonEncode o}}}               | {\"a\": {\"x\": [1, {\"y\": null}]}}",
        "{\"a\": {{jsonEncode s}}, \"b\": []}    | {\"a\": \"a b\", \"b\": []}",
        "{\"a\": \"{{#if t}}yes{{else}}no{{/if}}\"} | {\"a\": \"yes\"}",
        "{\"a\": \"{{quote}}\"}                  | {\"a\": \"a&quot;b\"}",
        "{\"a\": {}, \"b\": [1, null, false, \"x\"]} | {\"a\": {}, \"b\": [1, null, false, \"x\"]}",
      })
  void tellsTheValueOfTheRenderedText(String source, String expected) {
    Value value = shaped(source);
    assertEquals(Value.parseJson(expected), value);
    assertNotNull(value);
    Value rendered = RenderedJson.of(compiler.compileJson(source), Payload.of(ROOT));
    assertEquals(rendered.toJson(), value.toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"{{slash}}\"",
        "\"{{line}}\"",
        "\"{{{quote}}}\"",
        "{{s}}",
        "{{nul}}",
        "{{nan}}",
        "{{empty}}",
        "{\"a\": {{{inject}}}}",
        "[\"{{long}}\", \"{{long}}\"]",
      })
  void cannotTellWhereAValueChangesTheJsonAroundIt(String source) {
    assertNull(shaped(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{{n}} {{n}}",
        "1{{n}}",
        "{{n}}1",
        "{\"a\": 1,}",
        "[1,]",
        "[1 2]",
        "{a: 1}",
        "{\"a\" 1}",
        "{\"a\": }",
        "01",
        "\"open",
        "\"\\\\{{n}}\"",
        "\"\\x{{n}}\"",
        "[{{#each o.x}}1,{{/each}} 2]",
        "{{#if t}}1{{/if}}",
        "nul",
        "{\"a\": 1} x",
      })
  void thereIsNoneForWhatIsNotPlainlyJson(String source) {
    assertNull(shape(source));
  }

  @Test
  void meansWhatItRendersToWhereTheShapeCannotTell() {
    assertEquals(
        Value.parseJson("{\"a\": 1, \"z\": 2}"),
        compiler.compileJson("{\"a\": {{{inject}}}}").evaluate(Payload.of(ROOT)));
    assertEquals(
        Value.of("a\nb"), compiler.compileJson("\"{{slash}}\"").evaluate(Payload.of(ROOT)));
  }

  @Test
  void doesNotExceedTheLimitOfOutput() {
    assertThrows(
        EvaluationException.class,
        () ->
            compiler
                .compileJson("[\"{{long}}\", \"{{long}}\"]")
                .evaluate(Payload.of(ROOT), Value.undefined()));
  }

  @Test
  void refusesToReadDeeply() {
    assertNull(shape("[".repeat(500) + "]".repeat(500)));
  }

  @Test
  void whatHasNoPlacesIsMadeOnceAndNeverChanged() {
    JsonShape.Constant constant =
        assertInstanceOf(JsonShape.Constant.class, shape("{\"a\": [1, {\"b\": 2}]}"));
    Payload payload = Payload.empty();
    payload.set("x", constant.value());
    payload.set("x.a.[1].b", Value.of(3));
    assertEquals(Value.parseJson("{\"a\": [1, {\"b\": 2}]}"), constant.value());
  }
}
