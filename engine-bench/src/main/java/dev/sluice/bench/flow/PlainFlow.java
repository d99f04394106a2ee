package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A reference flow in Java written by hand: each node does to maps what the flow's does to its
 * payload.
 */
abstract class PlainFlow implements AutoCloseable {
  private final String id;
  private final Map<String, Object> globals;

  PlainFlow(String id, Map<String, Object> globals) {
    this.id = id;
    this.globals = globals;
  }

  PlainFlow(String id) {
    this(id, Map.of());
  }

  final String id() {
    return id;
  }

  /** The data that fire it, one run after the other. */
  List<Map<String, Object>> inputs() {
    Readings readings = new Readings();
    return IntStream.range(0, readings.count()).mapToObj(readings::map).toList();
  }

  final Map<String, Object> run(Map<String, Object> data) {
    return finish(begin(data));
  }

  /** The payload that a run begins with; the data are copied. */
  final Map<String, Object> begin(Map<String, Object> data) {
    return PlainPayload.begin(id, data, globals);
  }

  /** What the nodes do. */
  abstract Map<String, Object> finish(Map<String, Object> payload);

  @Override
  public void close() {}
}
