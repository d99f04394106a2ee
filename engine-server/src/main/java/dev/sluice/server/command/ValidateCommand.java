package dev.sluice.server.command;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports all that is wrong with flows. */
@Command(
    name = "validate",
    description = "Reports every problem of every FILE; the files may call one another's nodes.",
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:there are no errors; there may be warnings",
      "2:a file cannot be read, or a flow has errors",
      "64:bad usage"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "flows, versions, custom nodes and bundles, as JSON or YAML; or archives")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "print one JSON document instead of text")
  private boolean json;

  @Option(names = "--no-color", description = "print without colors, as if NO_COLOR were set")
  private boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  private boolean help;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Path> distinct = files.stream().distinct().toList();
    Engine engine = Engine.builder().clock(terminal.clock()).build();
    try {
      LoadedFlows loaded = LoadedFlows.load(distinct, engine);
      if (json) {
        terminal.out().println(document(distinct, loaded).toJson());
      } else {
        print(distinct, loaded);
      }
      terminal.out().flush();
      return (loaded.hasErrors() ? ExitStatus.INVALID_FLOW : ExitStatus.SUCCESS).code();
    } finally {
      engine.close(Duration.ZERO);
    }
  }

  private void print(List<Path> distinct, LoadedFlows loaded) {
    Style style = terminal.style(!noColor);
    loaded.problems().forEach(problem -> terminal.out().println(problem.line(style)));
    String counts =
        Summary.counted(loaded.errorCount(), "error")
            + " and "
            + Summary.counted(loaded.warningCount(), "warning")
            + " in "
            + Summary.counted(loaded.versions().size(), "flow")
            + " of "
            + Summary.counted(distinct.size(), "file");
    terminal.out().println(loaded.hasErrors() ? style.bad(counts) : style.good(counts));
  }

  private static ObjectValue document(List<Path> distinct, LoadedFlows loaded) {
    return ObjectValue.builder()
        .put("valid", !loaded.hasErrors())
        .put(
            "files",
            ArrayValue.of(distinct.stream().map(file -> Value.of(file.toString())).toList()))
        .put("flows", loaded.versions().size())
        .put("errors", loaded.errorCount())
        .put("warnings", loaded.warningCount())
        .put("problems", JsonReport.problems(loaded.problems()))
        .build();
  }
}
