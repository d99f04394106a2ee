package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each expression means the same as the one with its grouping spelled out. */
class ExpressionPrecedenceTest {
  private static final Payload PAYLOAD =
      Payload.of(Value.parseJson("{\"two\":2,\"text\":\"5\",\"zero\":0}"));

  private final ExpressionCompiler compiler = new ExpressionCompiler(new PathOperands());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          true || false && false              ; true || (false && false)
          0 && 1 || 2                         ; (0 && 1) || 2
          1 && 2 == 3                         ; 1 && (2 == 3)
          1 == 2 < 3                          ; 1 == (2 < 3)
          1 < 2 << 3                          ; 1 < (2 << 3)
          1 << 2 + 3                          ; 1 << (2 + 3)
          256 >> 2 >> 1                       ; (256 >> 2) >> 1
          1 + 2 * 3                           ; 1 + (2 * 3)
          10 - 4 - 3                          ; (10 - 4) - 3
          100 / 10 / 5                        ; (100 / 10) / 5
          7 % 4 * 2                           ; (7 % 4) * 2
          2 * 3 % 4                           ; (2 * 3) % 4
          2 ^ 3 ^ 2                           ; 2 ^ (3 ^ 2)
          -2 ^ 2                              ; -(2 ^ 2)
          2 ^ -1                              ; 2 ^ (-1)
          2 * 3 ^ 2                           ; 2 * (3 ^ 2)
          !0 + 1                              ; (!0) + 1
          !2 ^ 0                              ; !(2 ^ 0)
          !true === false                     ; (!true) === false
          3 > 2 > 1                           ; (3 > 2) > 1
          1 == 1 == 2                         ; (1 == 1) == 2
          1 != 2 === true                     ; (1 != 2) === true
          1 + 2 + '3' + 4 + 5                 ; (((1 + 2) + '3') + 4) + 5
          '1' + 2 - 3 + '4'                   ; (('1' + 2) - 3) + '4'
          {{two}} ^ {{two}} ^ 3               ; {{two}} ^ ({{two}} ^ 3)
          -{{two}} ^ 2 + 1                    ; (-({{two}} ^ 2)) + 1
          {{two}} + {{two}} * {{text}}        ; {{two}} + ({{two}} * {{text}})
          {{two}} + {{two}} + {{text}}        ; ({{two}} + {{two}}) + {{text}}
          {{text}} + {{two}} - {{two}}        ; ({{text}} + {{two}}) - {{two}}
          {{zero}} || {{text}} && {{two}}     ; {{zero}} || ({{text}} && {{two}})
          {{two}} < 3 == {{text}} > 3         ; ({{two}} < 3) == ({{text}} > 3)
          {{two}} << 1 + {{two}} < 17         ; ({{two}} << (1 + {{two}})) < 17
          """)
  void groupsAsSpelledOut(String expression, String grouped) {
    assertEquals(
        compiler.compile(grouped).evaluate(PAYLOAD),
        compiler.compile(expression).evaluate(PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          2 ^ 3 ^ 2                     ; 512
          -2 ^ 2                        ; -4
          2 ^ -1                        ; 0.5
          10 - 4 - 3                    ; 3
          1 + 2 + '3' + 4               ; "334"
          '1' + 2 - 3 + '4'             ; "94"
          {{two}} + {{text}} + {{two}}  ; "252"
          {{text}} - {{two}} + {{two}}  ; 5
          3 > 2 > 1                     ; false
          2 * {{two}} + 1               ; 5
          0 || '' || null               ; null
          {{zero}} && {{missing}}       ; 0
          {{zero}} || {{text}}          ; "5"
          1 << 31                       ; -2147483648
          -1 >> 31                      ; -1
          5 << -1                       ; -2147483648
          4294967297 << 1               ; 2
          1 / -0                        ; null
          """)
  void gives(String expression, String json) {
    assertEquals(json, compiler.compile(expression).evaluate(PAYLOAD).toJson());
  }
}
