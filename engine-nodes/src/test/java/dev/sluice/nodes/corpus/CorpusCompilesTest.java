package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every real flow compiles; what is warned of is known. */
class CorpusCompilesTest {
  private static final int FILES = 94;

  @Test
  void everyFlowCompiles() throws IOException {
    List<Corpus.Entry> entries = new ArrayList<>(Corpus.read());
    assertEquals(FILES, entries.size(), "A file of the corpus was skipped, or added");
    // Custom nodes first, so that their callers find them.
    entries.sort(
        Comparator.comparing(entry -> entry.version().flowClass() != FlowClass.CUSTOM_NODE));
    List<String> refused = new ArrayList<>();
    Map<String, Integer> warnings = new TreeMap<>();
    try (Engine engine = Engine.builder().build()) {
      for (Corpus.Entry entry : entries) {
        try {
          for (Problem problem : engine.deploy(entry.version())) {
            assertEquals(Severity.WARNING, problem.severity());
            warnings.merge(problem.message(), 1, Integer::sum);
          }
        } catch (InvalidFlowException e) {
          refused.add(entry.name() + "\n" + e.getMessage());
        }
      }
    }
    System.out.println(
        "Corpus: " + (entries.size() - refused.size()) + " of " + entries.size() + " compile");
    warnings.forEach((message, count) -> System.out.println("  " + count + " × " + message));
    assertEquals(List.of(), refused);
  }

  @Test
  void everyFlowIsWrittenAsItWasRead() throws IOException {
    for (Corpus.Entry entry : Corpus.read()) {
      assertEquals(
          entry.document(),
          entry.isVersion()
              ? FlowVersion.fromJson(entry.document()).toJson()
              : Flow.fromJson(entry.document()).toJson(),
          entry.name());
    }
  }
}
