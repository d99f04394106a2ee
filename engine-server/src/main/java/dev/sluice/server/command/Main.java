package dev.sluice.server.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
    name = "sluice",
    description = "Runs and checks Losant workflows.",
    version = "sluice 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "1:a run ended in an error, was cancelled, timed out or was not accepted",
      "2:a file cannot be read, or a flow has errors",
      "64:bad usage"
    })
public final class Main implements Callable<Integer> {
  /** What a program may set to have no colors, whatever it sets it to. */
  private static final String NO_COLOR = "NO_COLOR";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version and exit")
  private boolean version;

  private Main() {}

  /**
   * Runs a command and ends the process.
   *
   * @param arguments the command, its options and files
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    boolean colored = System.console() != null && wantsColors(System.getenv());
    int status = execute(new Terminal(out, err, Clock.systemUTC(), colored), arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  static boolean wantsColors(Map<String, String> environment) {
    return environment.getOrDefault(NO_COLOR, "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Runs a command and gives the exit status. */
  static int execute(Terminal terminal, String... arguments) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new RunCommand(terminal))
            .addSubcommand(new ValidateCommand(terminal));
    // A payload may begin with the sign that would have arguments read from a file.
    line.setExpandAtFiles(false)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(
            (e, given) -> badUsage(terminal, e.getCommandLine(), String.valueOf(e.getMessage())))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof BadUsageException usage) {
                return badUsage(terminal, command, usage.reason());
              }
              throw e;
            });
    return line.execute(arguments);
  }

  private static int badUsage(Terminal terminal, CommandLine command, String reason) {
    terminal.err().println("sluice: " + Printable.line(reason));
    terminal
        .err()
        .println(
            "Try \""
                + command.getCommandSpec().qualifiedName()
                + " --help\" to see what there is.");
    terminal.err().flush();
    return ExitStatus.BAD_USAGE.code();
  }

  @Override
  public Integer call() {
    throw new BadUsageException("There is no command; there is run, validate");
  }
}
