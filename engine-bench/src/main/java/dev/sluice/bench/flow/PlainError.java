package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;

/** Error path by hand: the error's message is put beside the payload's entries. */
final class PlainError extends PlainFlow {
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  PlainError() {
    super("error");
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    try {
      Map<String, Object> working = PlainPayload.addWorking(payload);
      working.put("reason", PlainPayload.text("", PlainPayload.name(payload), " is not known"));
      throw new Failure(PlainPayload.text("", PlainMaps.present(working, "reason"), ""));
    } catch (Failure e) {
      payload.put("error", String.valueOf(e.getMessage()));
      return payload;
    }
  }
}
