package dev.sluice.nodes.workflow;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.logic.TimeOf;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How the time of a scheduled run is told. */
enum Scheduling {
  /** By the seconds until then. */
  RELATIVE,
  /** By a date. */
  ABSOLUTE;

  /** A hundred years. */
  private static final double MAX_SECONDS = 3_155_760_000d;

  private static final double NANOS = 1e9;

  /** What tells the time from the templates of a node. */
  Function<NodeContext, Instant> time(StringTemplate seconds, StringTemplate date) {
    switch (this) {
      case RELATIVE -> {
        WorkflowTriggerNode.required("secondsTemplate", seconds, "a number of seconds");
        return node -> node.clock().instant().plus(duration(seconds.render(node.payload())));
      }
      case ABSOLUTE -> {
        WorkflowTriggerNode.required("dateTemplate", date, "a date");
        return node -> date(date.evaluate(node.payload()));
      }
    }
    throw new IllegalStateException("No scheduling " + this);
  }

  private static Duration duration(String text) {
    double seconds = text.isBlank() ? Double.NaN : Value.of(text).toNumber();
    if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
      throw new NodeException(
          "ValidationError",
          "A run is scheduled 0 to "
              + Value.of(MAX_SECONDS).toText()
              + " seconds from now, not \""
              + text
              + "\".");
    }
    return Duration.ofSeconds((long) seconds, (long) (seconds % 1 * NANOS));
  }

  private static Instant date(Value value) {
    return TimeOf.value(value)
        .orElseThrow(
            () ->
                new NodeException(
                    "ValidationError",
                    "A run is scheduled at a date, milliseconds or ISO 8601 text, not "
                        + shown(value)
                        + "."));
  }

  private static String shown(Value value) {
    String text = value.isPresent() ? value.toText() : "nothing";
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
