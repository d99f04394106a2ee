package dev.sluice.peers.stores;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A JVM that has one of the libraries, and tells numbers by name, one a line. */
final class Child {
  private static final long HALF_A_SECOND = 500_000_000;

  /** What the system says of a process that was killed. */
  private static final int KILLED = 128 + 9;

  private static final FileOutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** Starts a JVM whose main class is given the library's name, the folder and the arguments. */
  static Child start(Library library, Class<?> main, Path folder, Object... arguments)
      throws IOException {
    return start(List.of(), library, main, folder, arguments);
  }

  /**
   * Starts a JVM.
   *
   * @param watcher the command that starts it
   */
  static Child start(
      List<String> watcher, Library library, Class<?> main, Path folder, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(watcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // All of the heap is there from the beginning, so that other memory can be told from it.
    command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", Jars.classPath(library), main.getName()));
    command.addAll(List.of(library.name(), folder.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Tells a number in one piece, from where it outlives the process that tells it. */
  static void tell(String name, double number) throws IOException {
    OUTPUT.write((name + " " + number + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private BufferedReader output() {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Waits for its end.
   *
   * @return what it told last of each name
   * @throws IOException if it failed
   */
  Map<String, Double> result() throws IOException, InterruptedException {
    Map<String, Double> told = new LinkedHashMap<>();
    try (BufferedReader output = output()) {
      output.lines().forEach(line -> note(line, told));
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("The process failed with status " + status);
    }
    return told;
  }

  /**
   * Kills it at any moment of the half second after it has told something.
   *
   * @return what it told last of each name
   * @throws IOException if it ended before
   */
  Map<String, Double> kill(Random random) throws IOException, InterruptedException {
    Map<String, Double> told = new LinkedHashMap<>();
    try (BufferedReader output = output()) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("The process did not begin");
      }
      long end = System.nanoTime() + (long) (random.nextDouble() * HALF_A_SECOND);
      while (line != null && System.nanoTime() < end) {
        note(line, told);
        line = output.readLine();
      }
      // The process itself would close its output, too, and what it has told would be lost.
      process.toHandle().destroyForcibly();
      while (line != null) {
        note(line, told);
        line = output.readLine();
      }
    }
    int status = process.waitFor();
    if (status != KILLED) {
      throw new IOException("The process ended by itself, with status " + status);
    }
    return told;
  }

  private static void note(String line, Map<String, Double> told) {
    String[] words = line.split(" ");
    told.put(words[0], Double.parseDouble(words[1]));
  }
}
