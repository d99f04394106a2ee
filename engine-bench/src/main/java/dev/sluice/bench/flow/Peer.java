package dev.sluice.bench.flow;

import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainPayload;
import java.util.Map;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A reference flow on another engine, as its users would write it. */
@State(Scope.Thread)
public abstract class Peer {
  private final PlainFlow plain;

  Peer(PlainFlow plain) {
    this.plain = plain;
  }

  /** Makes sure that it gives what is given by hand. */
  @Setup
  public final void check() throws Exception {
    for (Map<String, Object> data : plain.inputs()) {
      Agreement.check(
          "payload", PlainPayload.comparable(plain.run(data)), PlainPayload.comparable(run(data)));
    }
  }

  final Map<String, Object> run(Map<String, Object> data) throws Exception {
    return finish(plain.begin(data));
  }

  /** Has the engine do what the nodes do. */
  abstract Map<String, Object> finish(Map<String, Object> payload) throws Exception;

  abstract void stop() throws Exception;

  /** Stops the engine. */
  @TearDown
  public final void close() throws Exception {
    stop();
    plain.close();
  }
}
