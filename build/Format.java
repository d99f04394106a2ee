import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the format of every Java source below a folder, or writes it: {@code check|write DIR}. */
final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    List<Path> sources;
    try (var paths = Files.walk(Path.of(args[1]))) {
      sources = paths.filter(Format::isSource).toList();
    }
    List<Path> wrong =
        sources.parallelStream().filter(source -> !formatted(source, write)).toList();
    wrong.forEach(
        source -> System.err.println((write ? "formatted " : "badly formatted: ") + source));
    if (!write && !wrong.isEmpty()) {
      System.err.println("Run: mvn validate -N -Dformat=write");
      System.exit(1);
    }
  }

  private static boolean isSource(Path path) {
    String name = path.toString();
    return name.endsWith(".java") && !name.contains("/target/") && !name.contains("/.");
  }

  private static boolean formatted(Path source, boolean write) {
    try {
      String before = Files.readString(source);
      String after =
          FORMATTER.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(before, JavaFormatterOptions.Style.GOOGLE)));
      if (write && !after.equals(before)) {
        Files.writeString(source, after);
      }
      return after.equals(before);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(source + ": " + e.getMessage(), e);
    }
  }
}
