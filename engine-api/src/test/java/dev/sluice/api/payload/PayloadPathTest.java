package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadPathTest {
  private static final Value ROOT =
      Value.parseJson(
          """
          {"a":{"b":[10,{"c":"text"},[true]],"key with spaces":1,"d.e":2,"":3,"length":4},
           "0":"zero","[x":5,"s":"héllo","n":7,"none":null}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a.b.[0] | 10",
        "a.b[0] | 10",
        "a.b.0 | 10",
        "[a].[b].[0] | 10",
        "[a][b][0] | 10",
        "a[b].0 | 10",
        "a.b.[1].c | \"text\"",
        "a.b.[1].c.[0] | \"t\"",
        "a.b.[1].c.length | 4",
        "a.b.[2].[0] | true",
        "a.b.length | 3",
        "a.length | 4",
        "a.[key with spaces] | 1",
        "a.key with spaces | 1",
        "a.[d.e] | 2",
        "a.[] | 3",
        "0 | \"zero\"",
        "[0] | \"zero\"",
        "[[x] | 5",
        "s.1 | \"é\"",
        "s.length | 5",
        "none | null",
        "  n  | 7",
      })
  void readsWhatIsThere(String path, String json) {
    assertEquals(json, PayloadPath.parse(path).read(ROOT).toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a.x",
        "a.b.3",
        "a.b.[3]",
        "a.b.-1",
        "a.b.00",
        "a.b.1.0.0",
        "n.x",
        "none.x",
        "s.9",
        "s.x",
        "a.b.[ 0 ]",
        "A",
        "a.d.e",
        "n.length",
        "x.y.z.[0]",
        "a.b.4294967296"
      })
  void readsUndefinedWhereNothingIs(String path) {
    assertSame(UndefinedValue.UNDEFINED, PayloadPath.parse(path).read(ROOT));
  }

  @Test
  void aDotIsTheWholePayload() {
    assertSame(PayloadPath.ROOT, PayloadPath.parse("."));
    assertSame(PayloadPath.ROOT, PayloadPath.parse(" . "));
    assertTrue(PayloadPath.ROOT.isRoot());
    assertFalse(PayloadPath.parse("a").isRoot());
    assertEquals(ROOT, PayloadPath.ROOT.read(ROOT));
    assertEquals(".", PayloadPath.ROOT.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "   ", "..", ".a", "a.", "a..b", "a.[0", "[", "a.[b].", "[a]..b", "a.{{b}}", "{{a}}",
        "a.b..", "a[0"
      })
  void refusesWhatIsNoPath(String text) {
    InvalidPathException thrown =
        assertThrows(InvalidPathException.class, () -> PayloadPath.parse(text));
    assertFalse(String.valueOf(thrown.getMessage()).isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.[0].[c d]", "a[0]", "x"})
  void isWrittenAsItWas(String text) {
    assertEquals(text, PayloadPath.parse(text).toString());
    assertEquals(text, PayloadPath.parse(" " + text + "\n").toString());
  }

  @Test
  void takesKeysAsTheyAre() {
    assertEquals("10", PayloadPath.of(List.of("a", "b", "0")).read(ROOT).toJson());
    assertEquals("2", PayloadPath.of(List.of("a", "d.e")).read(ROOT).toJson());
    assertEquals("3", PayloadPath.of(List.of("a", "")).read(ROOT).toJson());
    assertEquals("5", PayloadPath.of(List.of("[x")).read(ROOT).toJson());
    assertSame(PayloadPath.ROOT, PayloadPath.of(List.of()));
    Payload payload = Payload.empty();
    payload.set(PayloadPath.of(List.of("a.b", "1", "{{c}}")), Value.of(1));
    assertEquals("{\"a.b\":[null,{\"{{c}}\":1}]}", payload.toString());
  }

  @Test
  void pathsAreEqualByTheirText() {
    assertEquals(PayloadPath.parse("a.[0]"), PayloadPath.parse(" a.[0] "));
    assertEquals(PayloadPath.parse("a.[0]").hashCode(), PayloadPath.parse(" a.[0] ").hashCode());
    assertNotEquals(PayloadPath.parse("a"), PayloadPath.parse("b"));
    assertNotEquals(PayloadPath.parse("a"), "a");
  }

  @Test
  void pathsOfDifferentKeysAreNotEqual() {
    assertNotEquals(PayloadPath.of(List.of("a].[b")), PayloadPath.of(List.of("a", "b")));
    assertNotEquals(PayloadPath.parse("[a].[b]"), PayloadPath.of(List.of("a].[b")));
    assertEquals(PayloadPath.of(List.of("a", "b")), PayloadPath.of(List.of("a", "b")));
  }

  @Test
  void aPathMayBeVeryLong() {
    PayloadPath path = PayloadPath.parse(String.join(".", Collections.nCopies(100_000, "a")));
    Payload payload = Payload.empty();
    payload.set(path, Value.of(1));
    Payload fork = payload.fork();
    fork.set(path, Value.of(2));
    assertEquals(Value.of(1), payload.get(path));
    assertEquals(Value.of(2), fork.get(path));
    fork.remove(path);
    assertSame(UndefinedValue.UNDEFINED, fork.get(path));
    assertEquals(Value.of(1), payload.get(path));
  }
}
