package dev.sluice.server.command;

import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunResult.StorageWrite;
import dev.sluice.api.run.RunState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints a run's heading and what became of it. */
final class Summary {
  private static final int MOST_LINES = 50;
  private static final int TEXT = 4_000;

  private final PrintWriter out;
  private final Style style;
  private final FlowNames names;
  private final ValuePrinter entries = new ValuePrinter(20, 200, 1);

  Summary(PrintWriter out, Style style, FlowNames names) {
    this.out = out;
    this.style = style;
    this.names = names;
  }

  void heading(RunTrace trace) {
    out.println(
        style.heading("Run " + trace.run().id())
            + " of "
            + Printable.line(names.of(trace.run().flowId()))
            + " ("
            + Printable.line(trace.version())
            + "), fired by "
            + Printable.line(trace.triggerType()));
  }

  void print(RunTrace trace, RunResult result) {
    out.println();
    out.println(outcome(result));
    result.error().ifPresent(error -> print(error, result));
    print(result.storageWrites(), result);
    out.println(style.heading("Payload"));
    out.println("  " + ValuePrinter.full().print(result.payload(), "  "));
    if (trace.omitted() > 0) {
      out.println(style.faint(trace.omitted() + " events of the run were not shown"));
    }
    out.println();
    out.flush();
  }

  private String outcome(RunResult result) {
    String state = state(result.state());
    String capital = state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
    return (result.succeeded() ? style.good(capital) : style.bad(capital))
        + String.format(
            Locale.ROOT,
            " in %.1f ms: %s completed, %d failed, %s executed",
            result.duration().toNanos() / 1e6,
            counted(result.pathsCompleted(), "path"),
            result.pathsFailed(),
            counted(result.nodesExecuted(), "node"));
  }

  static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** A state as people write it. */
  static String state(RunState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void print(RunError error, RunResult result) {
    out.println(
        style.bad(Printable.line(error.name(), TEXT))
            + ": "
            + Printable.lines(Printable.shortened(error.message(), TEXT), "  "));
    for (int i = 0; i < error.node().size(); i++) {
      out.println(
          (i == 0 ? "  at node " : "  called by node ") + place(error.node().get(i), result));
    }
    error.trace().stream()
        .limit(MOST_LINES)
        .forEach(line -> out.println("    " + Printable.line(line.strip(), TEXT)));
  }

  private String place(Place place, RunResult result) {
    String text =
        Printable.line(place.nodeId())
            + " \""
            + Printable.line(place.label())
            + "\" ("
            + Printable.line(place.nodeType())
            + ")";
    return place.flowId().equals(result.flowId())
        ? text
        : text + " of " + Printable.line(names.of(place.flowId()) + " (" + place.version() + ")");
  }

  private void print(List<StorageWrite> writes, RunResult result) {
    if (writes.isEmpty()) {
      return;
    }
    out.println(style.heading("Storage written"));
    for (StorageWrite write : writes.subList(0, Math.min(MOST_LINES, writes.size()))) {
      String owner = write.flowId().equals(result.flowId()) ? "" : names.of(write.flowId()) + ": ";
      out.println("  " + Printable.line(owner + write.key(), TEXT) + value(write.value()));
    }
    if (writes.size() > MOST_LINES) {
      out.println(style.faint("  … " + (writes.size() - MOST_LINES) + " more"));
    }
  }

  private String value(Value value) {
    return value instanceof UndefinedValue ? " removed" : " = " + entries.printOnOneLine(value);
  }
}
