package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateIdNodeTest {
  private static final String DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

  private static NodeRun node(String config) {
    return NodeRun.of("GenerateIdNode").config("{" + config + ", destinationPath: 'r'}");
  }

  private static String uuid(int version) {
    return "[0-9a-f]{8}-[0-9a-f]{4}-" + version + "[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  }

  private static void assertForm(String form, String id) {
    assertTrue(id.matches(form), id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x: 1;                             4",
        "idTypeTemplate: '';               4",
        "idTypeTemplate: 'uuidv4';         4",
        "idTypeTemplate: ' UUIDv4 ';       4",
        "idTypeTemplate: 'uuidv1';         1",
        "idTypeTemplate: '{{data.type}}';  1",
      })
  void uuidsHaveTheirForm(String config, int version) {
    assertForm(uuid(version), node(config).press("{type: 'uuidv1'}").at("r").toText());
  }

  @ParameterizedTest
  @CsvSource({
    "uuidv3, www.example.com, 5df41881-3aed-3515-88a7-2f4a814cf09e",
    "uuidv5, www.example.com, 2ed6657d-e927-568b-95e1-2665a8aea6a2",
    "uuidv5, héllo,           5ca283f8-ff14-58cb-ba86-bf52120a3414",
    "uuidv3, a\ud800,        b1295cd9-3e38-387b-ad21-df616d2e63a1",
    "uuidv5, a\ud800,        a05a5076-f5f6-52f6-b9a8-62688ee58a0a",
  })
  void namedUuidsAreThoseOfTheirName(String type, String name, String expected) {
    String config =
        "idTypeTemplate: '"
            + type
            + "', namespaceTemplate: ' {{data.ns}}', valueTemplate: '"
            + name
            + "'";
    assertEquals(expected, node(config).press("{ns: '" + DNS + "'}").at("r").toText());
  }

  @Test
  void aTimeBasedUuidHoldsTheTimeOfTheClock() {
    UUID id = UUID.fromString(node("idTypeTemplate: 'uuidv1'").press("{}").at("r").toText());
    long millis = id.timestamp() / 10_000 - 12_219_292_800_000L;
    assertEquals(TestEngine.NOW.toEpochMilli(), millis);
  }

  @Test
  void aTimeBasedUuidHoldsMillisecondsAndWhatIsFinerIsRandom() {
    Instant time = Instant.parse("2024-01-15T14:30:00.123999999Z");
    try (TestEngine engine = TestEngine.start(builder -> builder.clock(() -> time))) {
      engine.deploy(node("idTypeTemplate: 'uuidv1'").flow());
      Set<Long> ticks = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        UUID id = UUID.fromString(engine.press("flow", "{}").at("r").toText());
        assertEquals(
            time.toEpochMilli(), id.timestamp() / 10_000 - 12_219_292_800_000L, id.toString());
        ticks.add(id.timestamp());
      }
      assertTrue(ticks.size() > 1, "It is always " + ticks);
    }
  }

  @Test
  void anObjectIdBeginsWithTheTimeOfTheClock() {
    String id = node("idTypeTemplate: 'objectId'").press("{}").at("r").toText();
    assertForm("[0-9a-f]{24}", id);
    assertEquals(TestEngine.NOW.getEpochSecond(), Long.parseLong(id.substring(0, 8), 16));
  }

  @ParameterizedTest
  @CsvSource({"'', 21", "1, 1", "10, 10", "256, 256", "{{data.n}}, 5"})
  void aNanoIdHasTheLengthThatIsAskedFor(String length, int expected) {
    String config = "idTypeTemplate: 'nanoid', numCharactersTemplate: '" + length + "'";
    assertForm("[A-Za-z0-9_-]{" + expected + "}", node(config).press("{n: 5}").at("r").toText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"uuidv1", "uuidv4", "objectId", "nanoid"})
  void noIdComesTwice(String type) {
    Set<String> ids = new HashSet<>();
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node("idTypeTemplate: '" + type + "'").flow());
      for (int i = 0; i < 100; i++) {
        ids.add(engine.press("flow", "{}").at("r").toText());
      }
    }
    assertEquals(100, ids.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idTypeTemplate: '{{data.t}}'",
        "idTypeTemplate: 'nanoid', numCharactersTemplate: '0'",
        "idTypeTemplate: 'nanoid', numCharactersTemplate: '257'",
        "idTypeTemplate: 'nanoid', numCharactersTemplate: '1.5'",
        "idTypeTemplate: 'nanoid', numCharactersTemplate: 'x'",
        "idTypeTemplate: 'uuidv5', namespaceTemplate: 'x', valueTemplate: 'a'",
        "idTypeTemplate: 'uuidv3', namespaceTemplate: '{{data.no}}', valueTemplate: 'a'",
      })
  void whatCannotBeUsedFailsTheRun(String config) {
    assertEquals("ValidationError", node(config).press("{t: 'uuidv9'}").error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "idTypeTemplate: 'uuidv9';                                idTypeTemplate",
        "idTypeTemplate: 'uuidv3', valueTemplate: 'a';            namespaceTemplate",
        "idTypeTemplate: 'uuidv5', namespaceTemplate: '{{x}}';    valueTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, node(config).refusal().field());
  }
}
