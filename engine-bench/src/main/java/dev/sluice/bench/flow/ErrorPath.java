package dev.sluice.bench.flow;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run that fails. */
public class ErrorPath extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public ErrorPath() {
    super(new PlainError());
  }

  @Override
  void compare(Map<String, Object> expected, RunResult result) {
    Agreement.check("state", RunState.ERRORED, result.state());
    Object message = PlainMaps.present(expected, "error");
    Agreement.check("message", message, result.error().orElseThrow().message());
    Map<String, Object> payload = new LinkedHashMap<>(expected);
    payload.remove("error");
    PlainPayload.agreeAtEnd(payload, result);
  }
}
