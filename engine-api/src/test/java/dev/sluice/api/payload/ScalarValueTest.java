package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings, numbers, booleans, null and undefined. */
class ScalarValueTest {
  @ParameterizedTest
  @CsvSource({"'', false", "' ', true", "0, true", "false, true", "x, true"})
  void onlyTheEmptyStringIsFalse(String text, boolean truthy) {
    assertEquals(truthy, Value.of(text).isTruthy());
  }

  @Test
  void stringsAreReadByUnit() {
    Value text = Value.of("a\ud83d\ude00");
    assertEquals(Value.of("a"), text.get(0));
    assertEquals(Value.of("\ud83d"), text.get("1"));
    assertEquals(Value.of(3), text.get("length"));
    for (String key : new String[] {"3", "-1", "01", "", "name"}) {
      assertSame(UndefinedValue.UNDEFINED, text.get(key));
    }
    assertSame(UndefinedValue.UNDEFINED, text.get(3));
    assertSame(UndefinedValue.UNDEFINED, text.get(-1));
    assertEquals("\"\\ud83d\"", text.get(1).toJson());
  }

  @Test
  void stringsAreTheirOwnText() {
    assertEquals("a\"b", Value.of("a\"b").toText());
    assertEquals("\"a\\\"b\"", Value.of("a\"b").toString());
    assertEquals(Value.of("x"), new StringValue("x"));
    assertNotEquals(Value.of("1"), Value.of(1));
    assertSame(Value.of(""), Value.of(""));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "-0.0, false", "NaN, false", "1, true", "-1, true", "Infinity, true"})
  void zeroAndNaNAreFalse(double number, boolean truthy) {
    assertEquals(truthy, Value.of(number).isTruthy());
    assertEquals(number, Value.of(number).toNumber());
    assertTrue(Value.of(number).isPresent());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -128, -129, 1023, 1024, 0.5, 3e9, -3e9, Double.NaN, 1e300})
  void equalNumbersAreEqualValues(double number) {
    assertEquals(new NumberValue(number), NumberValue.of(number));
    assertEquals(new NumberValue(number).hashCode(), NumberValue.of(number).hashCode());
  }

  @Test
  void theSignOfZeroIsKept() {
    assertEquals(Double.NEGATIVE_INFINITY, 1 / NumberValue.of(-0.0).number());
    assertEquals(Double.POSITIVE_INFINITY, 1 / NumberValue.of(0.0).number());
    assertEquals("0", NumberValue.of(-0.0).toString());
  }

  @Test
  void booleansConvertAsInJavaScript() {
    assertSame(BooleanValue.TRUE, Value.of(true));
    assertSame(BooleanValue.FALSE, Value.of(false));
    assertTrue(BooleanValue.TRUE.isTruthy());
    assertFalse(BooleanValue.FALSE.isTruthy());
    assertEquals(1, BooleanValue.TRUE.toNumber());
    assertEquals(0, BooleanValue.FALSE.toNumber());
    assertEquals("true", BooleanValue.TRUE.toText());
    assertEquals("false", BooleanValue.FALSE.toString());
    assertEquals("true", BooleanValue.TRUE.toJson());
    assertTrue(BooleanValue.FALSE.isPresent());
  }

  @Test
  void nullAndUndefinedConvertAsInJavaScript() {
    assertSame(NullValue.NULL, Value.nullValue());
    assertSame(UndefinedValue.UNDEFINED, Value.undefined());
    assertEquals(0, NullValue.NULL.toNumber());
    assertEquals(Double.NaN, UndefinedValue.UNDEFINED.toNumber());
    assertEquals("null", NullValue.NULL.toText());
    assertEquals("undefined", UndefinedValue.UNDEFINED.toText());
    assertEquals("null", NullValue.NULL.toString());
    assertEquals("undefined", UndefinedValue.UNDEFINED.toString());
    for (Value value : new Value[] {NullValue.NULL, UndefinedValue.UNDEFINED}) {
      assertFalse(value.isTruthy());
      assertFalse(value.isPresent());
    }
  }

  @Test
  void whatHasNoPropertiesGivesUndefined() {
    for (Value value :
        new Value[] {
          Value.of(1), Value.of(true), Value.nullValue(), Value.undefined(), new DateValue(0)
        }) {
      assertSame(UndefinedValue.UNDEFINED, value.get("length"));
      assertSame(UndefinedValue.UNDEFINED, value.get("0"));
      assertSame(UndefinedValue.UNDEFINED, value.get(0));
    }
  }
}
