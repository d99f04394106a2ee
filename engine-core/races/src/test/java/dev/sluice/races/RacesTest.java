package dev.sluice.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Runs what two threads do to a structure at the same time, many times over, and fails if an
 * outcome is seen that is not allowed. The property {@code sluice.races} says for how many seconds,
 * and then each race is run interpreted, by both compilers, and with their choices shuffled;
 * without it a moment has to do.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RacesTest {
  private static final int SECONDS = Integer.getInteger("sluice.races", 0);
  private static final int WAYS_TO_COMPILE = 4;
  private static final Path REPORT = Path.of("target", "races").toAbsolutePath();
  private static final Pattern RESULTS =
      Pattern.compile(
          "Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard");

  @Test
  void noForbiddenOutcomeIsSeen() throws IOException, InterruptedException {
    assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1, "Races need two processors, here is one");
    int races = TestList.tests().size();
    assertTrue(races > 20, "There are few races: " + races);

    Files.createDirectories(REPORT);
    Path output = REPORT.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(races))
            .directory(REPORT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.waitFor();

    String said = Files.readString(output);
    assertEquals(0, exit, said);
    int planned = SECONDS == 0 ? races : races * WAYS_TO_COMPILE;
    String summary = planned + " planned, " + planned + " passed, 0 failed, 0, 0 in error";
    assertEquals(summary, summary(said), said);
    if (SECONDS > 0) {
      System.out.println(said.substring(said.indexOf("RUN RESULTS")));
      System.out.println(summary);
    }
  }

  private static List<String> command(int races) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of("-r", REPORT.toString(), "-af", "NONE", "-sc", "false"));
    command.addAll(List.of("-f", "1", "-fsm", "1", "-iters", "1"));
    if (SECONDS == 0) {
      command.addAll(List.of("-time", "20", "-strideSize", "64", "-strideCount", "4"));
      command.addAll(List.of("-jvmArgs", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
    } else {
      int milliseconds = Math.max(1, SECONDS * 1_000 / (races * WAYS_TO_COMPILE));
      command.addAll(List.of("-time", Integer.toString(milliseconds), "-v"));
    }
    return command;
  }

  /** What the last line of progress says. */
  private static String summary(String said) {
    return RESULTS
        .matcher(said)
        .results()
        .reduce((before, last) -> last)
        .map(RacesTest::summary)
        .orElse("nothing");
  }

  private static String summary(MatchResult results) {
    return "%s planned, %s passed, %s failed, %s, %s in error"
        .formatted(
            results.group(1),
            results.group(2),
            results.group(3),
            results.group(4),
            results.group(5));
  }
}
