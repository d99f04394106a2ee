package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTemplateTest {
  private final Languages languages = new Languages(Clock.systemUTC(), LanguageLimits.defaults());
  private final Payload payload =
      Payload.of(Value.parseJson("{\"n\": 1.5, \"s\": \"a\", \"o\": {\"x\": [1, null]}}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{n}}                          | 1.5",
        "{\"a\": {{n}}}                 | {\"a\": 1.5}",
        "{\"a\": {\"b\": {{n}}}}        | {\"a\": {\"b\": 1.5}}",
        "{\"a\": {\"b\": {\"c\": {{n}}}}} | {\"a\": {\"b\": {\"c\": 1.5}}}",
        "{\"a\":{{jsonEncode o}}}       | {\"a\": {\"x\": [1, null]}}",
        "{\"a\":{{{n}}}}                | {\"a\": 1.5}",
        "{\"a\":{{#if n}}1{{else}}2{{/if}}} | {\"a\": 1}",
        "[\"{{s}}\", {{n}}]             | [\"a\", 1.5]",
        "null                           | null",
      })
  void givesTheValueOfWhatItRenders(String source, String json) {
    assertEquals(Value.parseJson(json), languages.jsonTemplate(source).evaluate(payload));
  }

  @Test
  void saysWhereTheTextStopsBeingJson() {
    EvaluationException error =
        assertThrows(
            EvaluationException.class,
            () -> languages.jsonTemplate("{\"a\": {{s}} }").evaluate(payload));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("offset 6") && message.contains("\"a\": a }"), message);
  }

  @Test
  void givesWhatItIsToldForWhatIsNotJson() {
    assertEquals(
        Value.undefined(), languages.jsonTemplate("{{s}}").evaluate(payload, Value.undefined()));
    assertEquals(Value.of(1.5), languages.jsonTemplate("{{n}}").evaluate(payload, Value.of(0)));
  }

  @Test
  void aStringTemplateTakesThreeBracesAsHandlebarsDoes() {
    assertThrows(SyntaxException.class, () -> languages.template("{\"a\": {{n}}}"));
  }
}
