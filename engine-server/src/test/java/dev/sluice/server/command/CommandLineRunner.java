package dev.sluice.server.command;

import dev.sluice.api.payload.Value;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs the command line inside the test. */
final class CommandLineRunner {
  /** The time that flows see. */
  static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

  private CommandLineRunner() {}

  /** What a command did. */
  record Outcome(int status, String out, String err) {
    /** The document on the output, which is nothing but that. */
    Value json() {
      return Value.parseJson(out);
    }
  }

  static Outcome run(Object... arguments) {
    return run(false, arguments);
  }

  static Outcome runColored(Object... arguments) {
    return run(true, arguments);
  }

  private static Outcome run(boolean colored, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    Terminal terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), Clock.fixed(NOW, ZoneOffset.UTC), colored);
    int status = Main.execute(terminal, texts);
    return new Outcome(status, out.toString(), err.toString());
  }
}
