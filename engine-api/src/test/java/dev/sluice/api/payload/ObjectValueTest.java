package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ObjectValueTest {
  private static final ObjectValue AB = ObjectValue.builder().put("a", 1).put("b", "x").build();

  @Test
  void entriesAreReadByKey() {
    assertEquals(Value.of(1), AB.get("a"));
    assertEquals(Value.of("x"), AB.get("b"));
    assertSame(UndefinedValue.UNDEFINED, AB.get("c"));
    assertSame(UndefinedValue.UNDEFINED, AB.get("toString"));
    assertSame(UndefinedValue.UNDEFINED, AB.get("length"));
    assertEquals(Value.of("zero"), ObjectValue.of("0", Value.of("zero")).get(0));
    assertSame(UndefinedValue.UNDEFINED, ObjectValue.of("-1", Value.of(1)).get(-1));
  }

  @Test
  void keysAreComparedByTheirCharacters() {
    String key = new StringBuilder("a").toString();
    assertEquals(Value.of(1), AB.get(key));
    assertTrue(AB.has(key));
  }

  @Test
  void anEntryMayBeUndefined() {
    ObjectValue object = ObjectValue.of("a", Value.undefined());
    assertTrue(object.has("a"));
    assertFalse(object.has("b"));
    assertEquals(1, object.size());
    assertNotEquals(ObjectValue.empty(), object);
  }

  @Test
  void entriesAreReadByPosition() {
    assertEquals("a", AB.keyAt(0));
    assertEquals(Value.of("x"), AB.valueAt(1));
    assertEquals(List.of("a", "b"), AB.keys());
    for (int position : new int[] {-1, 2, Integer.MAX_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> AB.keyAt(position));
      assertThrows(IndexOutOfBoundsException.class, () -> AB.valueAt(position));
      assertThrows(IndexOutOfBoundsException.class, () -> AB.keys().get(position));
    }
  }

  @Test
  void theKeysCannotBeChanged() {
    List<String> keys = AB.keys();
    assertThrows(UnsupportedOperationException.class, () -> keys.add("c"));
    assertThrows(UnsupportedOperationException.class, () -> keys.set(0, "c"));
    assertThrows(UnsupportedOperationException.class, () -> keys.remove("a"));
  }

  @Test
  void handsOutEntriesInOrder() {
    List<String> seen = new ArrayList<>();
    AB.forEach((key, value) -> seen.add(key + "=" + value.toText()));
    assertEquals(List.of("a=1", "b=x"), seen);
  }

  @Test
  void convertsAsJavaScriptDoes() {
    assertEquals("[object Object]", AB.toText());
    assertEquals(Double.NaN, AB.toNumber());
    assertTrue(ObjectValue.empty().isTruthy());
    assertTrue(ObjectValue.empty().isPresent());
    assertEquals("{\"a\":1,\"b\":\"x\"}", AB.toString());
  }

  @Test
  void isMadeOfMapsAndOtherObjects() {
    Map<String, Value> map = new LinkedHashMap<>();
    map.put("b", Value.of(1));
    map.put("a", Value.of(2));
    map.put("7", Value.of(3));
    ObjectValue object = ObjectValue.of(map);
    map.clear();
    assertEquals("{\"7\":3,\"b\":1,\"a\":2}", object.toJson());
    assertEquals(
        "{\"7\":3,\"a\":1,\"b\":\"x\",\"c\":true}",
        ObjectValue.builder().put("c", true).build().toBuilder()
            .remove("c")
            .putAll(object)
            .putAll(AB)
            .remove("a")
            .remove("b")
            .putAll(AB)
            .put("c", true)
            .remove("none")
            .build()
            .toJson());
  }

  @Test
  void aReplacedEntryKeepsItsPlaceAndARemovedOneLosesIt() {
    ObjectValue.Builder builder = AB.toBuilder().put("a", 9);
    assertEquals("{\"a\":9,\"b\":\"x\"}", builder.build().toJson());
    builder.remove("a").put("a", 8);
    assertEquals("{\"b\":\"x\",\"a\":8}", builder.build().toJson());
    assertEquals("{\"a\":1,\"b\":\"x\"}", AB.toJson());
  }

  @Test
  void aBuilderMayGoOnAfterBuilding() {
    ObjectValue.Builder builder = ObjectValue.builder().put("a", 1);
    ObjectValue first = builder.build();
    ObjectValue second = builder.put("b", 2).put("a", 3).build();
    assertEquals("{\"a\":1}", first.toJson());
    assertEquals("{\"a\":3,\"b\":2}", second.toJson());
    assertEquals(second, builder.build());
  }

  @Test
  void aBuiltObjectOnAPayloadDoesNotChange() {
    ObjectValue.Builder builder = ObjectValue.builder().put("a", ObjectValue.of("b", Value.of(1)));
    ObjectValue built = builder.build();
    Payload payload = Payload.of(built);
    payload.set("a.b", Value.of(2));
    payload.set("c", Value.of(2));
    assertEquals("{\"a\":{\"b\":1}}", built.toJson());
    assertEquals("{\"a\":{\"b\":1}}", builder.build().toJson());
    assertEquals("{\"a\":{\"b\":1}}", built.toBuilder().build().toJson());
  }

  @Test
  void objectsAreEqualWhateverTheirOrder() {
    ObjectValue turned = ObjectValue.builder().put("b", "x").put("a", 1).build();
    assertEquals(AB, turned);
    assertEquals(turned, AB);
    assertEquals(AB.hashCode(), turned.hashCode());
    for (String other :
        List.of("{\"a\":1}", "{\"a\":1,\"b\":\"y\"}", "{\"a\":1,\"c\":\"x\"}", "[]", "{}")) {
      assertNotEquals(AB, Value.parseJson(other));
      assertNotEquals(Value.parseJson(other), AB);
    }
  }

  /** A map of the index keys by number before a map of the others by age is what it should be. */
  @Test
  void behavesAsJavaScriptObjectsDoThroughManyChanges() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      int variety = round % 3 == 0 ? 6 : 60;
      TreeMap<Long, Value> indexes = new TreeMap<>();
      Map<String, Value> others = new LinkedHashMap<>();
      ObjectValue.Builder builder = ObjectValue.builder();
      Payload payload = Payload.empty();
      for (int i = 0; i < 400; i++) {
        boolean isIndex = random.nextBoolean();
        long number = random.nextInt(variety) * (random.nextBoolean() ? 1L : 70_000_000L);
        String key = isIndex ? Long.toString(number) : "k" + number;
        Value value = Value.of(i);
        PayloadPath path = PayloadPath.of(List.of(key));
        if (random.nextInt(4) == 0) {
          builder.remove(key);
          payload.remove(path);
          if (isIndex) {
            indexes.remove(number);
          } else {
            others.remove(key);
          }
        } else {
          builder.put(key, value);
          payload.set(path, value);
          if (isIndex) {
            indexes.put(number, value);
          } else {
            others.put(key, value);
          }
        }
        if (random.nextInt(10) == 0) {
          StringBuilder expected = new StringBuilder();
          indexes.forEach((index, at) -> expected.append(index).append('=').append(at).append(' '));
          others.forEach((name, at) -> expected.append(name).append('=').append(at).append(' '));
          assertEquals(expected.toString(), text(builder.build()));
          assertEquals(expected.toString(), text((ObjectValue) payload.root()));
        }
        ObjectValue now = (ObjectValue) payload.root();
        Value known = isIndex ? indexes.get(number) : others.get(key);
        assertEquals(known != null, now.has(key));
        assertEquals(known == null ? Value.undefined() : known, now.get(key));
        assertEquals(indexes.size() + others.size(), now.size());
      }
    }
  }

  private static String text(ObjectValue object) {
    StringBuilder text = new StringBuilder();
    object.forEach((key, value) -> text.append(key).append('=').append(value).append(' '));
    return text.toString();
  }
}
