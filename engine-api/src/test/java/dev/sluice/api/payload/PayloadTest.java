package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payload as a whole; what it isolates from what is in {@link PayloadIsolationTest}. */
class PayloadTest {
  @Test
  void anEmptyPayloadIsAnEmptyObject() {
    assertEquals(ObjectValue.empty(), Payload.empty().root());
    assertEquals("{}", Payload.empty().toString());
  }

  @Test
  void startsAsTheValueItIsGiven() {
    Value value = Value.parseJson("{\"a\":[1]}");
    Payload payload = Payload.of(value);
    assertEquals(value, payload.root());
    assertEquals(Value.of(1), payload.get("a.[0]"));
    assertEquals("{\"a\":[1]}", payload.toString());
  }

  /** Reads and writes in any order, through few keys: what is read is what a search finds. */
  @Test
  void readsWhatWasWrittenLast() {
    Random random = new Random(11);
    List<PayloadPath> paths =
        Stream.of("a", "b", "a.b", "a.b.a", "b.[0]", "b.[0].a", "c", "c.a", ".")
            .map(PayloadPath::parse)
            .toList();
    for (int round = 0; round < 2_000; round++) {
      Payload payload = Payload.of(Value.parseJson("{\"a\":{\"b\":1},\"b\":[{\"a\":2}]}"));
      for (int step = 0; step < 40; step++) {
        PayloadPath path = paths.get(random.nextInt(paths.size()));
        switch (random.nextInt(8)) {
          case 0 -> write(payload, path, Value.of(step));
          case 1 -> write(payload, path, payload.get(paths.get(random.nextInt(paths.size()))));
          case 2 -> payload.remove(path);
          case 3 -> payload = payload.fork();
          case 4 -> write(payload, PayloadPath.parse("."), Value.parseJson("{\"a\":{\"b\":3}}"));
          default -> {
            assertEquals(path.read(payload.peek()), payload.get(path));
            assertEquals(path.follow(payload.peek()), payload.follow(path));
          }
        }
      }
    }
  }

  /** A write that fails half-way may have changed something on its way. */
  private static void write(Payload payload, PayloadPath path, Value value) {
    try {
      payload.set(path, value);
    } catch (PayloadLimitException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("An array has no property"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // before | path | value | after
        "{} | a | 1 | {\"a\":1}",
        "{} | a.b.c | 1 | {\"a\":{\"b\":{\"c\":1}}}",
        "{} | [a].[b c] | 1 | {\"a\":{\"b c\":1}}",
        "{} | a.[0] | 1 | {\"a\":[1]}",
        "{} | a.[2] | 1 | {\"a\":[null,null,1]}",
        "{} | a[1] | 1 | {\"a\":[null,1]}",
        "{} | a.0 | 1 | {\"a\":{\"0\":1}}",
        "{} | a.[01] | 1 | {\"a\":{\"01\":1}}",
        "{} | a.[-1] | 1 | {\"a\":{\"-1\":1}}",
        "{} | a.[0].[1] | 1 | {\"a\":[[null,1]]}",
        "{} | a.[0].b | 1 | {\"a\":[{\"b\":1}]}",
        "{} | [0] | 1 | {\"0\":1}",
        "{\"a\":[1,2]} | a.1 | 9 | {\"a\":[1,9]}",
        "{\"a\":[1,2]} | a.[0] | [] | {\"a\":[[],2]}",
        "{\"a\":{\"0\":1}} | a.[0] | 2 | {\"a\":{\"0\":2}}",
        "{\"a\":{\"0\":1}} | a.[5] | 2 | {\"a\":{\"0\":1,\"5\":2}}",
        "{\"a\":5} | a.b | 1 | {\"a\":{\"b\":1}}",
        "{\"a\":\"text\"} | a.[0] | 1 | {\"a\":[1]}",
        "{\"a\":\"text\"} | a.length | 1 | {\"a\":{\"length\":1}}",
        "{\"a\":null} | a.b | 1 | {\"a\":{\"b\":1}}",
        "{\"a\":1,\"b\":2} | a | 3 | {\"a\":3,\"b\":2}",
        "{\"a\":1} | . | {\"z\":1} | {\"z\":1}",
        "{\"a\":1} | . | 7 | 7",
        "7 | a | 1 | {\"a\":1}",
        "7 | [1] | 1 | [null,1]",
        "[1] | [1] | 2 | [1,2]",
        "{\"b\":1} | a | null | {\"b\":1,\"a\":null}",
      })
  void setsAPath(String before, String path, String value, String after) {
    Payload payload = Payload.of(Value.parseJson(before));
    payload.set(path, Value.parseJson(value));
    assertEquals(after, payload.root().toJson());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1,\"b\":2} | a | {\"b\":2}",
        "{\"a\":{\"b\":1,\"c\":2}} | a.b | {\"a\":{\"c\":2}}",
        "{\"a\":{\"b\":1}} | a.b | {\"a\":{}}",
        "{\"a\":[1,2,3]} | a.[1] | {\"a\":[1,null,3]}",
        "{\"a\":[1,2,3]} | a.2 | {\"a\":[1,2,null]}",
        "{\"a\":[{\"b\":1}]} | a.[0].b | {\"a\":[{}]}",
        "{\"a\":1} | b | {\"a\":1}",
        "{\"a\":1} | a.b | {\"a\":1}",
        "{\"a\":1} | x.y.z | {\"a\":1}",
        "{\"a\":[1]} | a.[1] | {\"a\":[1]}",
        "{\"a\":[1]} | a.length | {\"a\":[1]}",
        "{\"a\":\"text\"} | a.[0] | {\"a\":\"text\"}",
        "{\"a\":null} | a | {}",
        "{\"a\":1} | . | {}",
        "7 | a | 7",
      })
  void removesAPath(String before, String path, String after) {
    Payload payload = Payload.of(Value.parseJson(before));
    payload.remove(PayloadPath.parse(path));
    assertEquals(after, payload.root().toJson());
  }

  @Test
  void aRemovedItemLeavesUndefinedBehind() {
    Payload payload = Payload.of(Value.parseJson("{\"a\":[1,2]}"));
    payload.remove(PayloadPath.parse("a.[1]"));
    assertSame(UndefinedValue.UNDEFINED, payload.get("a.[1]"));
    assertEquals(Value.of(2), payload.get("a.length"));
  }

  @Test
  void storingUndefinedKeepsTheEntry() {
    Payload payload = Payload.empty();
    payload.set("a", Value.undefined());
    assertEquals(true, ((ObjectValue) payload.root()).has("a"));
    assertEquals("{}", payload.root().toJson());
  }

  @Test
  void theGapBeforeAFarIndexIsUndefined() {
    Payload payload = Payload.empty();
    payload.set("a.[3]", Value.of(1));
    for (int i = 0; i < 3; i++) {
      assertSame(UndefinedValue.UNDEFINED, payload.get("a.[" + i + "]"));
    }
    assertEquals(Value.of(4), payload.get("a.length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.length", "a.name", "a.[-1]", "a.01", "a.name.deeper", "a.[1.5]"})
  void anArrayTakesNoPropertyButAnIndex(String path) {
    Payload payload = Payload.of(Value.parseJson("{\"a\":[1,2]}"));
    PayloadLimitException thrown =
        assertThrows(PayloadLimitException.class, () -> payload.set(path, Value.of(1)));
    assertTrue(String.valueOf(thrown.getMessage()).contains("array"), thrown::getMessage);
    assertEquals("{\"a\":[1,2]}", payload.root().toJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.[16777216]", "a.[999999999]", "a.16777216"})
  void anArrayDoesNotGrowPastItsLimit(String path) {
    Payload payload = Payload.of(Value.parseJson("{\"a\":[1,2]}"));
    PayloadLimitException thrown =
        assertThrows(PayloadLimitException.class, () -> payload.set(path, Value.of(1)));
    assertTrue(String.valueOf(thrown.getMessage()).contains("16777216"), thrown::getMessage);
    assertEquals("{\"a\":[1,2]}", payload.root().toJson());
  }

  @Test
  void aDigitStringTooLongForAnIndexIsAKey() {
    Payload payload = Payload.empty();
    payload.set("a.[9999999999]", Value.of(1));
    assertEquals("{\"a\":{\"9999999999\":1}}", payload.root().toJson());
  }

  @Test
  void aPathThatIsNoPathIsRefusedByEveryOperation() {
    Payload payload = Payload.empty();
    assertThrows(InvalidPathException.class, () -> payload.get("a..b"));
    assertThrows(InvalidPathException.class, () -> payload.set("a..b", Value.of(1)));
  }

  @Test
  void aValueStoredInsideItselfMakesNoCycle() {
    Payload payload = Payload.of(Value.parseJson("{\"a\":{\"b\":[1]}}"));
    payload.set("a.self", payload.get("a"));
    payload.set("a.b.[1]", payload.root());
    payload.set("a.b.[0]", payload.get("a.b"));
    assertEquals(
        "{\"a\":{\"b\":[[1,{\"a\":{\"b\":[1],\"self\":{\"b\":[1]}}}],"
            + "{\"a\":{\"b\":[1],\"self\":{\"b\":[1]}}}],\"self\":{\"b\":[1]}}}",
        payload.root().toJson());
  }

  @Test
  void theRootStoredInsideItselfMakesNoCycle() {
    Payload payload = Payload.of(Value.parseJson("{\"n\":1}"));
    for (int i = 0; i < 3; i++) {
      payload.set("inner", payload.root());
    }
    assertEquals(
        "{\"n\":1,\"inner\":{\"n\":1,\"inner\":{\"n\":1,\"inner\":{\"n\":1}}}}",
        payload.root().toJson());
  }

  @Test
  void twoEntriesOfTheSameValueGoTheirOwnWays() {
    Payload payload = Payload.of(Value.parseJson("{\"a\":{\"x\":{\"y\":1}}}"));
    payload.set("b", payload.get("a"));
    payload.set("b.x.y", Value.of(2));
    payload.set("a.x.z", Value.of(3));
    assertEquals(
        "{\"a\":{\"x\":{\"y\":1,\"z\":3}},\"b\":{\"x\":{\"y\":2}}}", payload.root().toJson());
  }

  @Test
  void whatWasReadStaysAsItWas() {
    Payload payload = Payload.empty();
    payload.set("a.b.[0].c", Value.of(1));
    List<Value> read =
        List.of(payload.root(), payload.get("a"), payload.get("a.b"), payload.get("a.b.[0]"));
    List<String> texts = read.stream().map(Value::toJson).toList();
    payload.set("a.b.[0].c", Value.of(2));
    payload.set("a.b.[1]", Value.of(3));
    payload.set("a.d", Value.of(4));
    payload.remove(PayloadPath.parse("a.b.[0].c"));
    payload.remove(PayloadPath.parse("a.b"));
    assertEquals(texts, read.stream().map(Value::toJson).toList());
  }

  @Test
  void whatIsReachedThroughAReadValueStaysAsItWas() {
    Payload payload = Payload.empty();
    payload.set("a.b.c", Value.of(1));
    ObjectValue root = (ObjectValue) payload.root();
    Value inner = root.get("a").get("b");
    List<String> keys = root.keys();
    payload.set("a.b.c", Value.of(2));
    payload.set("z", Value.of(3));
    assertEquals("{\"c\":1}", inner.toJson());
    assertEquals(List.of("a"), keys);
  }

  @Test
  void aValueIsNotChangedByThePayloadThatStoresIt() {
    Value parsed = Value.parseJson("{\"x\":{\"y\":[1]}}");
    ObjectValue built = ObjectValue.of("x", ArrayValue.of(Value.of(1)));
    Payload payload = Payload.of(parsed);
    payload.set("built", built);
    payload.set("again.parsed", parsed);
    payload.set("x.y.[0]", Value.of(2));
    payload.set("built.x.[0]", Value.of(2));
    payload.set("again.parsed.x.y", Value.of(2));
    assertEquals("{\"x\":{\"y\":[1]}}", parsed.toJson());
    assertEquals("{\"x\":[1]}", built.toJson());
  }

  @Test
  void forksDoNotSeeEachOthersWrites() {
    Payload first = Payload.of(Value.parseJson("{\"a\":{\"b\":[{\"c\":1}]}}"));
    first.set("warm.up", Value.of(0));
    Payload second = first.fork();
    Payload third = second.fork();
    first.set("a.b.[0].c", Value.of(2));
    second.set("a.b.[1]", Value.of(3));
    third.remove(PayloadPath.parse("a.b"));
    first.set("a.d", Value.of(4));
    assertEquals("{\"a\":{\"b\":[{\"c\":2}],\"d\":4},\"warm\":{\"up\":0}}", first.root().toJson());
    assertEquals("{\"a\":{\"b\":[{\"c\":1},3]},\"warm\":{\"up\":0}}", second.root().toJson());
    assertEquals("{\"a\":{},\"warm\":{\"up\":0}}", third.root().toJson());
  }

  @Test
  void aCompactPayloadIsTheSame() {
    Payload payload = Payload.empty();
    for (int i = 0; i < 40; i++) {
      payload.set("key" + i, Value.of(i));
    }
    String before = payload.toString();
    payload.compact();
    assertEquals(before, payload.toString());
    assertEquals(Value.of(39), payload.get("key39"));
    payload.compact();
    payload.set("key40", Value.of(40));
    assertEquals(Value.of(40), payload.get("key40"));
    Payload scalar = Payload.of(Value.of(1));
    scalar.compact();
    assertEquals(Value.of(1), scalar.root());
  }
}
