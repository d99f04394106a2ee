package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.config.ConfigRecord;
import dev.sluice.core.config.ConfigSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a configuration and the binding of it agree on what is right. */
class ConfigSchemaTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  private final ConfigBinder binder = new ConfigBinder(new FieldCompiler(TestCompiler.languages()));

  enum Size {
    SMALL,
    VERY_LARGE
  }

  @Choice("type")
  sealed interface Action permits SetIt, RemoveAll {}

  @Description("Sets it.")
  record SetIt(PayloadPath path, @Default("1") int count) implements Action {}

  record RemoveAll() implements Action {}

  record Part(String name, @Nullable Double weight) {}

  record Text(String of) {}

  record Template(StringTemplate of) {}

  record Json(JsonTemplate of) {}

  record Formula(Expression of) {}

  record Place(PayloadPath of) {}

  record Flag(boolean of) {}

  record Whole(int of) {}

  record Long64(long of) {}

  record Real(double of) {}

  record Any(Value of) {}

  record Object(ObjectValue of) {}

  record Array(ArrayValue of) {}

  record Word(Size of) {}

  record Texts(List<String> of) {}

  record Words(List<Size> of) {}

  record Flags(List<Boolean> of) {}

  record Parts(List<Part> of) {}

  record Actions(List<Action> of) {}

  record One(Part of) {}

  record Chosen(Action of) {}

  record MaybeText(@Nullable String of) {}

  record MaybePlace(@Nullable PayloadPath of) {}

  record MaybeReal(@Nullable Double of) {}

  record MaybeFlag(@Nullable Boolean of) {}

  record MaybeWord(@Nullable Size of) {}

  record MaybeAny(@Nullable Value of) {}

  record MaybeOne(@Nullable Part of) {}

  record DefaultText(@Default("x") String of) {}

  record DefaultWhole(@Default("7") int of) {}

  record DefaultFlag(@Default("true") boolean of) {}

  record DefaultWord(@Default("small") Size of) {}

  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Text.class,
          Template.class,
          Json.class,
          Formula.class,
          Place.class,
          Flag.class,
          Whole.class,
          Long64.class,
          Real.class,
          Any.class,
          Object.class,
          Array.class,
          Word.class,
          Texts.class,
          Words.class,
          Flags.class,
          Parts.class,
          Actions.class,
          One.class,
          Chosen.class,
          MaybeText.class,
          MaybePlace.class,
          MaybeReal.class,
          MaybeFlag.class,
          MaybeWord.class,
          MaybeAny.class,
          MaybeOne.class,
          DefaultText.class,
          DefaultWhole.class,
          DefaultFlag.class,
          DefaultWord.class);

  private static final List<String> CONFIGS =
      List.of(
          "{}",
          "{'of': null}",
          "{'of': true}",
          "{'of': 0}",
          "{'of': -1}",
          "{'of': 1.5}",
          "{'of': 5.0}",
          "{'of': 2147483648}",
          "{'of': 9007199254740992}",
          "{'of': 1e300}",
          "{'of': ''}",
          "{'of': '  '}",
          "{'of': 'x'}",
          "{'of': 'true'}",
          "{'of': 'false'}",
          "{'of': 'TRUE'}",
          "{'of': '5'}",
          "{'of': ' -5 '}",
          "{'of': '.5'}",
          "{'of': '0x10'}",
          "{'of': 'Infinity'}",
          "{'of': '5 apples'}",
          "{'of': 'small'}",
          "{'of': 'veryLarge'}",
          "{'of': 'SMALL'}",
          "{'of': []}",
          "{'of': [null]}",
          "{'of': [1]}",
          "{'of': ['small']}",
          "{'of': [true, 'false']}",
          "{'of': [[]]}",
          "{'of': {}}",
          "{'of': {'name': 'n'}}",
          "{'of': {'name': 'n', 'weight': 1, 'more': 2}}",
          "{'of': {'name': [], 'weight': 1}}",
          "{'of': {'type': 'setIt', 'path': 'a'}}",
          "{'of': {'type': 'setIt'}}",
          "{'of': {'type': 'setIt', 'path': ''}}",
          "{'of': {'type': 'removeAll', 'path': 5}}",
          "{'of': {'type': 'other'}}",
          "{'of': [{'name': 'n'}, {'name': 'm', 'weight': 'heavy'}]}",
          "{'of': [{'name': 'n'}, {'name': 'm', 'weight': ''}]}",
          "{'of': [{'type': 'setIt', 'path': 'a', 'count': 2}, {'type': 'removeAll'}]}",
          "{'of': [{'type': 'setIt', 'path': 'a', 'count': 1.5}]}",
          "{'of': [{'type': 'nothing'}]}",
          "{'Of': 'small'}");

  /** Of these, a schema cannot tell whether a text is one: it does not compile, or is not whole. */
  private static final Set<Class<? extends Record>> WRITTEN_AS_TEXT =
      Set.of(
          Json.class,
          Formula.class,
          Place.class,
          MaybePlace.class,
          Whole.class,
          Long64.class,
          DefaultWhole.class);

  private static Schema schema(Class<? extends Record> type) {
    return SCHEMAS.getSchema(ConfigSchema.of(ConfigRecord.of(type)).toJson(), InputFormat.JSON);
  }

  @Test
  void whatIsValidIsBound() {
    List<String> disagreements = new ArrayList<>();
    int valid = 0;
    for (Class<? extends Record> type : RECORDS) {
      Schema schema = schema(type);
      for (String config : CONFIGS) {
        boolean isBound = binder.bind(type, object(config), problem -> {}) != null;
        boolean isValid = schema.validate(object(config).toJson(), InputFormat.JSON).isEmpty();
        boolean isItsText = WRITTEN_AS_TEXT.contains(type) && config.startsWith("{'of': '");
        if (isBound ? !isValid : isValid && !isItsText) {
          disagreements.add(type.getSimpleName() + " " + config + (isBound ? " bound" : " valid"));
        }
        valid += isValid ? 1 : 0;
      }
    }
    assertEquals(List.of(), disagreements);
    assertTrue(valid > 300, "Only " + valid + " are right");
  }

  /** What is wrong inside a text is the binding's matter alone. */
  @ParameterizedTest
  @ValueSource(strings = {"{'of': '{{x'}", "{'of': '{{#if}}'}"})
  void textsThatDoNotCompileAreValid(String config) {
    assertTrue(
        schema(Template.class).validate(object(config).toJson(), InputFormat.JSON).isEmpty());
    assertEquals(null, binder.bind(Template.class, object(config), problem -> {}));
  }

  // ---- what a schema says

  record Documented(
      @Description("A text.") String text,
      @Description("A path.") @Nullable PayloadPath path,
      @Default("5") int whole,
      @Default("0.5") double real,
      @Default("") StringTemplate template,
      @Default("veryLarge") Size size,
      boolean flag,
      @Description("Actions.") List<Action> actions) {}

  @Test
  void itHasDescriptionsDefaultsAndChoices() {
    ObjectValue schema = ConfigSchema.of(ConfigRecord.of(Documented.class));
    String nothing = "{'type': ['string', 'null'], 'pattern': '^\\\\s*$'}";
    String number =
        "^\\\\s*([+-]?(\\\\d+\\\\.?\\\\d*([eE][+-]?\\\\d+)?|\\\\.\\\\d+([eE][+-]?\\\\d+)?|Infinity)"
            + "|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)\\\\s*$";
    assertEquals(
        object(
            "{'$schema': 'http://json-schema.org/draft-07/schema#', 'type': 'object',"
                + " 'properties': {"
                + " 'text': {'description': 'A text.', 'type': ['string', 'number', 'boolean']},"
                + " 'path': {'description': 'A path.', 'anyOf': [{'type': ['string', 'number',"
                + " 'boolean'], 'format': 'payloadPath'}, "
                + nothing
                + "]},"
                + " 'whole': {'anyOf': [{'type': ['integer', 'string'], 'minimum': -2147483648,"
                + " 'maximum': 2147483647, 'pattern': '"
                + number
                + "'}, "
                + nothing
                + "], 'default': 5},"
                + " 'real': {'anyOf': [{'type': ['number', 'string'], 'pattern': '"
                + number
                + "'}, "
                + nothing
                + "], 'default': 0.5},"
                + " 'template': {'anyOf': [{'type': ['string', 'number', 'boolean'], 'format':"
                + " 'stringTemplate'}, "
                + nothing
                + "], 'default': ''},"
                + " 'size': {'anyOf': [{'enum': ['small', 'veryLarge']}, "
                + nothing
                + "], 'default': 'veryLarge'},"
                + " 'flag': {'anyOf': [{'type': ['boolean', 'string'], 'pattern':"
                + " '^(true|false)$'}, "
                + nothing
                + "], 'default': false},"
                + " 'actions': {'description': 'Actions.', 'anyOf': [{'type': 'array', 'items':"
                + " {'type': 'object', 'oneOf': [{'description': 'Sets it.', 'type': 'object',"
                + " 'properties': {'type': {'const': 'setIt'}, 'path': {'type': ['string',"
                + " 'number', 'boolean'], 'format': 'payloadPath', 'pattern': '\\\\S'}, 'count':"
                + " {'anyOf': [{'type': ['integer', 'string'], 'minimum': -2147483648, 'maximum':"
                + " 2147483647, 'pattern': '"
                + number
                + "'}, "
                + nothing
                + "], 'default': 1}}, 'required': ['type', 'path']}, {'type': 'object',"
                + " 'properties': {'type': {'const': 'removeAll'}}, 'required': ['type']}]}}, "
                + nothing
                + "], 'default': []}},"
                + " 'required': ['text']}"),
        schema);
  }

  // ---- mistakes of a node type's author

  record Endless(List<Endless> more) {}

  sealed interface Unmarked permits Only {}

  record Only() implements Unmarked {}

  record WithUnmarked(Unmarked of) {}

  @Test
  void recordsThatCannotBeDescribedAreTheAuthorsMistake() {
    String message =
        assertThrows(IllegalStateException.class, () -> ConfigRecord.of(Endless.class))
            .getMessage();
    assertTrue(String.valueOf(message).endsWith("Endless cannot be part of itself"), message);
    assertThrows(IllegalStateException.class, () -> ConfigRecord.of(WithUnmarked.class));
  }

  @Test
  void aRecordMayBeThereTwice() {
    record Pair(Part left, Part right) {}
    assertFalse(ConfigRecord.of(Pair.class).fields().isEmpty());
  }
}
