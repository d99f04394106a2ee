package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayNodeTest {
  /** So large that what a node itself refuses comes before what the engine does. */
  private static final EngineLimits LARGE_PAYLOADS =
      EngineLimits.defaults().withPayloadSize(1L << 30);

  private static NodeRun node(String rules) {
    return NodeRun.of("ArrayNode").config("{sourceArrayPath: 'data.a', rules: [" + rules + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{type: 'compact'};       [0, 1, false, '', null, 'a', [], {}];   [1, 'a', [], {}]",
        "{type: 'compact'};       [];                                     []",
        "{type: 'reverse'};       [1, 2, 3];                              [3, 2, 1]",
        "{type: 'flatten'};       [1, [2, [3, []], 4], [[[5]]]];          [1, 2, 3, 4, 5]",
        "{type: 'flatten'};       [{a: [1]}, 'ab', null];                 [{a: [1]}, 'ab', null]",
        "{type: 'deduplicate'};   [1, '1', 1, null, null, true, true];    [1, '1', null, true]",
        "{type: 'deduplicate'};   [{}, {}, 0, -0];                        [{}, {}, 0]",
        "{type: 'push', inputTemplate: '{{data.v}}'};      [1];           [1, {x: 1}]",
        "{type: 'push', inputTemplate: 'v{{data.n}}'};     [];            ['v2']",
        "{type: 'push', inputTemplate: ''};                [1];           [1, '']",
        "{type: 'push', inputTemplate: 42};                [1];           [1, '42']",
        "{type: 'unshift', inputTemplate: '{{data.n}}'};   [1];           [2, 1]",
        "{type: 'concat', inputTemplate: '{{data.l}}'};    [1];           [1, 8, 9]",
        "{type: 'concat', inputTemplate: '{{data.n}}'};    [1];           [1, 2]",
      })
  void theArrayIsChangedInItsPlace(String rule, String array, String expected) {
    Outcome outcome =
        node(rule).press("{v: {x: 1}, n: 2, l: [8, 9], a: " + array + "}").succeeded();
    assertEquals(Json.value(expected), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;   [9, 1, 2, 3]",
        "1;   [1, 9, 2, 3]",
        "3;   [1, 2, 3, 9]",
        "7;   [1, 2, 3, 9]",
        "-1;  [1, 2, 9, 3]",
        "-3;  [9, 1, 2, 3]",
        "-7;  [9, 1, 2, 3]",
        "1.9; [1, 9, 2, 3]",
      })
  void insertAtCountsFromEitherEndAndStaysInBounds(String index, String expected) {
    Outcome outcome =
        node("{type: 'insertAt', inputTemplate: '{{data.v}}', indexTemplate: '" + index + "'}")
            .press("{v: 9, a: [1, 2, 3]}");
    assertEquals(Json.value(expected), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "pop;        ;   [1, 2, 3];  [1, 2];     3",
        "pop;        ;   [];         [];         \"\"",
        "shift;      ;   [1, 2, 3];  [2, 3];     1",
        "shift;      ;   [];         [];         \"\"",
        "removeAt;   1;  [1, 2, 3];  [1, 3];     2",
        "removeAt;   -1; [1, 2, 3];  [1, 2];     3",
        "removeAt;   3;  [1, 2, 3];  [1, 2, 3];  \"\"",
        "removeAt;   -4; [1, 2, 3];  [1, 2, 3];  \"\"",
        "replaceAt;  0;  [1, 2, 3];  [9, 2, 3];  1",
        "replaceAt;  -1; [1, 2, 3];  [1, 2, 9];  3",
        "replaceAt;  3;  [1, 2, 3];  [1, 2, 3, 9]; \"\"",
        "replaceAt;  -4; [1, 2, 3];  [1, 2, 3];  \"\"",
      })
  void whatIsTakenOutGoesToTheOutputPath(
      String type, String index, String array, String expected, String taken) {
    String rule =
        "type: '" + type + "', indexTemplate: '" + index + "', inputTemplate: '{{data.v}}'";
    Outcome withPath =
        node("{" + rule + ", outputPath: 'r'}").press("{v: 9, a: " + array + "}").succeeded();
    assertEquals(Json.value(expected), withPath.at("data.a"));
    assertEquals(Json.value(taken), withPath.at("r"));
    Outcome without = node("{" + rule + "}").press("{v: 9, a: " + array + "}").succeeded();
    assertEquals(Json.value(expected), without.at("data.a"));
    assertEquals(Value.undefined(), without.at("r"));
  }

  @ParameterizedTest
  @CsvSource({
    "deduplicateBy, x",
    "filter, {{item.x}} > 0",
    "groupBy, x",
    "indexOf, x",
    "keyBy, x",
    "length, ''",
    "lookupAt, ''",
    "sort, ''",
    "sortBy, x",
    "sum, ''",
  })
  void whatIsOnlyFoundChangesNothing(String type, String input) {
    String rule =
        "{type: '"
            + type
            + "', inputTemplate: '"
            + input
            + "', indexTemplate: '0', outputPath: 'r'}";
    Outcome outcome =
        NodeRun.of("ArrayNode")
            .config("{sourceArrayPath: 'data.a', destArrayPath: 'to', rules: [" + rule + "]}")
            .press("{a: [{x: 1}]}")
            .succeeded();
    assertTrue(outcome.at("r").isPresent());
    assertEquals(Value.undefined(), outcome.at("to"));
    assertEquals(Json.value("[{x: 1}]"), outcome.at("data.a"));
  }

  @Test
  void anObjectIsTheSameAsItselfOnly() {
    Value one = Json.value("{x: 1}");
    Value other = Json.value("{x: 1}");
    Value data = ObjectValue.of("a", ArrayValue.of(one, one, other, one));
    assertEquals(ArrayValue.of(one, other), node("{type: 'deduplicate'}").press(data).at("data.a"));
  }

  @Test
  void theNameOfAPropertyNeedNotBeAPath() {
    assertEquals(
        Json.value("{k: [{'a..b': 'k'}], undefined: [{a: 1}]}"),
        node("{type: 'groupBy', inputTemplate: 'a..b', outputPath: 'r'}")
            .press("{a: [{'a..b': 'k'}, {a: 1}]}")
            .succeeded()
            .at("r"));
  }

  @Test
  void replacingBehindTheEndLeavesUndefinedBetween() {
    Outcome outcome =
        node("{type: 'replaceAt', inputTemplate: 'x', indexTemplate: '3'}").press("{a: [1]}");
    assertEquals(
        ArrayValue.of(Value.of(1), Value.undefined(), Value.undefined(), Value.of("x")),
        outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';  '';  [0, 1, 2, 3]",
        "1;   '';  [1, 2, 3]",
        "'';  2;   [0, 1]",
        "1;   3;   [1, 2]",
        "-2;  '';  [2, 3]",
        "0;   -1;  [0, 1, 2]",
        "3;   1;   []",
        "-9;  9;   [0, 1, 2, 3]",
      })
  void sliceKeepsFromStartToBeforeEnd(String start, String end, String expected) {
    Outcome outcome =
        node("{type: 'slice', inputTemplate: '" + start + "', indexTemplate: '" + end + "'}")
            .press("{a: [0, 1, 2, 3]}");
    assertEquals(Json.value(expected), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{type: 'length'};                                  [1, 2];           2",
        "{type: 'sum'};                                     [1, 2.5, '3'];    3.5",
        "{type: 'sum'};                                     [];               0",
        "{type: 'indexOf', inputTemplate: '{{data.v}}'};    [2, '1', 1, 1];   2",
        "{type: 'indexOf', inputTemplate: '1'};             [1, '1'];         1",
        "{type: 'indexOf', inputTemplate: '{{data.no}}'};   [1, null];        -1",
        "{type: 'lookupAt', indexTemplate: '1'};            ['a', 'b'];       'b'",
        "{type: 'lookupAt', indexTemplate: '-2'};           ['a', 'b'];       'a'",
        "{type: 'lookupAt', indexTemplate: '2'};            ['a', 'b'];       \"\"",
        "{type: 'lookupAt', indexTemplate: '-3'};           ['a', 'b'];       \"\"",
        "{type: 'filter', inputTemplate: '{{value}} > 1'};  [1, 2, 3];        [2, 3]",
        "{type: 'filter', inputTemplate: '{{index}} != {{payload.data.v}}'}; [7, 8, 9]; [7, 9]",
        "{type: 'filter', inputTemplate: '{{value}} === {{array.[0]}}'};     [7, 8, 7]; [7, 7]",
        "{type: 'filter', inputTemplate: '{{value.on}}'};   [{on: 1}, {}, 5]; [{on: 1}]",
        "{type: 'groupBy', inputTemplate: 'k'};    [{k: 1}, {k: 'b'}, {k: 1, x: 2}, 3]; "
            + "{1: [{k: 1}, {k: 1, x: 2}], b: [{k: 'b'}], undefined: [3]}",
        "{type: 'groupBy', inputTemplate: 't.[0].v'}; [{t: [{v: 'a'}]}]; {a: [{t: [{v: 'a'}]}]}",
        "{type: 'keyBy', inputTemplate: 'k'};   [{k: 'a'}, {k: 'b'}, {k: 'a', x: 2}]; "
            + "{a: {k: 'a', x: 2}, b: {k: 'b'}}",
        "{type: 'keyBy', inputTemplate: 'x.y'}; [{'x.y': 1, x: {y: 2}}]; {1: {'x.y': 1, x: {y: 2}}}",
        "{type: 'deduplicateBy', inputTemplate: 'k'};  [{k: 1}, {k: '1'}, {k: 1, x: 2}, {}, 5]; "
            + "[{k: 1}, {k: '1'}, {}]",
      })
  void whatIsFoundGoesToTheOutputPathAndTheArrayStays(String rule, String array, String expected) {
    Outcome outcome = node(withOutput(rule)).press("{v: 1, a: " + array + "}").succeeded();
    assertEquals(Json.value(expected), outcome.at("r"));
    assertEquals(Json.value(array), outcome.at("data.a"));
  }

  private static String withOutput(String rule) {
    return rule.substring(0, rule.length() - 1) + ", outputPath: 'r'}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[3, 10, 2];                        [2, 3, 10];                       [10, 3, 2]",
        "['b', 'a', '10', '9'];             ['10', '9', 'a', 'b'];            ['b', 'a', '9', '10']",
        "['9', '10', null];                 ['10', '9', null];                [null, '9', '10']",
        "[10, '9'];                         ['9', 10];                        [10, '9']",
        "['10', 9, 'x', true];              [true, 9, '10', 'x'];             ['x', '10', 9, true]",
        "[null, 1, {x: 1}, 'a', [2], 0];    [0, 1, 'a', {x: 1}, [2], null];   "
            + "[null, {x: 1}, [2], 'a', 1, 0]",
      })
  void sortOrdersAndKeepsEqualItemsInPlace(String array, String ascending, String descending) {
    for (String property : List.of("", ", inputTemplate: 'k'")) {
      String type = property.isEmpty() ? "sort" : "sortBy";
      Value items = property.isEmpty() ? Json.value(array) : wrapped(Json.value(array));
      Value up = property.isEmpty() ? Json.value(ascending) : wrapped(Json.value(ascending));
      Value down = property.isEmpty() ? Json.value(descending) : wrapped(Json.value(descending));
      Value data = ObjectValue.of("a", items);
      String rule = "{type: '" + type + "', outputPath: 'r'" + property;
      assertEquals(up, node(rule + "}").press(data).at("r"));
      assertEquals(up, node(rule + ", order: 'ascending'}").press(data).at("r"));
      assertEquals(down, node(rule + ", order: 'descending'}").press(data).at("r"));
    }
  }

  private static Value wrapped(Value array) {
    List<Value> wrapped = new ArrayList<>();
    ((ArrayValue) array).forEach(item -> wrapped.add(ObjectValue.of("k", item)));
    return ArrayValue.of(wrapped);
  }

  @Test
  void sortingAnyMixtureGivesAnOrderOfTheSameItems() {
    Random random = new Random(7);
    List<Value> pool =
        List.of(
            Value.undefined(),
            Value.nullValue(),
            Value.of(Double.NaN),
            Value.of(-0.0),
            Value.of(3),
            Value.of("3"),
            Value.of("x"),
            Value.of(""),
            Value.of(true),
            Value.of(Instant.EPOCH),
            ObjectValue.empty(),
            ArrayValue.of());
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      items.add(pool.get(random.nextInt(pool.size())));
    }
    ArrayValue sorted = SortKey.sort(ArrayValue.of(items), item -> item, SortKey.Order.ASCENDING);
    Collections.shuffle(items, random);
    ArrayValue again = SortKey.sort(ArrayValue.of(items), item -> item, SortKey.Order.ASCENDING);
    assertEquals(2000, sorted.size());
    assertEquals(Value.of(Double.NaN), sorted.get(1999));
    for (int i = 0; i < 2000; i++) {
      assertEquals(kind(sorted.get(i)), kind(again.get(i)));
    }
  }

  private static String kind(Value value) {
    return value instanceof ArrayValue || value instanceof ObjectValue
        ? "container"
        : String.valueOf(Double.isNaN(value.toNumber()) ? value : value.toNumber() + 0.0);
  }

  @Test
  void rulesGoOnWithWhatTheOneBeforeLeft() {
    Outcome outcome =
        node("{type: 'push', inputTemplate: '{{data.v}}'}, {type: 'length', outputPath: 'n'},"
                + "{type: 'pop', outputPath: 'data.v'},"
                + "{type: 'unshift', inputTemplate: '{{n}}'}")
            .press("{v: 'x', a: ['a']}");
    assertEquals(Json.value("[2, 'a']"), outcome.at("data.a"));
    assertEquals(Value.of("x"), outcome.at("data.v"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{type: 'reverse'};                                             [1, 2]; [2, 1]",
        "{type: 'length', outputPath: 'n'};                             [1, 2]; \"\"",
        "{type: 'filter', inputTemplate: '{{value}} > 1', outputPath: 'to'}; [1, 2]; [2]",
      })
  void theDestinationGetsTheArrayOnlyIfItWasChanged(String rule, String array, String expected) {
    Outcome outcome =
        NodeRun.of("ArrayNode")
            .config("{sourceArrayPath: 'data.a', destArrayPath: 'to', rules: [" + rule + "]}")
            .press("{a: " + array + "}");
    assertEquals(Json.value(expected), outcome.at("to"));
    assertEquals(Json.value(array), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{}", "{a: null}", "{a: 5}", "{a: {x: 1}}"})
  void whatIsNoArrayIsReplacedByAnEmptyOne(String data) {
    Outcome read = node("{type: 'length', outputPath: 'n'}").press(data).succeeded();
    assertEquals(Value.of(0), read.at("n"));
    assertEquals(ArrayValue.of(), read.at("data.a"));
    Outcome written = node("{type: 'push', inputTemplate: 'x'}").press(data).succeeded();
    assertEquals(Json.value("['x']"), written.at("data.a"));
  }

  @Test
  void textIsReadByCharactersAndStaysText() {
    Outcome read =
        node("{type: 'lookupAt', indexTemplate: '-1', outputPath: 'r'},"
                + "{type: 'length', outputPath: 'n'}, {type: 'pop'}")
            .press("{a: 'abc'}");
    assertEquals(Value.of("c"), read.at("r"));
    assertEquals(Value.of(3), read.at("n"));
    assertEquals(Value.of("abc"), read.at("data.a"));
    Outcome elsewhere =
        NodeRun.of("ArrayNode")
            .config("{sourceArrayPath: 'data.a', destArrayPath: 'to', rules: [{type: 'reverse'}]}")
            .press("{a: 'abc'}");
    assertEquals(Json.value("['c', 'b', 'a']"), elsewhere.at("to"));
    assertEquals(Value.of("abc"), elsewhere.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource({"insertAt, x", "lookupAt, ''", "removeAt, '{{data.no}}'", "slice, x", "replaceAt, x"})
  void anIndexThatIsNoNumberFailsTheRun(String type, String index) {
    Outcome outcome =
        node("{type: '"
                + type
                + "', indexTemplate: '"
                + index
                + "', inputTemplate: '0', outputPath: 'r'}")
            .press("{a: [1]}");
    assertEquals("ValidationError", outcome.error().name());
  }

  @Test
  void anArrayThatHoldsItselfManyTimesOverIsNotFlattenedForever() {
    Value nested = ArrayValue.of();
    for (int i = 0; i < 24; i++) {
      nested = ArrayValue.of(nested, nested);
    }
    try (TestEngine engine = TestEngine.start(builder -> builder.limits(LARGE_PAYLOADS))) {
      engine.deploy(node("{type: 'flatten'}").flow());
      Outcome outcome = engine.press("flow", ObjectValue.of("a", nested));
      assertEquals("PayloadTooLarge", outcome.error().name());
    }
  }

  @ParameterizedTest
  @CsvSource({"16777216", "1e300"})
  void anIndexFarBehindTheEndIsRefused(String index) {
    Outcome outcome =
        node("{type: 'replaceAt', inputTemplate: 'x', indexTemplate: '" + index + "'}")
            .press("{a: []}");
    assertEquals("PayloadTooLarge", outcome.error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{rules: []};                                                       sourceArrayPath",
        "{sourceArrayPath: 'a', rules: [{type: 'shuffle'}]};                rules[0].type",
        "{sourceArrayPath: 'a', rules: [{type: 'push'}]};            rules[0].inputTemplate",
        "{sourceArrayPath: 'a', rules: [{type: 'length'}]};             rules[0].outputPath",
        "{sourceArrayPath: 'a', rules: [{type: 'length', outputPath: ''}]}; rules[0].outputPath",
        "{sourceArrayPath: 'a', rules: [{type: 'lookupAt', outputPath: 'r'}]}; "
            + "rules[0].indexTemplate",
        "{sourceArrayPath: 'a', rules: [{type: 'filter', inputTemplate: '1 +', outputPath: 'r'}]}; "
            + "rules[0].inputTemplate",
        "{sourceArrayPath: 'a', rules: [{type: 'keyBy', inputTemplate: ' ', outputPath: 'r'}]}; "
            + "rules[0].inputTemplate",
        "{sourceArrayPath: 'a', rules: [{type: 'sort', order: 'up', outputPath: 'r'}]}; "
            + "rules[0].order",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("ArrayNode").config(config).refusal().field());
  }

  @Test
  void thereAreAtMostFifteenRules() {
    String rule = "{type: 'reverse'},";
    node(rule.repeat(14) + "{type: 'reverse'}").press("{a: []}").succeeded();
    assertEquals("config.rules", node(rule.repeat(15) + "{type: 'reverse'}").refusal().field());
  }
}
