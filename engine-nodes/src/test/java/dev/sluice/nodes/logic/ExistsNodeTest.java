package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.nodes.NodeRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistsNodeTest {
  @ParameterizedTest
  @CsvSource({"{a: 0}, 1", "{a: ''}, 1", "{a: {}}, 1", "{a: null}, 0", "{}, 0"})
  void whatIsThereTakesTheTrueWay(String data, int output) {
    NodeRun node = NodeRun.of("ExistsNode").config("{path: 'data.a'}").outputs(2);
    assertEquals(output, node.press(data).output());
  }
}
