package dev.sluice.bench.flow;

/** A storage entry that counts. */
public class StorageCounter extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public StorageCounter() {
    super(new PlainCounter());
  }
}
