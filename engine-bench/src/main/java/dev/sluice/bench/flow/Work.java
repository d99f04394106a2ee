package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import java.util.Map;

/** What the components of a LiteFlow run work on. */
public final class Work {
  private final Map<String, Object> payload;
  private volatile Map<String, Object> result;

  Work(Map<String, Object> payload) {
    this.payload = payload;
    result = payload;
  }

  /** The payload that the run began with. */
  public Map<String, Object> payload() {
    return payload;
  }

  /** Keeps what a script computed. */
  public void setCelsius(double celsius) {
    PlainPayload.addWorking(payload).put("celsius", celsius);
  }

  void setResult(Map<String, Object> payload) {
    result = payload;
  }

  Map<String, Object> result() {
    return result;
  }
}
