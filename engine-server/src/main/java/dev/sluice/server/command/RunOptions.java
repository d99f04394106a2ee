package dev.sluice.server.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user says to the run command. Written by the parser, then only read. */
final class RunOptions {
  @Parameters(
      paramLabel = "FILE",
      description = "a flow, a version, a custom node or a bundle, as JSON or YAML; or an archive")
  private Path file = Path.of("");

  @Option(
      names = "--trigger",
      paramLabel = "TYPE_OR_KEY",
      description = "which trigger fires; by default a virtual button, else the first trigger")
  private @Nullable String trigger;

  @Option(
      names = "--flow",
      paramLabel = "ID_OR_NAME",
      description = "which flow of the file; by default the first that is no custom node")
  private @Nullable String flow;

  @Option(
      names = "--version",
      paramLabel = "NAME",
      description = "which version of the flow; by default its default version, else develop")
  private @Nullable String version;

  @Option(
      names = "--payload",
      paramLabel = "JSON|@FILE",
      description = "what becomes data on the payload; by default what the trigger brings itself")
  private @Nullable String payload;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "fire so many times, one after the other; storage lasts across them")
  private @Nullable Integer times;

  @Option(names = "--follow", description = "show the runs that an error of the run fires as well")
  private boolean follow;

  @Option(names = "--json", description = "print one JSON document instead of text")
  private boolean json;

  @Option(names = "--no-color", description = "print without colors, as if NO_COLOR were set")
  private boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  private boolean help;

  Path file() {
    return file;
  }

  Target.Wish wish() {
    return new Target.Wish(trigger, flow, version);
  }

  @Nullable String payload() {
    return payload;
  }

  /** How often to fire. */
  int times() {
    if (times == null) {
      return 1;
    }
    if (times < 1) {
      throw new BadUsageException("--times must be 1 or more, not " + times);
    }
    return times;
  }

  boolean follow() {
    return follow;
  }

  /** Whether there may be several runs to report, even if there is one. */
  boolean several() {
    return follow || times != null;
  }

  boolean json() {
    return json;
  }

  boolean color() {
    return !noColor;
  }
}
