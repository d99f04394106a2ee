package dev.sluice.bench.flow;

/** A loop over a hundred items, whose results it gathers. */
public class Loop extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public Loop() {
    super(new PlainLoop());
  }
}
