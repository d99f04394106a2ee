package dev.sluice.server.command;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.core.document.FlowDocument;
import dev.sluice.core.document.FlowDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What files hold, deployed to an engine as far as it can be.
 *
 * @param versions the versions in the order of the files, develop versions included
 * @param problems all that is wrong, in the same order
 */
record LoadedFlows(List<LoadedVersion> versions, List<LocatedProblem> problems) {
  LoadedFlows {
    versions = List.copyOf(versions);
    problems = List.copyOf(problems);
  }

  /** A flow or version that waits to be deployed, and how that is done. */
  private record Entry(String file, FlowVersion version, boolean isDefault, Runnable deployment) {}

  /** Reads files and deploys all that is in them. */
  static LoadedFlows load(List<Path> files, Engine engine) {
    FlowDocuments documents = new FlowDocuments();
    List<Entry> entries = new ArrayList<>();
    Map<String, List<Problem>> unreadable = new HashMap<>();
    for (Path file : files) {
      FlowDocument document = documents.read(file);
      unreadable.put(file.toString(), document.problems());
      enter(document, file.toString(), engine, entries);
    }
    boolean[] deployed = deploy(entries);

    List<LoadedVersion> versions = new ArrayList<>();
    List<LocatedProblem> problems = new ArrayList<>();
    for (Path path : files) {
      String file = path.toString();
      unreadable.getOrDefault(file, List.of()).stream()
          .map(problem -> new LocatedProblem(null, null, problem))
          .forEach(problems::add);
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        if (entry.file.equals(file)) {
          FlowVersion version = entry.version;
          versions.add(new LoadedVersion(version, entry.isDefault, deployed[i]));
          // Only now are all custom nodes known, so only now is it certain what is missing.
          for (Problem problem : engine.validate(version)) {
            problems.add(
                new LocatedProblem(version.flowId(), version.version(), problem.inFile(file)));
          }
        }
      }
    }
    return new LoadedFlows(versions, problems);
  }

  private static void enter(
      FlowDocument document, String file, Engine engine, List<Entry> entries) {
    Map<String, String> defaults = new HashMap<>();
    for (Flow flow : document.flows()) {
      if (flow.defaultVersionId() != null) {
        defaults.put(flow.id(), flow.defaultVersionId());
      }
      entries.add(new Entry(file, flow.develop(), false, () -> engine.deploy(flow)));
    }
    for (FlowVersion version : document.versions()) {
      boolean isDefault =
          version.id() != null
              && version.flowId() != null
              && version.id().equals(defaults.get(version.flowId()));
      entries.add(new Entry(file, version, isDefault, () -> engine.deploy(version)));
    }
  }

  /** Deploys custom nodes first, and the others when those are known. */
  private static boolean[] deploy(List<Entry> entries) {
    boolean[] deployed = new boolean[entries.size()];
    for (boolean customNodes : new boolean[] {true, false}) {
      for (int i = 0; i < deployed.length; i++) {
        Entry entry = entries.get(i);
        if ((entry.version.flowClass() == FlowClass.CUSTOM_NODE) == customNodes) {
          deployed[i] = deploy(entry);
        }
      }
    }
    return deployed;
  }

  private static boolean deploy(Entry entry) {
    try {
      entry.deployment.run();
      return true;
    } catch (InvalidFlowException e) {
      // Validating the version tells the same, and by then more.
      return false;
    }
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(LocatedProblem::isError);
  }

  long errorCount() {
    return problems.stream().filter(LocatedProblem::isError).count();
  }

  long warningCount() {
    return problems.size() - errorCount();
  }
}
