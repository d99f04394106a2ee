package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFlowsTest {
  @Test
  void theFlowThatMostRanIsFirst() throws IOException {
    ReferenceFlows flows = ReferenceFlows.of(Fixture.measurements());
    assertEquals(
        List.of("threshold alert", "fan out", "custom node"),
        flows.flows().stream().map(ReferenceFlows.Flow::name).toList());
  }

  @Test
  void rateIsHowManyRunsWhereByHandIsOne() throws IOException {
    ReferenceFlows.Flow threshold = ReferenceFlows.of(Fixture.measurements()).flows().getFirst();
    assertEquals(250.0 / 480, threshold.rate(Contestant.SLUICE));
    assertEquals(0.02, threshold.rate(Contestant.NODE_RED));
  }

  @Test
  void tablesHaveRatiosFirst() throws IOException {
    assertEquals(
        """
        | runs per second, by hand = 1 | Sluice | by hand | Camel, lambdas | Camel, simple language | LiteFlow | Node-RED |
        |---|---|---|---|---|---|---|
        | threshold alert | 0.52 | 1 | 0.27 | 0.045 | 0.07 | 0.02 |
        | fan out | 1.6 | 1 | 0.28 |  |  |  |
        | custom node | 0.47 | 1 |  |  |  |  |

        | a run takes and allocates | Sluice | by hand | Camel, lambdas | Camel, simple language | LiteFlow | Node-RED |
        |---|---|---|---|---|---|---|
        | threshold alert | 480 ns, 1.9 KB | 250 ns, 1.3 KB | 943 ns, 4 KB | 5.56 µs, 21 KB | 3.57 µs, 9 KB | 12.5 µs |
        | fan out | 1.25 µs, 4 KB | 2 µs, 6 KB | 7.14 µs, 30 KB |  |  |  |
        | custom node | 1.5 µs, 3 KB | 700 ns, 2 KB |  |  |  |  |
        """,
        ReferenceFlows.of(Fixture.measurements()).tables());
  }
}
