package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.text.TextSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions, the constants and the shapes that have nodes of their own. */
class ExpressionFunctionsTest {
  private static final Payload PAYLOAD =
      Payload.of(
          Value.parseJson(
              """
              {"array":[1,"a",null],"object":{"k":1,"l":2},"text":"abcabd","number":7,"four":"4",
               "nothing":null,"flag":true}"""));

  private final ExpressionCompiler compiler = new ExpressionCompiler(new PathOperands());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          round(2.5)                       ; 3
          round(-2.5)                      ; -2
          round(0.49999999999999994)       ; 0
          1 / round(-0.2)                  ; -Infinity
          trunc(-1.9)                      ; -1
          sqrt({{four}})                   ; 2
          abs({{nothing}})                 ; 0
          min(3, {{four}}, 9)              ; 3
          max(3, {{four}}, {{number}})     ; 7
          max(1, {{missing}})              ; NaN
          atan2(0, -1) - PI                ; 0
          pow(2, 10)                       ; 1024
          1 ^ (1 / 0)                      ; NaN
          0 ^ 0                            ; 1
          log(E)                           ; 1
          log10(1000)                      ; 3
          acosh(0.5)                       ; NaN
          acosh(-5000000000)               ; NaN
          acosh(1)                         ; 0
          atanh(1)                         ; Infinity
          atanh(2)                         ; NaN
          asinh(0)                         ; 0
          asinh(-1 / 0)                    ; -Infinity
          length({{array}})                ; 3
          length({{object}})               ; 2
          length({{text}})                 ; 6
          length({{number}})               ; undefined
          length({{nothing}})              ; undefined
          includes({{array}}, 1)           ; true
          includes({{array}}, '1')         ; false
          includes({{array}}, null)        ; true
          includes({{text}}, 'cab')        ; true
          includes({{text}}, 'x')          ; false
          includes('a7', {{number}})       ; true
          includes({{missing}}, 'x')       ; false
          includes({{object}}, 'k')        ; false
          {{number}} === 7                 ; true
          7 !== {{number}}                 ; false
          {{four}} === 4                   ; false
          {{four}} !== '4'                 ; false
          {{nothing}} == null              ; true
          null != {{missing}}              ; false
          {{nothing}} === undefined        ; false
          {{missing}} === undefined        ; true
          {{flag}} === true                ; true
          {{flag}} == 1                    ; true
          {{four}} < 10                    ; true
          10 > {{four}}                    ; true
          {{four}} < '10'                  ; false
          {{number}} * 2 === 14            ; true
          {{number}} - 7 || 'none'         ; none
          {{number}} + {{number}} > 13     ; true
          -{{text}}                        ; NaN
          """)
  void gives(String expression, String text) {
    assertEquals(text, compiler.compile(expression).evaluate(PAYLOAD).toText());
    assertEquals(
        compiler.compile(expression).evaluate(PAYLOAD).isTruthy(),
        compiler.compile(expression).test(PAYLOAD));
  }

  @Test
  void datesCompareByTimeAndSubtractToMilliseconds() {
    Payload payload =
        Payload.of(
            ObjectValue.builder()
                .put("start", new DateValue(1000))
                .put("end", new DateValue(4500))
                .build());
    assertEquals(Value.of(3500), compiler.compile("{{end}} - {{start}}").evaluate(payload));
    assertTrue(compiler.compile("{{end}} > {{start}}").test(payload));
    assertFalse(compiler.compile("{{end}} <= {{start}}").test(payload));
    assertEquals(new DateValue(1000), compiler.compile("{{start}}").evaluate(payload));
  }

  @Test
  void longPartsAreFoundWhereTheyAre() {
    String text = "ab".repeat(50) + "abc" + "ab".repeat(50);
    assertTrue(TextSearch.contains(text, "ab".repeat(40) + "abcab"));
    assertTrue(TextSearch.contains(text, text));
    assertFalse(TextSearch.contains(text, "ab".repeat(52)));
    assertFalse(TextSearch.contains(text, text + "a"));
    assertTrue(TextSearch.contains("a".repeat(100), "a".repeat(33)));
  }
}
