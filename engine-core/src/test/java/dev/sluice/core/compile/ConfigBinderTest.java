package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.object;
import static dev.sluice.core.compile.Sources.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigBinderTest {
  private final ConfigBinder binder = new ConfigBinder(new FieldCompiler(TestCompiler.languages()));
  private final List<String> problems = new ArrayList<>();

  private <C extends Record> @Nullable C bind(Class<C> type, String config) {
    return binder.bind(
        type,
        object(config),
        problem ->
            problems.add(
                problem.field()
                    + " "
                    + problem.getMessage()
                    + " (found "
                    + problem.found()
                    + "; expected "
                    + problem.expected()
                    + ")"));
  }

  private <C extends Record> C sound(Class<C> type, String config) {
    @Nullable C bound = bind(type, config);
    assertEquals(List.of(), problems);
    return Objects.requireNonNull(bound);
  }

  // ---- plain kinds

  record Text(String of) {}

  record Whole(int of) {}

  record Long64(long of) {}

  record Real(double of) {}

  record Flag(boolean of) {}

  record Level(Size of) {}

  record Boxed(@Nullable Integer whole, @Nullable Double real, @Nullable Boolean flag) {}

  enum Size {
    SMALL,
    VERY_LARGE,
    X_2
  }

  static Stream<Arguments> plain() {
    return Stream.of(
        arguments(Text.class, "'words'", new Text("words")),
        arguments(Text.class, "''", new Text("")),
        arguments(Text.class, "'  '", new Text("  ")),
        arguments(Text.class, "5", new Text("5")),
        arguments(Text.class, "5.50", new Text("5.5")),
        arguments(Text.class, "true", new Text("true")),
        arguments(Whole.class, "5", new Whole(5)),
        arguments(Whole.class, "5.0", new Whole(5)),
        arguments(Whole.class, "'5'", new Whole(5)),
        arguments(Whole.class, "' -5 '", new Whole(-5)),
        arguments(Whole.class, "2147483647", new Whole(Integer.MAX_VALUE)),
        arguments(Whole.class, "-2147483648", new Whole(Integer.MIN_VALUE)),
        arguments(Long64.class, "5", new Long64(5)),
        arguments(Long64.class, "'86400000000'", new Long64(86_400_000_000L)),
        arguments(Long64.class, "9007199254740991", new Long64(9_007_199_254_740_991L)),
        arguments(Long64.class, "-9007199254740991", new Long64(-9_007_199_254_740_991L)),
        arguments(Real.class, "5", new Real(5)),
        arguments(Real.class, "1e300", new Real(1e300)),
        arguments(Real.class, "'-0.5'", new Real(-0.5)),
        arguments(Flag.class, "true", new Flag(true)),
        arguments(Flag.class, "false", new Flag(false)),
        arguments(Flag.class, "'true'", new Flag(true)),
        arguments(Flag.class, "'false'", new Flag(false)),
        arguments(Flag.class, "''", new Flag(false)),
        arguments(Flag.class, "null", new Flag(false)),
        arguments(Level.class, "'small'", new Level(Size.SMALL)),
        arguments(Level.class, "'veryLarge'", new Level(Size.VERY_LARGE)),
        arguments(Level.class, "'x2'", new Level(Size.X_2)));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void plainFieldsAreBound(Class<? extends Record> type, String json, Record expected) {
    assertEquals(expected, sound(type, "{'of': " + json + "}"));
  }

  static Stream<Arguments> mistaken() {
    return Stream.of(
        arguments(Text.class, "null", "is required (found null; expected a string)"),
        arguments(Text.class, "[1]", "has the wrong type (found [1]; expected a string)"),
        arguments(Text.class, "{}", "has the wrong type (found {}; expected a string)"),
        arguments(Whole.class, "null", "is required (found null; expected a whole number)"),
        arguments(Whole.class, "' '", "is required (found \" \"; expected a whole number)"),
        arguments(Whole.class, "5.5", "has the wrong type (found 5.5; expected a whole number)"),
        arguments(Whole.class, "'x'", "has the wrong type (found \"x\"; expected a whole number)"),
        arguments(Whole.class, "true", "has the wrong type (found true; expected a whole number)"),
        arguments(Whole.class, "[5]", "has the wrong type (found [5]; expected a whole number)"),
        arguments(
            Whole.class,
            "2147483648",
            "has the wrong type (found 2147483648; expected a whole number)"),
        arguments(
            Whole.class,
            "'Infinity'",
            "has the wrong type (found \"Infinity\"; expected a whole number)"),
        arguments(
            Long64.class,
            "1e19",
            "has the wrong type (found 10000000000000000000; expected a whole number)"),
        arguments(Long64.class, "0.5", "has the wrong type (found 0.5; expected a whole number)"),
        arguments(Real.class, "'high'", "has the wrong type (found \"high\"; expected a number)"),
        arguments(Real.class, "''", "is required (found \"\"; expected a number)"),
        arguments(Real.class, "false", "has the wrong type (found false; expected a number)"),
        arguments(
            Flag.class, "'yes'", "has the wrong type (found \"yes\"; expected true or false)"),
        arguments(Flag.class, "1", "has the wrong type (found 1; expected true or false)"),
        arguments(Flag.class, "{}", "has the wrong type (found {}; expected true or false)"),
        arguments(
            Level.class,
            "'VERY_LARGE'",
            "is not known (found \"VERY_LARGE\"; expected one of small, veryLarge, x2)"),
        arguments(Level.class, "5", "is not known (found 5; expected one of small, veryLarge, x2)"),
        arguments(
            Level.class, "''", "is required (found \"\"; expected one of small, veryLarge, x2)"));
  }

  @ParameterizedTest
  @MethodSource("mistaken")
  void anythingElseIsTold(Class<? extends Record> type, String json, String problem) {
    assertNull(bind(type, "{'of': " + json + "}"));
    assertEquals(List.of("of " + problem), problems);
  }

  @Test
  void whatIsMissingIsRequired() {
    assertNull(bind(Text.class, "{}"));
    assertNull(bind(Whole.class, "{'Of': 1}"));
    assertNull(bind(Level.class, "{}"));
    assertEquals(
        List.of(
            "of is required (found nothing; expected a string)",
            "of is required (found nothing; expected a whole number)",
            "of is required (found nothing; expected one of small, veryLarge, x2)"),
        problems);
    problems.clear();
    assertEquals(new Flag(false), sound(Flag.class, "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "{}; ; ; ",
        "{'whole': null, 'real': '', 'flag': ' '}; ; ; ",
        "{'whole': 0, 'real': '0', 'flag': false}; 0; 0; false",
      },
      delimiter = ';')
  void boxedKindsMayBeMissing(
      String config, @Nullable Integer whole, @Nullable Double real, @Nullable Boolean flag) {
    assertEquals(new Boxed(whole, real, flag), sound(Boxed.class, config));
  }

  @Test
  void whatIsFoundIsShownInPart() {
    assertNull(bind(Whole.class, "{'of': '" + "x".repeat(100_000) + "'}"));
    assertEquals(1, problems.size());
    assertEquals(
        "of has the wrong type (found \"" + "x".repeat(199) + "…; expected a whole number)",
        problems.getFirst());
  }

  // ---- defaults and optional fields

  record Defaults(
      @Default("seven") String text,
      @Description("How many.") @Default("7") int whole,
      @Default("0.5") double real,
      @Default("true") boolean flag,
      @Default("veryLarge") Size size,
      @Default("data.x") PayloadPath path,
      @Default("{{data.x}}") StringTemplate template) {}

  @Test
  void aDefaultIsBoundWhereNothingIsGiven() {
    for (String config :
        List.of(
            "{}",
            "{'text': null, 'whole': null, 'real': null, 'flag': null, 'size': null,"
                + " 'path': null, 'template': null}",
            "{'whole': '', 'real': ' ', 'flag': '', 'size': '', 'path': ''}")) {
      Defaults defaults = sound(Defaults.class, config);
      assertEquals("seven", defaults.text);
      assertEquals(7, defaults.whole);
      assertEquals(0.5, defaults.real);
      assertEquals(true, defaults.flag);
      assertEquals(Size.VERY_LARGE, defaults.size);
      assertEquals(PayloadPath.parse("data.x"), defaults.path);
      assertEquals("{{data.x}}", defaults.template.source());
    }
  }

  @Test
  void aDefaultGivesWayToWhatIsGiven() {
    Defaults given =
        sound(
            Defaults.class,
            "{'text': '', 'whole': 0, 'real': 0, 'flag': false, 'size': 'small', 'path': 'y',"
                + " 'template': ''}");
    assertEquals("", given.text);
    assertEquals(0, given.whole);
    assertEquals(0.0, given.real);
    assertEquals(false, given.flag);
    assertEquals(Size.SMALL, given.size);
    assertEquals(PayloadPath.parse("y"), given.path);
    assertEquals("", given.template.source());
  }

  record Optional(
      @Nullable String text,
      @Nullable Size size,
      @Nullable StringTemplate template,
      @Nullable Expression expression,
      @Nullable JsonTemplate json,
      @Nullable PayloadPath path,
      @Nullable Value value,
      @Nullable ObjectValue object,
      @Nullable Text nested,
      @Nullable List<String> list) {}

  @Test
  void optionalFieldsMayBeMissing() {
    assertEquals(
        new Optional(null, null, null, null, null, null, null, null, null, null),
        sound(Optional.class, "{}"));
    assertEquals(
        new Optional(null, null, null, null, null, null, Value.nullValue(), null, null, null),
        sound(
            Optional.class,
            "{'text': null, 'size': null, 'template': null, 'expression': null, 'json': null,"
                + " 'path': null, 'value': null, 'object': null, 'nested': null, 'list': null}"));
  }

  @Test
  void blankTextIsMissingWhereItCouldMeanNothing() {
    Optional blank =
        sound(
            Optional.class,
            "{'text': ' ', 'size': ' ', 'template': ' ', 'expression': ' ', 'json': ' ',"
                + " 'path': ' ', 'value': ' ', 'object': ' ', 'nested': ' ', 'list': ' '}");
    assertEquals(" ", blank.text);
    assertEquals(" ", Objects.requireNonNull(blank.template).source());
    assertEquals(Value.of(" "), blank.value);
    assertNull(blank.size);
    assertNull(blank.expression);
    assertNull(blank.json);
    assertNull(blank.path);
    assertNull(blank.object);
    assertNull(blank.nested);
    assertNull(blank.list);
  }

  @Test
  void optionalFieldsAreStillCheckedWhenGiven() {
    assertNull(bind(Optional.class, "{'text': [], 'nested': {'of': {}}, 'list': ['a', []]}"));
    assertEquals(
        List.of(
            "text has the wrong type (found []; expected a string)",
            "nested.of has the wrong type (found {}; expected a string)",
            "list[1] has the wrong type (found []; expected a string)"),
        problems);
  }

  /** Without its broken part, a node would be told of as if the part had been left out. */
  @Test
  void aBrokenOptionalPartBreaksTheWhole() {
    assertNull(bind(Optional.class, "{'nested': {}}"));
    assertEquals(List.of("nested.of is required (found nothing; expected a string)"), problems);
    problems.clear();
    assertNull(bind(Optional.class, "{'list': [{}]}"));
    assertEquals(List.of("list[0] has the wrong type (found {}; expected a string)"), problems);
  }

  // ---- compiled kinds

  record Compiled(
      StringTemplate template, Expression expression, JsonTemplate json, PayloadPath path) {}

  @Test
  void theSmallLanguagesAreCompiled() {
    Compiled compiled =
        sound(
            Compiled.class,
            "{'template': 'It is {{data.x}}', 'expression': '{{data.x}} + 1',"
                + " 'json': '[{{data.x}}]', 'path': 'data.x'}");
    Payload payload = Payload.of(value("{'data': {'x': 4}}"));
    assertEquals("It is 4", compiled.template.render(payload));
    assertEquals(Value.of(5), compiled.expression.evaluate(payload));
    assertEquals(value("[4]"), compiled.json.evaluate(payload));
    assertEquals(Value.of(4), payload.get(compiled.path));
  }

  @Test
  void numbersAndFlagsAreTextToThem() {
    Compiled compiled =
        sound(Compiled.class, "{'template': 5, 'expression': true, 'json': 7, 'path': 0}");
    Payload payload = Payload.empty();
    assertEquals("5", compiled.template.render(payload));
    assertEquals(Value.of(true), compiled.expression.evaluate(payload));
    assertEquals(Value.of(7), compiled.json.evaluate(payload));
    assertEquals(PayloadPath.parse("0"), compiled.path);
  }

  @Test
  void theirMistakesAreToldByField() {
    assertNull(
        bind(
            Compiled.class,
            "{'template': '{{#if}}', 'expression': '1 +', 'json': '{{', 'path': 'a..b'}"));
    assertEquals(
        List.of("template", "expression", "json", "path"),
        problems.stream().map(problem -> problem.substring(0, problem.indexOf(' '))).toList());
    assertEquals(
        List.of(
            "(found {{#if}}; expected a string template)",
            "(found 1 +; expected an expression)",
            "(found {{; expected a JSON template)",
            "(found a..b; expected a payload path)"),
        problems.stream()
            .map(problem -> problem.substring(problem.lastIndexOf("(found")))
            .toList());
  }

  @Test
  void theyAreRequiredAndOfTheirKind() {
    assertNull(
        bind(Compiled.class, "{'template': null, 'expression': '', 'json': {}, 'path': []}"));
    assertEquals(
        List.of(
            "template is required (found null; expected a string template)",
            "expression is required (found \"\"; expected an expression)",
            "json has the wrong type (found {}; expected a JSON template)",
            "path has the wrong type (found []; expected a payload path)"),
        problems);
  }

  // ---- values

  record Values(Value any, ObjectValue object, ArrayValue array) {}

  @Test
  void valuesAreBoundAsTheyAre() {
    assertEquals(
        new Values(Value.of(""), object("{'a': {}}"), (ArrayValue) value("[1, null]")),
        sound(Values.class, "{'any': '', 'object': {'a': {}}, 'array': [1, null]}"));
    assertEquals(
        Value.nullValue(), sound(Values.class, "{'any': null, 'object': {}, 'array': []}").any);
  }

  @Test
  void valuesOfAKindMustBeOfIt() {
    assertNull(bind(Values.class, "{'object': [], 'array': {}}"));
    assertEquals(
        List.of(
            "any is required (found nothing; expected a value)",
            "object has the wrong type (found []; expected an object)",
            "array has the wrong type (found {}; expected an array)"),
        problems);
  }

  // ---- lists and records

  record Lists(List<String> texts, List<Integer> wholes, List<Size> sizes, List<Rule> rules) {}

  record Rule(String name, @Default("1") int weight, List<Text> parts) {}

  @Test
  void listsAreBoundItemByItem() {
    assertEquals(
        new Lists(
            List.of("a", "1", ""),
            List.of(1, 2),
            List.of(Size.X_2),
            List.of(
                new Rule("first", 1, List.of()),
                new Rule("second", 2, List.of(new Text("x"), new Text("y"))))),
        sound(
            Lists.class,
            "{'texts': ['a', 1, ''], 'wholes': [1, '2'], 'sizes': ['x2'],"
                + " 'rules': [{'name': 'first'}, {'name': 'second', 'weight': '2',"
                + " 'parts': [{'of': 'x'}, {'of': 'y'}]}]}"));
  }

  @Test
  void aMissingListIsEmpty() {
    assertEquals(
        new Lists(List.of(), List.of(), List.of(), List.of()),
        sound(Lists.class, "{'texts': null, 'wholes': [], 'sizes': ''}"));
  }

  @Test
  void everyBrokenItemIsTold() {
    assertNull(
        bind(
            Lists.class,
            "{'texts': 'a', 'wholes': [1, 'x', 1.5], 'sizes': ['small', 'big'],"
                + " 'rules': [{}, 5, {'name': 'n', 'parts': [{'of': []}]}]}"));
    assertEquals(
        List.of(
            "texts has the wrong type (found \"a\"; expected an array)",
            "wholes[1] has the wrong type (found \"x\"; expected a whole number)",
            "wholes[2] has the wrong type (found 1.5; expected a whole number)",
            "sizes[1] is not known (found \"big\"; expected one of small, veryLarge, x2)",
            "rules[0].name is required (found nothing; expected a string)",
            "rules[1] has the wrong type (found 5; expected an object)",
            "rules[2].parts[0].of has the wrong type (found []; expected a string)"),
        problems);
  }

  record Nested(Rule rule) {}

  @Test
  void recordsAreBoundInRecords() {
    assertEquals(
        new Nested(new Rule("r", 3, List.of())),
        sound(Nested.class, "{'rule': {'name': 'r', 'weight': 3}}"));
    assertNull(bind(Nested.class, "{'rule': {'weight': 'x'}}"));
    assertNull(bind(Nested.class, "{}"));
    assertEquals(
        List.of(
            "rule.name is required (found nothing; expected a string)",
            "rule.weight has the wrong type (found \"x\"; expected a whole number)",
            "rule is required (found nothing; expected an object)"),
        problems);
  }

  // ---- choices

  record Chosen(List<Action> actions) {}

  @Choice("type")
  sealed interface Action permits SetIt, RemoveAll {}

  record SetIt(PayloadPath path, String value) implements Action {}

  record RemoveAll(@Nullable PayloadPath below) implements Action {}

  @Test
  void aPropertyChoosesTheRecord() {
    assertEquals(
        new Chosen(List.of(new SetIt(PayloadPath.parse("a"), "1"), new RemoveAll(null))),
        sound(
            Chosen.class,
            "{'actions': [{'type': 'setIt', 'path': 'a', 'value': 1}, {'type': 'removeAll'}]}"));
  }

  @Test
  void itChoosesFromThoseThereAre() {
    assertNull(
        bind(
            Chosen.class,
            "{'actions': [{}, {'type': 'SetIt'}, {'type': 1}, {'type': 'setIt', 'path': 'a'}]}"));
    assertEquals(
        List.of(
            "actions[0].type is not known (found nothing; expected one of setIt, removeAll)",
            "actions[1].type is not known (found \"SetIt\"; expected one of setIt, removeAll)",
            "actions[2].type is not known (found 1; expected one of setIt, removeAll)",
            "actions[3].value is required (found nothing; expected a string)"),
        problems);
  }

  // ---- mistakes of a node type's author

  record Unheard(Thread thread) {}

  @Test
  void aComponentThatConfigurationsCannotHoldIsTheAuthorsMistake() {
    assertThrows(IllegalStateException.class, () -> bind(Unheard.class, "{'thread': 'main'}"));
  }

  @Test
  void unknownPropertiesAreLeftAlone() {
    assertEquals(new Whole(1), sound(Whole.class, "{'of': 1, 'more': 2}"));
  }
}
