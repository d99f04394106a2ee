package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JavaScript makes of two values, written as JSON; the word undefined is itself. */
class CoercionTest {
  private static final Value EPOCH = new DateValue(0);

  private static Value value(String json) {
    return json.equals("undefined")
        ? Value.undefined()
        : json.equals("NaN") ? Value.of(Double.NaN) : Value.parseJson(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1          ; 1                  ; true  ; true
          1          ; "1"                ; true  ; false
          1          ; " 1 "              ; true  ; false
          "1"        ; "1.0"              ; false ; false
          "a"        ; "a"                ; true  ; true
          0          ; ""                 ; true  ; false
          0          ; -0                 ; true  ; true
          0          ; "abc"              ; false ; false
          NaN        ; NaN                ; false ; false
          true       ; 1                  ; true  ; false
          true       ; "1"                ; true  ; false
          true       ; "true"             ; false ; false
          true       ; true               ; true  ; true
          true       ; false              ; false ; false
          false      ; ""                 ; true  ; false
          null       ; undefined          ; true  ; false
          null       ; null               ; true  ; true
          undefined  ; undefined          ; true  ; true
          null       ; 0                  ; false ; false
          null       ; false              ; false ; false
          undefined  ; ""                 ; false ; false
          undefined  ; NaN                ; false ; false
          null       ; []                 ; false ; false
          []         ; ""                 ; true  ; false
          []         ; 0                  ; true  ; false
          []         ; false              ; true  ; false
          []         ; []                 ; false ; false
          [5]        ; 5                  ; true  ; false
          [5]        ; "5"                ; true  ; false
          [1,2]      ; "1,2"              ; true  ; false
          {}         ; "[object Object]"  ; true  ; false
          {}         ; {}                 ; false ; false
          {"a":1}    ; NaN                ; false ; false
          """)
  void equality(String left, String right, boolean loose, boolean strict) {
    Value one = value(left);
    Value other = value(right);
    assertEquals(loose, Coercion.looseEquals(one, other));
    assertEquals(loose, Coercion.looseEquals(other, one));
    assertEquals(strict, Coercion.strictEquals(one, other));
    assertEquals(strict, Coercion.strictEquals(other, one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1         ; 2          ; LESS
          2         ; 1          ; GREATER
          1         ; 1          ; EQUAL
          0         ; -0         ; EQUAL
          1         ; NaN        ; UNORDERED
          "B"       ; "a"        ; LESS
          "10"      ; "9"        ; LESS
          "10"      ; 9          ; GREATER
          10        ; "9"        ; GREATER
          "a"       ; 1          ; UNORDERED
          "a"       ; "ab"       ; LESS
          null      ; 0          ; EQUAL
          null      ; 1          ; LESS
          undefined ; 0          ; UNORDERED
          undefined ; undefined  ; UNORDERED
          true      ; 0          ; GREATER
          "true"    ; true       ; UNORDERED
          ""        ; 0          ; EQUAL
          []        ; 0          ; EQUAL
          [10]      ; [9]        ; LESS
          [10]      ; 9          ; GREATER
          {}        ; "a"        ; LESS
          {}        ; {}         ; EQUAL
          {}        ; 1          ; UNORDERED
          """)
  void order(String left, String right, Ordering order) {
    assertEquals(order, Coercion.compare(value(left), value(right)));
    Ordering opposite =
        switch (order) {
          case LESS -> Ordering.GREATER;
          case GREATER -> Ordering.LESS;
          case EQUAL, UNORDERED -> order;
        };
    assertEquals(opposite, Coercion.compare(value(right), value(left)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1         ; 2         ; 3
          0.1       ; 0.2       ; 0.30000000000000004
          1         ; "1"       ; "11"
          "a"       ; null      ; "anull"
          "a"       ; undefined ; "aundefined"
          "a"       ; 1e21      ; "a1e+21"
          null      ; 1         ; 1
          null      ; null      ; 0
          true      ; true      ; 2
          true      ; "x"       ; "truex"
          []        ; []        ; ""
          [1,[2,3]] ; 4         ; "1,2,34"
          {}        ; []        ; "[object Object]"
          []        ; 1         ; "1"
          """)
  void addition(String left, String right, String sum) {
    assertEquals(value(sum), Coercion.add(value(left), value(right)));
  }

  @Test
  void undefinedHasNoSum() {
    assertEquals(Value.of(Double.NaN), Coercion.add(Value.undefined(), Value.of(1)));
  }

  @Test
  void containersAndDatesEqualOnlyThemselves() {
    for (Value value : new Value[] {ArrayValue.of(Value.of(1)), ObjectValue.empty(), EPOCH}) {
      assertTrue(Coercion.strictEquals(value, value));
      assertTrue(Coercion.looseEquals(value, value));
    }
    assertFalse(Coercion.strictEquals(EPOCH, new DateValue(0)));
    assertFalse(Coercion.looseEquals(EPOCH, new DateValue(0)));
  }

  @Test
  void datesAreOrderedByTimeAndJoinedAsText() {
    assertEquals(Ordering.LESS, Coercion.compare(EPOCH, new DateValue(1)));
    assertEquals(Ordering.EQUAL, Coercion.compare(EPOCH, new DateValue(0)));
    assertEquals(Ordering.EQUAL, Coercion.compare(EPOCH, Value.of(0)));
    assertEquals(Ordering.UNORDERED, Coercion.compare(DateValue.INVALID, EPOCH));
    assertFalse(Coercion.looseEquals(EPOCH, Value.of(0)));
    assertTrue(Coercion.looseEquals(EPOCH, Value.of(EPOCH.toText())));
    assertEquals(Value.of(EPOCH.toText() + "1"), Coercion.add(EPOCH, Value.of(1)));
  }

  @Test
  void joinedTextIsBounded() {
    Value half = Value.of("x".repeat(Coercion.MAX_TEXT_LENGTH / 2));
    Value whole = Coercion.add(half, half);
    assertEquals(Coercion.MAX_TEXT_LENGTH, whole.toText().length());
    assertThrows(EvaluationException.class, () -> Coercion.add(whole, Value.of("x")));
  }

  @Test
  void sameValueZeroFindsNaN() {
    assertTrue(Coercion.sameValueZero(Value.of(Double.NaN), Value.of(Double.NaN)));
    assertTrue(Coercion.sameValueZero(Value.of(0.0), Value.of(-0.0)));
    assertFalse(Coercion.sameValueZero(Value.of(1), Value.of("1")));
    assertFalse(Coercion.sameValueZero(Value.of(Double.NaN), Value.undefined()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1.9, -1",
    "2147483648, -2147483648",
    "4294967295, -1",
    "4294967297.7, 1",
    "-4294967297.7, -1",
    "1e21, -559939584",
    "NaN, 0",
    "Infinity, 0"
  })
  void toInt32TakesTheLowestBits(double number, int bits) {
    assertEquals(bits, Coercion.toInt32(number));
  }
}
