package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunState;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is cancelled ends within the nodes that may take long, and not behind them. */
class CancelledNodesTest {
  /** Cancels a run as it enters the node under test. */
  private static final class Cancels implements RunListener {
    @Override
    public void nodeEntered(Run run, Visit visit, Value payload) {
      if (visit.place().nodeId().equals(TestEngine.UNDER_TEST)) {
        run.cancel();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CSVDecodeNode;  {source: 'data.d', destination: 'r'};   {d: 'a,b'}",
        "CSVEncodeNode;  {source: 'data.d', destination: 'r'};   {d: [{a: 1}]}",
        "HtmlParserNode; {documentPath: 'data.d', resultPath: 'r', selectorTemplate: 'b'};"
            + " {d: '<a/>'}",
      })
  void aCancelledRunDoesNotLeaveTheNode(String type, String config, String data) {
    try (TestEngine engine = TestEngine.start(builder -> builder.listener(new Cancels()))) {
      engine.deploy(NodeRun.of(type).config(config).flow());
      Outcome outcome = engine.press("flow", data);
      assertEquals(RunState.CANCELLED, outcome.result().state());
      assertEquals(List.of(), outcome.outputs());
    }
  }
}
