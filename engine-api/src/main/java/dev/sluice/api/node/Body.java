package dev.sluice.api.node;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The nodes inside a node such as a loop, which that node runs as often as it likes. */
public interface Body {
  /**
   * Runs the body once, until all its paths have ended.
   *
   * @param payload what its paths start with; belongs to the body from here on
   * @return how the iteration ended, empty if no path reached a node that ends it
   */
  Optional<End> run(Payload payload);

  /**
   * Runs the body several times, at the same time where it waits, each time apart from the others.
   * If some fail, the rest still run; then the first failure, by index, is thrown.
   *
   * @param count how often
   * @param payloads gives the payload of each iteration by its index, in order of the index
   * @param concurrency how many iterations may wait at the same time
   * @return how each iteration ended, by index
   */
  List<Optional<End>> runAll(int count, IntFunction<Payload> payloads, int concurrency);

  /**
   * Whether any node is wired to the body.
   *
   * @return false if running it does nothing
   */
  boolean isWired();

  /**
   * How an iteration ended.
   *
   * @param payload the payload to go on with
   * @param breaks whether the loop ends with it
   * @param mapValue the iteration's result, if the ending node chose one
   */
  record End(Payload payload, boolean breaks, Optional<Value> mapValue) {}
}
