package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64DecodeNodeTest {
  private static NodeRun node(boolean stringOutput) {
    return NodeRun.of("Base64DecodeNode")
        .config("{source: 'data.s', destination: 'r', stringOutput: " + stringOutput + "}")
        .in("embedded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "aGVsbG8=;      'hello';   [104, 101, 108, 108, 111]",
        "aGVsbG8;       'hello';   [104, 101, 108, 108, 111]",
        "\"\";          '';        []",
        "w7w=;          'ü';       [195, 188]",
        "YQ=Yg;         'a';       [97]",
        "' Y.W J=';     'ab';      [97, 98]",
        "YWJjZ;         'abc';     [97, 98, 99]",
        "AZaz09+/;      '\\u0001\\ufffd\\ufffd\\ufffd\\u07ff'; [1, 150, 179, 211, 223, 191]",
        "@Y[W`J{:=;     'ab';      [97, 98]",
        "_w==;          '\\ufffd'; [255]",
        "-_8=;          '\\ufffd\\ufffd'; [251, 255]",
        "+/8=;          '\\ufffd\\ufffd'; [251, 255]",
      })
  void base64IsDecodedAsTextOrBytes(String source, String text, String bytes) {
    Value data = Json.value("{s: '" + source.replace("'", "") + "'}");
    assertEquals(Json.value(text), node(true).press(data).succeeded().at("r"));
    assertEquals(Json.value(bytes), node(false).press(data).succeeded().at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{s: 5}", "{s: ['YQ==']}"})
  void otherValuesFailTheRun(String data) {
    assertEquals("ValidationError", node(false).press(data).error().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud", "experience", "edge"})
  void itIsForEmbeddedFlowsOnly(String flowClass) {
    assertEquals("type", node(true).in(flowClass).refusal().field());
  }
}
