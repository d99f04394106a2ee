package dev.sluice.core.compile;

import static dev.sluice.core.compile.Sources.object;
import static dev.sluice.core.compile.Sources.value;
import static dev.sluice.core.compile.Sources.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.CustomNodeConfig;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomNodeInputsTest {
  private static final String PAYLOAD =
      "{'data': {'n': 4, 's': 'four', 'o': {'deep': [1]}, 'f': false, 'blank': ' '}}";

  static Stream<Arguments> inputs() {
    return Stream.of(
        // A string template always gives text.
        arguments("stringTemplate", "'{{data.n}} is {{data.s}}'", "{'x': '4 is four'}"),
        arguments("stringTemplate", "'{{data.n}}'", "{'x': '4'}"),
        arguments("stringTemplate", "'plain'", "{'x': 'plain'}"),
        arguments("stringTemplate", "'{{data.none}}'", "{'x': ''}"),
        arguments("stringTemplate", "5", "{'x': '5'}"),
        arguments("stringTemplate", "true", "{'x': 'true'}"),
        // A number template gives a number, or nothing for nothing.
        arguments("numberTemplate", "'{{data.n}}'", "{'x': 4}"),
        arguments("numberTemplate", "'1{{data.n}}'", "{'x': 14}"),
        arguments("numberTemplate", "' 7.5 '", "{'x': 7.5}"),
        arguments("numberTemplate", "7.5", "{'x': 7.5}"),
        arguments("numberTemplate", "'{{data.none}}'", "{}"),
        arguments("numberTemplate", "'{{data.blank}}'", "{}"),
        // A JSON template gives what it renders to.
        arguments("jsonTemplate", "'{{jsonEncode data.o}}'", "{'x': {'deep': [1]}}"),
        arguments("jsonTemplate", "'[{{data.n}}]'", "{'x': [4]}"),
        arguments("jsonTemplate", "{'a': 1}", "{'x': {'a': 1}}"),
        // A payload path gives what is there, with its type.
        arguments("payloadPath", "'data.o'", "{'x': {'deep': [1]}}"),
        arguments("payloadPath", "'data.f'", "{'x': false}"),
        arguments("payloadPath", "'data.none'", "{}"),
        // A selection is no template.
        arguments("select", "'{{data.n}}'", "{'x': '{{data.n}}'}"),
        arguments("select", "5", "{'x': '5'}"),
        // A box is ticked or not.
        arguments("checkbox", "true", "{'x': true}"),
        arguments("checkbox", "false", "{'x': false}"),
        arguments("checkbox", "'true'", "{'x': true}"),
        arguments("checkbox", "'false'", "{'x': false}"));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void eachKindGivesItsOwn(String type, String given, String data) {
    assertEquals(object(data), evaluate("{'id': 'x', 'type': '" + type + "'}", given));
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        arguments("stringTemplate", "'is {{data.n}}'", "{'x': 'is 4'}"),
        arguments("numberTemplate", "'7'", "{'x': 7}"),
        arguments("numberTemplate", "7", "{'x': 7}"),
        arguments("jsonTemplate", "'[{{data.n}}]'", "{'x': [4]}"),
        arguments("payloadPath", "'data.s'", "{'x': 'four'}"),
        arguments("select", "'one'", "{'x': 'one'}"),
        arguments("checkbox", "true", "{'x': true}"),
        arguments("checkbox", "false", "{'x': false}"),
        arguments("checkbox", "null", "{'x': false}"));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void theDefaultStandsInForWhatIsLeftOut(String type, String fallback, String data) {
    String field = "{'id': 'x', 'type': '" + type + "', 'defaultValue': " + fallback + "}";
    assertEquals(object(data), evaluate(field, null));
    assertEquals(object(data), evaluate(field, "null"));
    assertEquals(object(data), evaluate(field, "''"));
    assertEquals(object(data), evaluate(field, "'  '"));
  }

  @ParameterizedTest
  @CsvSource({"numberTemplate", "jsonTemplate", "payloadPath", "select"})
  void whatIsBlankIsNotThere(String type) {
    assertEquals(ObjectValue.empty(), evaluate("{'id': 'x', 'type': '" + type + "'}", "' '"));
  }

  @Test
  void aBlankTextTemplateIsItsText() {
    String field = "{'id': 'x', 'type': 'stringTemplate'}";
    assertEquals(object("{'x': ''}"), evaluate(field, "''"));
    assertEquals(object("{'x': ' '}"), evaluate(field, "' '"));
  }

  @ParameterizedTest
  @CsvSource({"stringTemplate", "numberTemplate", "jsonTemplate", "payloadPath", "select"})
  void whatIsLeftOutWithoutDefaultIsNotThere(String type) {
    assertEquals(ObjectValue.empty(), evaluate("{'id': 'x', 'type': '" + type + "'}", null));
  }

  @ParameterizedTest
  @CsvSource({"stringTemplate", "numberTemplate", "jsonTemplate", "payloadPath", "select"})
  void whatIsRequiredMustBeGiven(String type) {
    String field = "{'id': 'x', 'type': '" + type + "', 'required': true}";
    for (@Nullable String blank : new @Nullable String[] {null, "null", "''", "' '"}) {
      InvalidConfigException missing =
          assertThrows(InvalidConfigException.class, () -> compile(field, blank));
      assertEquals("fields.x", missing.field());
      assertEquals("is required", missing.getMessage());
    }
    String withDefault =
        "{'id': 'x', 'type': '" + type + "', 'required': true, 'defaultValue': '4'}";
    compile(withDefault, null);
  }

  @Test
  void anUntickedBoxIsAnAnswer() {
    assertEquals(
        object("{'x': false}"),
        evaluate("{'id': 'x', 'type': 'checkbox', 'required': true}", null));
  }

  @Test
  void aTickedDefaultCanBeUnticked() {
    assertEquals(
        object("{'x': false}"),
        evaluate("{'id': 'x', 'type': 'checkbox', 'defaultValue': true}", "false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stringTemplate | '{{#if}}'",
        "numberTemplate | '{{'",
        "jsonTemplate | '{{/x}}'",
        "payloadPath | 'a..b'",
      })
  void textThatDoesNotCompileIsToldByField(String type, String given) {
    InvalidConfigException broken =
        assertThrows(
            InvalidConfigException.class,
            () -> compile("{'id': 'x', 'type': '" + type + "'}", given));
    assertEquals("fields.x", broken.field());
    assertEquals(value(given).toText(), broken.found());
  }

  @Test
  void aNumberTemplateThatRendersNoNumberFailsTheCall() {
    NodeException failure =
        assertThrows(
            NodeException.class,
            () -> evaluate("{'id': 'x', 'type': 'numberTemplate'}", "'{{data.s}}'"));
    assertEquals("ValidationError", failure.name());
    assertEquals("fields.x must be a number, not four", failure.getMessage());
  }

  @Test
  void headersAreNoInputs() {
    FlowVersion version =
        customNode(
            "{'type': 'section', 'label': 'More'}, {'id': 'h', 'type': 'sectionHeader'},"
                + "{'id': 'a', 'type': 'stringTemplate'}, {'type': 'stringTemplate'},"
                + "{'id': 'b', 'type': 'checkbox'}");
    assertEquals(
        object("{'a': 'A', 'b': true}"),
        compile(
                version.customNodeConfig(),
                Map.of(
                    "h", Value.of("x"),
                    "a", Value.of("A"),
                    "b", Value.of(true),
                    "other", Value.of("not a field")))
            .evaluate(Payload.empty()));
  }

  @Test
  void aCustomNodeWithoutConfigurationHasNoInputs() {
    assertEquals(
        ObjectValue.empty(), compile(null, Map.of("a", Value.of("A"))).evaluate(Payload.empty()));
  }

  @Test
  void inputsEvaluateAnewForEveryPayload() {
    FlowVersion version = customNode("{'id': 'x', 'type': 'payloadPath'}");
    CustomNodeInputs inputs = compile(version.customNodeConfig(), Map.of("x", Value.of("data")));
    assertEquals(object("{'x': 1}"), inputs.evaluate(Payload.of(value("{'data': 1}"))));
    assertEquals(object("{'x': 2}"), inputs.evaluate(Payload.of(value("{'data': 2}"))));
    assertTrue(inputs.evaluate(Payload.empty()).isEmpty());
  }

  private static ObjectValue evaluate(String field, @Nullable String given) {
    return compile(field, given).evaluate(Payload.of(value(PAYLOAD)));
  }

  private static CustomNodeInputs compile(String field, @Nullable String given) {
    Map<String, Value> values = new HashMap<>();
    if (given != null) {
      values.put("x", value(given));
    }
    return compile(customNode(field).customNodeConfig(), values);
  }

  private static CustomNodeInputs compile(
      @Nullable CustomNodeConfig config, Map<String, Value> values) {
    return CustomNodeInputs.compile(config, values, new FieldCompiler(TestCompiler.languages()));
  }

  private static FlowVersion customNode(String fields) {
    return version("{'nodes': [], 'customNodeConfig': {'fields': [" + fields + "]}}");
  }
}
