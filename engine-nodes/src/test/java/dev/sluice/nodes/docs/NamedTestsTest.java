package dev.sluice.nodes.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Stream.of(
                "engine-api",
                "engine-core",
                "engine-nodes",
                "engine-server",
                "engine-bench",
                "engine-core/races")
            .map(module -> ROOT.resolve(module).resolve("src/test/java"))
            .filter(Files::isDirectory)
            .flatMap(sources -> files(sources, ".java").stream())
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  /** A rule that no test holds is a wish. */
  @Test
  void everyRuleOfTheSemanticsNamesItsTest() throws IOException {
    List<String> rules = rules(Files.readAllLines(ROOT.resolve("docs/semantics.md")));
    assertTrue(rules.size() > 60, "There are few rules: " + rules.size());
    assertEquals(List.of(), rules.stream().filter(rule -> !NAMED.matcher(rule).find()).toList());
  }

  /**
   * Paragraphs and items of lists, but for what comes before the first topic or leads to a list.
   */
  private static List<String> rules(List<String> lines) {
    List<String> rules = new ArrayList<>();
    StringBuilder rule = new StringBuilder();
    boolean begun = false;
    for (String line : lines) {
      boolean heading = line.startsWith("#");
      if (heading || line.isBlank() || line.startsWith("- ")) {
        if (begun && !rule.isEmpty() && rule.charAt(rule.length() - 1) != ':') {
          rules.add(rule.toString());
        }
        rule.setLength(0);
      }
      begun |= line.startsWith("## ");
      if (!heading && !line.isBlank() && !line.startsWith("|")) {
        rule.append(rule.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    if (!rule.isEmpty()) {
      rules.add(rule.toString());
    }
    return rules;
  }

  private static List<Path> files(Path folder, String extension) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(extension)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
