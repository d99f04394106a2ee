package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayValueTest {
  private static final ArrayValue ABC = ArrayValue.of(Value.of("a"), Value.of("b"), Value.of("c"));

  /** What Node.js 20 gives for {@code String(array)} and {@code Number(array)}. */
  static Stream<Arguments> converted() {
    return Stream.of(
        Arguments.of("[]", "", 0.0),
        Arguments.of("[null]", "", 0.0),
        Arguments.of("[1]", "1", 1.0),
        Arguments.of("[1,2]", "1,2", Double.NaN),
        Arguments.of("[[1,[2,null]],3]", "1,2,,3", Double.NaN),
        Arguments.of("[\"5\"]", "5", 5.0),
        Arguments.of("[[]]", "", 0.0),
        Arguments.of("[[],[]]", ",", Double.NaN),
        Arguments.of("[{}]", "[object Object]", Double.NaN),
        Arguments.of("[true]", "true", Double.NaN),
        Arguments.of("[\" 7 \"]", " 7 ", 7.0),
        Arguments.of("[[[\"0x10\"]]]", "0x10", 16.0),
        Arguments.of("[null,null]", ",", Double.NaN),
        Arguments.of("[1e21]", "1e+21", 1e+21));
  }

  @ParameterizedTest
  @MethodSource("converted")
  void convertsAsJavaScriptDoes(String json, String text, double number) {
    Value array = Value.parseJson(json);
    assertEquals(text, array.toText());
    assertEquals(number, array.toNumber());
    assertTrue(array.isTruthy());
    assertTrue(array.isPresent());
    assertEquals(json.replace("1e21", "1e+21"), array.toString());
  }

  @Test
  void undefinedItemsAreNothingInText() {
    assertEquals(",1,", ArrayValue.of(Value.undefined(), Value.of(1), Value.nullValue()).toText());
  }

  @Test
  void datesInTextAreInTheirLongForm() {
    assertEquals("Invalid Date", ArrayValue.of(DateValue.INVALID).toText());
  }

  @Test
  void itemsAreReadByIndex() {
    assertEquals(Value.of("a"), ABC.get(0));
    assertEquals(Value.of("c"), ABC.get(2));
    assertEquals(Value.of("b"), ABC.get("1"));
    assertEquals(Value.of(3), ABC.get("length"));
    assertEquals(3, ABC.size());
    assertFalse(ABC.isEmpty());
    assertTrue(ArrayValue.of().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void thereIsNothingOutsideTheBounds(int index) {
    assertSame(UndefinedValue.UNDEFINED, ABC.get(index));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "-1",
        "-0",
        "+1",
        "01",
        "00",
        "1.0",
        " 1",
        "1 ",
        "1e0",
        "0x1",
        "4294967296",
        "4294967297",
        "99999999999999999999",
        "\u0661",
        "name",
        "Length"
      })
  void onlyCanonicalIndexesAreIndexes(String key) {
    assertSame(UndefinedValue.UNDEFINED, ABC.get(key));
  }

  @Test
  void theArrayDoesNotFollowTheListItWasMadeOf() {
    List<Value> items = new ArrayList<>(List.of(Value.of(1)));
    Value[] array = {Value.of(1)};
    ArrayValue ofList = ArrayValue.of(items);
    ArrayValue ofArray = ArrayValue.of(array);
    items.set(0, Value.of(2));
    array[0] = Value.of(2);
    assertEquals("[1]", ofList.toJson());
    assertEquals("[1]", ofArray.toJson());
  }

  @Test
  void iteratesInOrder() {
    List<Value> seen = new ArrayList<>();
    ABC.forEach(seen::add);
    assertEquals(List.of(Value.of("a"), Value.of("b"), Value.of("c")), seen);
    Iterator<Value> iterator = ArrayValue.of().iterator();
    assertFalse(iterator.hasNext());
    assertThrows(NoSuchElementException.class, iterator::next);
  }

  @Test
  void aBuilderMayGoOnAfterBuilding() {
    ArrayValue.Builder builder = ArrayValue.builder().add(Value.of(1));
    ArrayValue first = builder.build();
    ArrayValue second = builder.add(Value.of(2)).build();
    ArrayValue third = builder.build();
    assertEquals("[1]", first.toJson());
    assertEquals("[1,2]", second.toJson());
    assertEquals(second, third);
    assertEquals("[]", ArrayValue.builder().build().toJson());
  }

  @Test
  void aBuiltArrayOnAPayloadDoesNotChange() {
    ArrayValue.Builder builder = ArrayValue.builder().add(ArrayValue.of(Value.of(1)));
    ArrayValue built = builder.build();
    Payload payload = Payload.of(built);
    payload.set("[0].[0]", Value.of(2));
    payload.set("[5]", Value.of(2));
    assertEquals("[[1]]", built.toJson());
    assertEquals("[[1]]", builder.build().toJson());
  }

  @Test
  void aBuilderDoesNotGrowPastTheLimit() {
    ArrayValue.Builder builder = ArrayValue.builder();
    for (int i = 0; i < 16_777_216; i++) {
      builder.add(NullValue.NULL);
    }
    assertThrows(PayloadLimitException.class, () -> builder.add(NullValue.NULL));
  }

  @Test
  void arraysAreEqualByTheirItemsInOrder() {
    ArrayValue same = (ArrayValue) Value.parseJson("[\"a\",\"b\",\"c\"]");
    assertEquals(ABC, same);
    assertEquals(ABC.hashCode(), same.hashCode());
    for (String other :
        List.of("[\"a\",\"c\",\"b\"]", "[\"a\",\"b\"]", "[]", "{\"0\":\"a\"}", "[\"a\",\"b\",3]")) {
      assertNotEquals(ABC, Value.parseJson(other));
      assertNotEquals(Value.parseJson(other), ABC);
    }
    assertNotEquals(ArrayValue.of(Value.nullValue()), ArrayValue.of(Value.undefined()));
    assertNotEquals(ArrayValue.of(Value.of(1)), ArrayValue.of(Value.of("1")));
    assertEquals(ArrayValue.of(Value.of(Double.NaN)), ArrayValue.of(Value.of(Double.NaN)));
    assertNotEquals(ABC, "[a,b,c]");
  }
}
