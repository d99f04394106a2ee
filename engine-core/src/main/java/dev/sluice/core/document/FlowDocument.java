package dev.sluice.core.document;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * The flows and versions of a file or an archive, in its order. Immutable.
 *
 * @param flows the flows, each with its develop version
 * @param versions the versions that stand alone
 * @param problems what could not be read; what could be read is there all the same
 */
public record FlowDocument(List<Flow> flows, List<FlowVersion> versions, List<Problem> problems) {
  /** Copies the lists, so that they never change. */
  public FlowDocument {
    flows = List.copyOf(flows);
    versions = List.copyOf(versions);
    problems = List.copyOf(problems);
  }

  static FlowDocument unreadable(String file, IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing ->
          unreadable(file, "There is no such file.", "a file or folder");
      case CharacterCodingException binary -> unreadable(file, "The file is not text.", "UTF-8");
      default -> unreadable(file, "The file cannot be read: " + cause, "a readable file");
    };
  }

  static FlowDocument unreadable(String file, String message, String expected) {
    Problem problem = new Problem(Severity.ERROR, file, null, null, null, message, null, expected);
    return new FlowDocument(List.of(), List.of(), List.of(problem));
  }
}
