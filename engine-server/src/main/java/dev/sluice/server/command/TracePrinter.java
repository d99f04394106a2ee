package dev.sluice.server.command;

import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.RunError.Place;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints a run as it happens: a line for each node, indented by how many bodies and custom nodes it
 * is inside of, with the branch it takes, and below it what it says.
 */
final class TracePrinter implements Consumer<TraceEvent> {
  private static final int LABEL = 80;
  private static final int MESSAGE = 2_000;
  private static final int TIME_WIDTH = 14;

  private final RunTrace trace;
  private final PrintWriter out;
  private final Style style;
  private final ValuePrinter values = ValuePrinter.brief();

  /** The node whose line has not been ended yet, since its branch may follow. */
  private TraceEvent.@Nullable Entered open;

  private int printed;

  TracePrinter(RunTrace trace, PrintWriter out, Style style) {
    this.trace = trace;
    this.out = out;
    this.style = style;
  }

  @Override
  public synchronized void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Entered entered -> {
        endLine();
        out.print(prefix(entered) + name(entered.visit().place()));
        open = entered;
      }
      case TraceEvent.Left left -> {
        if (left.isBranch()) {
          branch(left);
        }
      }
      case TraceEvent.Message message -> {
        endLine();
        message(message);
      }
    }
    printed++;
    if (printed == RunTrace.MOST_EVENTS) {
      endLine();
      out.println(style.faint(" ".repeat(TIME_WIDTH) + "… what follows is not shown"));
    }
    out.flush();
  }

  private void branch(TraceEvent.Left left) {
    String branch =
        style.notable("→ " + Printable.line(left.name(), LABEL) + " (" + left.output() + ")");
    TraceEvent.Entered before = open;
    if (before != null
        && before.visit().place().equals(left.visit().place())
        && before.visit().depth() == left.visit().depth()) {
      out.print("  " + branch);
    } else {
      endLine();
      out.print(prefix(left) + name(left.visit().place()) + "  " + branch);
    }
    open = null;
    out.println();
  }

  private void message(TraceEvent.Message message) {
    String indent = " ".repeat(TIME_WIDTH) + "  ".repeat(message.visit().depth() + 1);
    String text = Printable.shortened(message.text(), MESSAGE);
    String level = level(message.level());
    out.println(indent + level + "  " + Printable.lines(text, indent + "  "));
    if (isWorthShowing(message)) {
      out.println(indent + "  " + values.print(message.shown(), indent + "  "));
    }
  }

  /** A script that logs a text has it both as the message and as the value. */
  private static boolean isWorthShowing(TraceEvent.Message message) {
    Value shown = message.shown();
    return !(shown instanceof UndefinedValue) && !Value.of(message.text()).equals(shown);
  }

  private String level(DebugLevel level) {
    String name = level.name().toLowerCase(Locale.ROOT);
    return switch (level) {
      case VERBOSE -> style.faint(name);
      case INFO -> style.notable(name);
      case WARN -> style.doubtful(name);
      case ERROR -> style.bad(name);
    };
  }

  private String prefix(TraceEvent event) {
    return style.faint(milliseconds(trace.offset(event)))
        + "  "
        + "  ".repeat(event.visit().depth());
  }

  private static String milliseconds(Duration offset) {
    return String.format(Locale.ROOT, "%9.1f ms", offset.toNanos() / 1e6);
  }

  private String name(Place place) {
    return style.heading(labelOrId(place)) + "  " + style.faint(Printable.line(place.nodeType()));
  }

  /** A node without a label of its own goes by its id. */
  static String labelOrId(Place place) {
    boolean labelled = !place.label().isBlank() && !place.label().equals(place.nodeType());
    return Printable.line(labelled ? place.label() : place.nodeId(), LABEL);
  }

  private void endLine() {
    if (open != null) {
      open = null;
      out.println();
    }
  }

  /** Ends the last line. */
  synchronized void finish() {
    endLine();
    out.flush();
  }
}
