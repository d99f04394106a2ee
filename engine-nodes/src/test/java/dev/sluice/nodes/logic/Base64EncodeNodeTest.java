package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64EncodeNodeTest {
  private static final NodeRun NODE =
      NodeRun.of("Base64EncodeNode").config("{source: 'data.s', destination: 'r'}").in("embedded");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'hello';             aGVsbG8=",
        "'';                  \"\"",
        "'üñ✓😀';             w7zDseKck/CfmIA=",
        "'a\\ud800b';         Ye+/vWI=",
        "[0, 255, 16];        AP8Q",
        "[];                  \"\"",
        "[256, -1, 1.9, 'x', '7', null]; AP8BAAcA",
      })
  void textAndBytesAreEncoded(String source, String expected) {
    assertEquals(Value.of(expected), NODE.press("{s: " + source + "}").succeeded().at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{s: 5}", "{s: {}}", "{s: null}"})
  void otherValuesFailTheRun(String data) {
    assertEquals("ValidationError", NODE.press(data).error().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud", "experience", "edge"})
  void itIsForEmbeddedFlowsOnly(String flowClass) {
    assertEquals("type", NODE.in(flowClass).refusal().field());
  }
}
