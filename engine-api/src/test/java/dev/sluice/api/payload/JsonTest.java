package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables hold what Node.js 20 gives for {@code JSON.parse} and {@code JSON.stringify}. */
class JsonTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of(
            " { \"b\" : 1 , \"a\" : [ true , false , null ] } ",
            "{\"b\":1,\"a\":[true,false,null]}"),
        Arguments.of(
            "{\"2\":1,\"a\":2,\"1\":3,\"01\":4,\"-1\":5,\"10\":6,\"b\":7}",
            "{\"1\":3,\"2\":1,\"10\":6,\"a\":2,\"01\":4,\"-1\":5,\"b\":7}"),
        Arguments.of(
            "{\"4294967294\":1,\"a\":2,\"4294967295\":3,\"999999999\":4,\"1000000000\":5}",
            "{\"999999999\":4,\"1000000000\":5,\"4294967294\":1,\"a\":2,\"4294967295\":3}"),
        Arguments.of("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}"),
        Arguments.of("\"\\u0041\\ud83d\\ude00\\ud83d\\n\\/\"", "\"A\ud83d\ude00\\ud83d\\n/\""),
        Arguments.of(
            "\"\\u0000\\u001f\\u007f\\u2028\\b\\f\\t\\r\"",
            "\"\\u0000\\u001f\u007f\u2028\\b\\f\\t\\r\""),
        Arguments.of("\"\\ude00\\ud83d\"", "\"\\ude00\\ud83d\""),
        Arguments.of("1e400", "null"),
        Arguments.of("-1e400", "null"),
        Arguments.of("-0", "0"),
        Arguments.of("1.0", "1"),
        Arguments.of("1E2", "100"),
        Arguments.of("100000000000000000000000", "1e+23"),
        Arguments.of("0.1e-6", "1e-7"),
        Arguments.of("[1.50,-0.0,2e-7]", "[1.5,0,2e-7]"),
        Arguments.of("\"\"", "\"\""),
        Arguments.of("{\"\":{\"\":[]}}", "{\"\":{\"\":[]}}"),
        Arguments.of("{\"__proto__\":1,\"constructor\":2}", "{\"__proto__\":1,\"constructor\":2}"),
        Arguments.of("\"\u2028\"", "\"\u2028\""),
        Arguments.of("\"\ud83d\ude00\"", "\"\ud83d\ude00\""),
        Arguments.of("[[],{}]", "[[],{}]"),
        Arguments.of("{\"b\":1,\"0\":1,\"a\":1}", "{\"0\":1,\"b\":1,\"a\":1}"),
        Arguments.of("1e-400", "0"),
        Arguments.of("9007199254740993", "9007199254740992"),
        Arguments.of("\"\\\"\\\\\"", "\"\\\"\\\\\""));
  }

  @ParameterizedTest
  @MethodSource("written")
  void readsAndWritesAsJavaScriptDoes(String json, String written) {
    Value value = Value.parseJson(json);
    assertEquals(written, value.toJson());
    assertEquals(Value.parseJson(written), Value.parseJson(value.toJson()));
  }

  @Test
  void aNegativeZeroIsReadAsOne() {
    assertEquals(-0.0, Value.parseJson("-0").toNumber());
    assertEquals(-0.0, Value.parseJson("-0.0").toNumber());
    assertEquals(0.0, Value.parseJson("0").toNumber());
    assertEquals(-7.0, Value.parseJson("-7").toNumber());
  }

  static Stream<String> refused() {
    return Stream.of(
        "",
        " ",
        "{",
        "[",
        "\"",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{a:1}",
        "{'a':1}",
        "'a'",
        "01",
        "-",
        "-a",
        "+1",
        ".5",
        "5.",
        "1e",
        "1e+",
        "0x10",
        "NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "tru",
        "trueish",
        "nul",
        "nullx",
        "True",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\u0000\"",
        "\"\\x41\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\",
        "1 2",
        "1,2",
        "[1]]",
        "{}}",
        "[1}",
        "{\"a\":1]",
        "/* c */1",
        "1//c",
        "#1",
        "\ufeff1",
        "\u00a01",
        "1\u00a0",
        "\u000b1",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{1:2}",
        "{null:1}",
        "{\"a\":1,,\"b\":2}",
        "[1,,2]",
        "--1",
        "1.e5",
        "-01",
        "1_0",
        "\u0661");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatJsonParseRefuses(String text) {
    InvalidJsonException thrown =
        assertThrows(InvalidJsonException.class, () -> Value.parseJson(text));
    assertTrue(thrown.offset() >= 0 && thrown.offset() <= text.length(), thrown::toString);
    assertFalse(String.valueOf(thrown.getMessage()).isBlank());
  }

  /** The reader stops at the wrong character or just behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1, x] | 4",
        "{\"a\":1,} | 7",
        "{a:1} | 1",
        "[1 2] | 3",
        "{\"aaaa\" 1} | 8",
        "1 2 | 2",
        "[1]] | 3",
        "{} {} | 3",
        "[\"0123456789\",\"0123456789\",] | 27",
      })
  void saysWhereTheTextIsWrong(String text, int offset) {
    InvalidJsonException thrown =
        assertThrows(InvalidJsonException.class, () -> Value.parseJson(text));
    assertTrue(
        thrown.offset() == offset || thrown.offset() == offset + 1,
        () -> "at " + thrown.offset() + ": " + thrown.getMessage());
    assertTrue(String.valueOf(thrown.getMessage()).contains("offset " + thrown.offset()));
  }

  @Test
  void theMessageShowsOnlyThePartAroundTheError() {
    String text = "[" + "1,".repeat(100_000) + "oops" + ",1".repeat(100_000) + "]";
    InvalidJsonException thrown =
        assertThrows(InvalidJsonException.class, () -> Value.parseJson(text));
    assertTrue(String.valueOf(thrown.getMessage()).contains("oops"), thrown::getMessage);
    assertTrue(String.valueOf(thrown.getMessage()).length() < 400, thrown::getMessage);
  }

  @Test
  void textNestedToTheLimitIsRead() {
    String json = "[".repeat(1000) + "]".repeat(1000);
    Value value = Value.parseJson(json);
    assertEquals(json, value.toJson());
    assertEquals(value, Value.parseJson(json));
    assertEquals(value.hashCode(), Value.parseJson(json).hashCode());
    assertEquals(value, Value.fromJson(value.toJsonNode()));
    assertEquals("", value.toText());
    String objects = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
    assertEquals(objects, Value.parseJson(objects).toJson());
  }

  @ParameterizedTest
  @MethodSource("tooDeep")
  void textNestedDeeperIsRefused(String json) {
    assertThrows(InvalidJsonException.class, () -> Value.parseJson(json));
  }

  static Stream<String> tooDeep() {
    return Stream.of(
        "[".repeat(1001) + "]".repeat(1001),
        "{\"a\":".repeat(1001) + "1" + "}".repeat(1001),
        "[".repeat(100_000),
        "{\"a\":[".repeat(100_000));
  }

  @Test
  void undefinedIsWrittenAsJavaScriptDoes() {
    Value undefined = Value.undefined();
    ObjectValue object =
        ObjectValue.builder().put("a", undefined).put("b", 1).put("c", undefined).build();
    assertEquals("", undefined.toJson());
    assertEquals("{\"b\":1}", object.toJson());
    assertEquals("{}", ObjectValue.of("a", undefined).toJson());
    assertEquals("[null,1,null]", ArrayValue.of(undefined, Value.of(1), undefined).toJson());
    assertEquals("{\"b\":1}", object.toJsonNode().toString());
    assertEquals("[null]", ArrayValue.of(undefined).toJsonNode().toString());
    assertTrue(undefined.toJsonNode().isNull());
  }

  @Test
  void numbersThatAreNotFiniteAreWrittenAsNull() {
    for (double number :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertEquals("null", Value.of(number).toJson());
      assertEquals("[null]", ArrayValue.of(Value.of(number)).toJson());
      assertTrue(Value.of(number).toJsonNode().isNull());
    }
  }

  @Test
  void datesAreWrittenInIsoFormInsideContainers() {
    ArrayValue dates = ArrayValue.of(new DateValue(0), DateValue.INVALID);
    assertEquals("[\"1970-01-01T00:00:00.000Z\",null]", dates.toJson());
    assertEquals("[\"1970-01-01T00:00:00.000Z\",null]", dates.toJsonNode().toString());
  }

  @Test
  void indentedTextIsLaidOutAsJavaScriptDoes() {
    Value value = Value.parseJson("{\"a\":[],\"b\":{},\"c\":[1,{\"d\":null}]}");
    assertEquals(
        "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": null\n    }\n  ]\n}",
        Json.write(value, 2));
    assertEquals("{}", Json.write(ObjectValue.of("a", Value.undefined()), 2));
  }

  @Test
  void convertsJacksonTrees() {
    ObjectNode tree = NODES.objectNode();
    tree.put("text", "x").put("int", 1).put("long", 1L << 40).put("double", 0.5);
    tree.put("float", 0.25f).put("big", new java.math.BigInteger("123456789012345680000"));
    tree.put("decimal", new java.math.BigDecimal("1.5")).put("flag", true).putNull("none");
    tree.putArray("array").add(1).addObject().put("2", 2).put("1", 1);
    tree.set("missing", NODES.missingNode());
    Value value = Value.fromJson(tree);
    assertEquals(
        "{\"text\":\"x\",\"int\":1,\"long\":1099511627776,\"double\":0.5,\"float\":0.25,"
            + "\"big\":123456789012345680000,\"decimal\":1.5,\"flag\":true,\"none\":null,"
            + "\"array\":[1,{\"1\":1,\"2\":2}]}",
        value.toJson());
    assertSame(UndefinedValue.UNDEFINED, Value.fromJson(NODES.missingNode()));
    assertSame(NullValue.NULL, Value.fromJson(NODES.nullNode()));
  }

  @Test
  void aConvertedTreeSharesNothingWithTheTree() {
    ObjectNode tree = NODES.objectNode();
    ArrayNode inner = tree.putArray("a").add(1);
    Value value = Value.fromJson(tree);
    inner.add(2);
    tree.put("b", 1);
    assertEquals("{\"a\":[1]}", value.toJson());
    JsonNode written = value.toJsonNode();
    ((ArrayNode) written.get("a")).add(3);
    assertEquals("{\"a\":[1]}", value.toJson());
  }

  @Test
  void nodesThatAreNotJsonAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Value.fromJson(NODES.binaryNode(new byte[] {1})));
    assertThrows(
        IllegalArgumentException.class,
        () -> Value.fromJson(NODES.arrayNode().addPOJO(new Object())));
  }

  @Test
  void numbersKeepTheirKindInTrees() {
    assertTrue(Value.of(5).toJsonNode().isIntegralNumber());
    assertTrue(Value.of(5.5).toJsonNode().isFloatingPointNumber());
    assertEquals("1e+21", Value.fromJson(Value.of(1e21).toJsonNode()).toText());
    assertEquals("-5", Value.of(-5).toJsonNode().toString());
  }

  @Test
  void valuesSurviveTheWayThroughTextAndTrees() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      Value value = new RandomValues(random).next(4);
      assertEquals(value, Value.parseJson(value.toJson()));
      assertEquals(value, Value.fromJson(value.toJsonNode()));
      assertEquals(value.toJson(), Value.parseJson(value.toJson()).toJson());
      assertEquals(value.hashCode(), Value.parseJson(value.toJson()).hashCode());
    }
  }

  @Test
  void manyKeysInAnyOrderAreReadInReasonableTime() {
    int count = 150_000;
    StringBuilder json = new StringBuilder("{\"first\":0");
    for (int i = count; i > 0; i--) {
      json.append(",\"").append(i).append("\":").append(i);
    }
    ObjectValue object = (ObjectValue) Value.parseJson(json.append('}').toString());
    assertEquals(count + 1, object.size());
    assertEquals("1", object.keyAt(0));
    assertEquals("first", object.keyAt(count));
    assertEquals(Value.of(count), object.valueAt(count - 1));
  }

  /** Texts of two letters with the same hash can be strung together to any number of such texts. */
  @Test
  void manyKeysOfTheSameHashAreReadInReasonableTime() {
    int bits = 17;
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 1 << bits; i++) {
      json.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < bits; bit++) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":").append(i);
    }
    ObjectValue object = (ObjectValue) Value.parseJson(json.append('}').toString());
    assertEquals(1 << bits, object.size());
    assertEquals(Value.of(0), object.get("Aa".repeat(bits)));
    assertEquals(Value.of((1 << bits) - 1), object.get("BB".repeat(bits)));
    assertFalse(object.has("C#".repeat(bits)));
  }

  @Test
  void aLongStringIsRead() {
    String text = "x".repeat(30_000_000);
    assertDoesNotThrow(() -> assertEquals(Value.of(text), Value.parseJson('"' + text + '"')));
  }
}
