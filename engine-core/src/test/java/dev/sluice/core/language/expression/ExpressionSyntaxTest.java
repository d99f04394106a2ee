package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an expression and what is not, and what the failures say. */
class ExpressionSyntaxTest {
  private final ExpressionCompiler compiler = new ExpressionCompiler(new PathOperands());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1 2             ; 2  ; the number 2                  ; an operator or the end
          {{a}} {{b}}     ; 6  ; the template {{b}}            ; an operator or the end
          1)              ; 1  ; ")"                           ; an operator or the end
          (1              ; 2  ; the end of the expression     ; an operator or ")"
          (1,2)           ; 2  ; ","                           ; an operator or ")"
          * 2             ; 0  ; "*"                           ; a value
          1 +             ; 3  ; the end of the expression     ; a value
          2 ** 3          ; 3  ; "*"                           ; a value
          ()              ; 1  ; ")"                           ; a value
          1 = 1           ; 2  ; "="                           ; "==" or "==="
          {{a}} =< 5      ; 6  ; "="                           ; "==" or "==="
          1 & 2           ; 2  ; "&"                           ; "&&"
          1 | 2           ; 2  ; "|"                           ; "||"
          @               ; 0  ; "@"                           ; a value or an operator
          1 ? 2 : 3       ; 2  ; "?"                           ; a value or an operator
          [1]             ; 0  ; "["                           ; a value or an operator
          `1;2`           ; 1  ; `";"`                           ; a value or an operator
          'open           ; 0  ; a string that is not closed   ; ' at its end
          '\\xZZ'         ; 3  ; "Z"                           ; a hexadecimal digit
          '\\u{110000}'   ; 4  ; a number above 10FFFF         ; a code point
          1e+             ; 3  ; the end of the expression     ; the digits of an exponent
          3px             ; 1  ; "p"                           ; an operator after a number
          foo             ; 0  ; the name "foo"                ; a value, a keyword or a function
          a.b             ; 0  ; the name "a"                  ; a value, a keyword or a function
          __proto__       ; 0  ; the name "__proto__"          ; a value, a keyword or a function
          TRUE            ; 0  ; the name "TRUE"               ; a value, a keyword or a function
          sin             ; 3  ; the end of the expression     ; "(" and the arguments of sin
          sin()           ; 0  ; sin with 0 arguments          ; 1 argument
          1 + pow(2)      ; 4  ; pow with 1 argument           ; 2 arguments
          max()           ; 0  ; max with 0 arguments          ; at least 1 argument
          max(1,)         ; 6  ; ")"                           ; a value
          max(1 2)        ; 6  ; the number 2                  ; an operator, "," or ")"
          {{a             ; 0  ; a template that is not closed ; "}}" at its end
          {{a && {{b}}    ; 7  ; "{" in a template             ; "}}" to close it
          {{{a}}          ; 4  ; "}" in a template             ; "}}}" to close it
          {{a}}}          ; 5  ; "}"                           ; a value or an operator
          {{h 'x}}        ; 4  ; a string in a template        ; ' at its end
          {{a.[b}}        ; 4  ; "[" in a template             ; "]" to close it
          {{#if a}}1{{/if}} ; 0 ; a block helper               ; a template that gives one value
          {{~ /if}}       ; 0  ; a block helper                ; a template that gives one value
          1 + {{^a}}      ; 4  ; a block helper                ; a template that gives one value
          {{else}}        ; 0  ; a block helper                ; a template that gives one value
          {{else if a}}   ; 0  ; a block helper                ; a template that gives one value
          {{! note }}     ; 0  ; a comment                     ; a template that gives one value
          {{> part}}      ; 0  ; a partial                     ; a template that gives one value
          {{{{raw}}}}     ; 0  ; a raw block                   ; a template that gives one value
          """)
  void failureSaysWhatWasFoundWhereAndWhatWasExpected(
      String source, int offset, String found, String expected) {
    SyntaxException failure = assertThrows(SyntaxException.class, () -> compiler.compile(source));
    String message = String.valueOf(failure.getMessage());
    assertEquals(offset, failure.offset(), message);
    String start = "Found " + found;
    assertEquals(start, message.substring(0, Math.min(start.length(), message.length())), message);
    assertTrue(message.contains(" at offset " + offset + ", expected " + expected), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void emptyIsNoExpression(String source) {
    SyntaxException failure = assertThrows(SyntaxException.class, () -> compiler.compile(source));
    assertEquals(source.length(), failure.offset());
  }

  @Test
  void templatesEndWhereTheirOwnTextEnds() {
    List<String> templates = new ArrayList<>();
    ExpressionCompiler recording =
        new ExpressionCompiler(
            (mustache, offset) -> {
              templates.add(offset + " " + mustache);
              return payload -> Value.undefined();
            });
    recording.compile(
        "{{format a '}}'}} + {{a.[}}].b}}+{{{f (g \"}}}\" 'it') x=1}}}-{{f \"\\\"}}\"}} + '{{b}}' + {{~ &c ~}}"
            + "+{{elsewhere}}+{{else.x}}");
    assertEquals(
        List.of(
            "0 {{format a '}}'}}",
            "20 {{a.[}}].b}}",
            "33 {{{f (g \"}}}\" 'it') x=1}}}",
            "60 {{f \"\\\"}}\"}}",
            "85 {{~ &c ~}}",
            "96 {{elsewhere}}",
            "110 {{else.x}}"),
        templates);
  }

  @Test
  void literalsReadAsJavaScriptReadsThem() {
    assertEquals(
        "\"a\\n\\tA\\u0000\\u000b'\\\"\\\\q\"", json("'a\\n\\t\\x41\\0\\v\\'\\\"\\\\\\q'"));
    assertEquals("\"\u00e9\uD83D\uDE00ab\"", json("'\\u00e9\\u{1F600}a\\\nb'"));
    assertEquals("0.5", json(".5"));
    assertEquals("5", json("5."));
    assertEquals("1200", json("1.2e+3"));
    assertEquals("0.012", json("1.2E-2"));
    assertEquals("null", json("1e999"));
    assertEquals("3.141592653589793", json("PI"));
  }

  private String json(String source) {
    return compiler.compile(source).evaluate(Payload.empty()).toJson();
  }

  @ParameterizedTest
  @CsvSource({"(,)", "!,''", "-,''", "2^,''", "abs(,)", "1+(,)", "0||1&&1==1<1<<1+1*(,)"})
  void nestingIsLimited(String open, String close) {
    int deepest = Parser.MAX_NESTING;
    Expression expression = compiler.compile(open.repeat(deepest) + "1" + close.repeat(deepest));
    Value value = expression.evaluate(Payload.empty());
    assertEquals(value.isTruthy(), expression.test(Payload.empty()));
    String tooDeep = open.repeat(deepest + 1) + "1" + close.repeat(deepest + 1);
    SyntaxException failure = assertThrows(SyntaxException.class, () -> compiler.compile(tooDeep));
    assertTrue(String.valueOf(failure.getMessage()).contains("200 levels of nesting"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+", "-", "*", "||", "&&", "==", "<", "<<", "/", "%", " - {{a}} + ", "&&1||"})
  void longChainsEvaluate(String operator) {
    int terms = ExpressionCompiler.MAX_LENGTH / (operator.length() + 5) - 1;
    Expression expression = compiler.compile(("{{a}}" + operator).repeat(terms) + "{{a}}");
    Payload payload = Payload.of(Value.parseJson("{\"a\":1}"));
    assertEquals(expression.evaluate(payload).isTruthy(), expression.test(payload));
  }

  @Test
  void tooLongIsRefused() {
    String source = "1+".repeat(100_000) + "1";
    assertEquals(
        ExpressionCompiler.MAX_LENGTH,
        assertThrows(SyntaxException.class, () -> compiler.compile(source)).offset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{a}} + {{a}}",
        "{{a}} + {{a}} + {{a}}",
        "1 - 1 + {{a}} + {{a}}",
        "({{a}} + '') + {{a}}"
      })
  void textThatGrowsIsBounded(String source) {
    Expression expression = compiler.compile(source);
    Payload payload =
        Payload.of(ObjectValue.of("a", Value.of("x".repeat(Coercion.MAX_TEXT_LENGTH / 2 + 1))));
    assertThrows(EvaluationException.class, () -> expression.evaluate(payload));
    assertThrows(EvaluationException.class, () -> expression.test(payload));
  }

  @Test
  void logicLeavesAloneWhatDoesNotMatter() {
    ExpressionCompiler failing =
        new ExpressionCompiler(
            (mustache, offset) ->
                payload -> {
                  throw new EvaluationException("evaluated");
                });
    Payload nothing = Payload.empty();
    assertEquals("1", failing.compile("1 || {{a}}").evaluate(nothing).toJson());
    assertEquals("0", failing.compile("0 && {{a}}").evaluate(nothing).toJson());
    assertEquals("2", failing.compile("2 || {{a}} && {{b}} || 3").evaluate(nothing).toJson());
    assertThrows(EvaluationException.class, () -> failing.compile("0 || {{a}}").evaluate(nothing));
  }

  @Test
  void sourceIsKeptAsWritten() {
    assertEquals(" {{a}} > 1 ", compiler.compile(" {{a}} > 1 ").source());
  }
}
