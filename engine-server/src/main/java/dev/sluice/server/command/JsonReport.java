package dev.sluice.server.command;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunListener.Visit;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunResult.StorageWrite;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes what became of runs, and what is wrong with flows, for programs. */
final class JsonReport {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** A report wraps a value in a few more levels; one this deep still fits with them. */
  private static final int SPARE_LEVELS = 8;

  private final FlowNames names;

  JsonReport(FlowNames names) {
    this.names = names;
  }

  static ArrayValue problems(List<LocatedProblem> problems) {
    return array(problems, LocatedProblem::toJson);
  }

  ObjectValue run(RunTrace trace, RunResult result) {
    return ObjectValue.builder()
        .put("runId", result.runId())
        .put("flow", result.flowId())
        .put("flowName", names.plain(result.flowId()))
        .put("version", result.version())
        .put("trigger", trace.triggerType())
        .put("state", state(result.state()))
        .put("payload", safe(result.payload()))
        .put("error", result.error().<Value>map(JsonReport::error).orElse(Value.nullValue()))
        .put(
            "paths",
            ObjectValue.builder()
                .put("completed", result.pathsCompleted())
                .put("failed", result.pathsFailed())
                .build())
        .put("nodes", result.nodesExecuted())
        .put("started", Value.of(result.started()))
        .put("durationMs", milliseconds(result.duration()))
        .put("storageWrites", array(result.storageWrites(), JsonReport::write))
        .put("events", array(trace.events(), event -> event(trace, event)))
        .put("eventsOmitted", trace.omitted())
        .build();
  }

  /** Such as {@code timedOut}. */
  private static String state(RunState state) {
    return state == RunState.TIMED_OUT ? "timedOut" : state.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectValue error(RunError error) {
    return ObjectValue.builder()
        .put("name", error.name())
        .put("message", error.message())
        .put("time", Value.of(error.time()))
        .put("node", error.place().<Value>map(JsonReport::place).orElse(Value.nullValue()))
        .put("calledBy", array(error.node().stream().skip(1).toList(), JsonReport::place))
        .put("trace", array(error.trace(), Value::of))
        .build();
  }

  private static ObjectValue place(Place place) {
    return ObjectValue.builder()
        .put("node", place.nodeId())
        .put("label", place.label())
        .put("type", place.nodeType())
        .put("flow", place.flowId())
        .put("version", place.version())
        .build();
  }

  private static ObjectValue write(StorageWrite write) {
    ObjectValue.Builder json =
        ObjectValue.builder().put("flow", write.flowId()).put("key", write.key());
    return (write.value() instanceof UndefinedValue
            ? json.put("removed", true)
            : json.put("value", safe(write.value())))
        .build();
  }

  private static ObjectValue event(RunTrace trace, TraceEvent event) {
    Visit visit = event.visit();
    ObjectValue.Builder json =
        ObjectValue.builder()
            .put("offsetMs", milliseconds(trace.offset(event)))
            .put("kind", kind(event))
            .put("node", visit.place().nodeId())
            .put("label", visit.place().label())
            .put("type", visit.place().nodeType())
            .put("flow", visit.place().flowId())
            .put("depth", visit.depth());
    switch (event) {
      case TraceEvent.Entered entered -> {}
      case TraceEvent.Left left -> json.put("output", left.output()).put("outputName", left.name());
      case TraceEvent.Message message ->
          json.put("level", message.level().name().toLowerCase(Locale.ROOT))
              .put("message", message.text())
              .put("value", safe(message.shown()));
    }
    return json.build();
  }

  private static String kind(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Entered entered -> "entered";
      case TraceEvent.Left left -> "left";
      case TraceEvent.Message message -> "message";
    };
  }

  private static double milliseconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLISECOND;
  }

  /** The value, unless it cannot be written: null for undefined, a text for one nested too deep. */
  private static Value safe(Value value) {
    if (!value.isPresent()) {
      return Value.nullValue();
    }
    try {
      Value wrapped = value;
      for (int i = 0; i < SPARE_LEVELS; i++) {
        wrapped = ArrayValue.of(wrapped);
      }
      // Written only to see whether it can be.
      boolean writable = !wrapped.toJson().isEmpty();
      return writable ? value : Value.nullValue();
    } catch (PayloadLimitException e) {
      return Value.of("(" + e.getMessage() + ")");
    }
  }

  private static <T> ArrayValue array(List<T> items, Function<T, ? extends Value> json) {
    return ArrayValue.of(items.stream().map(json).toList());
  }
}
