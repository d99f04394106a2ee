package dev.sluice.core.store.sql;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM that runs a class of the tests, and tells in lines what it has done. */
public final class ChildJvm {
  private static final long HALF_A_SECOND = 500_000_000;

  /** What the system says of a process that was killed. */
  private static final int KILLED = 128 + 9;

  private static final FileOutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);

  private ChildJvm() {}

  /** Starts a JVM. */
  public static Process start(Class<?> main, Object... arguments) throws IOException {
    return start("", entry -> true, main, arguments);
  }

  /**
   * Starts a JVM.
   *
   * @param before shell commands that go before it, each with its semicolon
   * @param kept what of the class path it has
   */
  static Process start(String before, Predicate<String> kept, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add(before + " exec \"$@\"");
    command.add("sh");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.add(
        Arrays.stream(path.split(File.pathSeparator))
            .filter(kept)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * Hears what a process tells, and kills it at any moment of the half second after its first line.
   *
   * @param told is given each whole line
   */
  public static void kill(Process process, Random random, Consumer<String> told)
      throws IOException, InterruptedException {
    try (BufferedReader output = output(process)) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("The process did not begin");
      }
      long end = System.nanoTime() + random.nextLong(HALF_A_SECOND);
      while (line != null && System.nanoTime() < end) {
        told.accept(line);
        line = output.readLine();
      }
      // The process itself would close its output, too, and what it has told would be lost.
      process.toHandle().destroyForcibly();
      while (line != null) {
        told.accept(line);
        line = output.readLine();
      }
    }
    int status = process.waitFor();
    if (status != KILLED) {
      throw new IllegalStateException("The process ended by itself, with status " + status);
    }
  }

  static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Tells a line in one piece, from where it outlives the process that tells it. */
  public static void tell(String line) {
    try {
      OUTPUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
