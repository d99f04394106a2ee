package dev.sluice.nodes.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that documents name as holding a rule exist. */
class NamedTestsTest {
  private static final Path ROOT = Path.of(System.getProperty("sluice.root", ".."));
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyNamedTestExists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path document : files(ROOT.resolve("docs"), ".md")) {
      Matcher matcher = NAMED.matcher(Files.readString(document));
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }
    assertTrue(named.size() > 10, "The documents name few tests: " + named);
    Set<String> known =
        Stream.of("engine-api", "engine-core", "engine-nodes", "engine-server", "engine-bench")
            .map(module -> ROOT.resolve(module).resolve("src/test/java"))
            .filter(Files::isDirectory)
            .flatMap(sources -> files(sources, ".java").stream())
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  private static List<Path> files(Path folder, String extension) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(extension)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
