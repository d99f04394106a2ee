package dev.sluice.core.document;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a document is, and reads the flows and versions in it. */
final class Contents {
  private static final int SHOWN = 200;

  private final String file;
  private final Folder folder;
  private final List<Flow> flows = new ArrayList<>();
  private final List<FlowVersion> versions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Contents(String file, Folder folder) {
    this.file = file;
    this.folder = folder;
  }

  FlowDocument read(Value document) {
    if (document instanceof ObjectValue object && isBundle(object)) {
      readAll(object, "flows");
      readAll(object, "flowVersions");
      readAll(object, "customNodes");
      readAll(object, "customNodeVersions");
    } else if (document instanceof ObjectValue object && isFlow(object)) {
      readOne(object);
      // An export of a custom node brings those that it calls along.
      readAll(object, "customNodes");
      readAll(object, "customNodeVersions");
    } else {
      problems.add(
          new Problem(
              Severity.ERROR,
              file,
              null,
              null,
              null,
              "The document is no flow.",
              kind(document),
              "a flow, a flow version, or a bundle of them"));
    }
    return new FlowDocument(flows, versions, problems);
  }

  private static boolean isBundle(ObjectValue object) {
    return object.get("flows") instanceof ArrayValue
        || object.get("flowVersions") instanceof ArrayValue;
  }

  private static boolean isFlow(ObjectValue object) {
    return object.has("nodes") || object.has("triggers");
  }

  private static String kind(Value document) {
    return switch (document) {
      case ObjectValue object -> shorten("an object with the properties " + object.keys());
      case ArrayValue array -> "an array of " + array.size();
      default -> shorten(document.toJson());
    };
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private void readAll(ObjectValue object, String name) {
    if (object.get(name) instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof ObjectValue found) {
          readOne(found);
        } else {
          problems.add(
              new Problem(
                  Severity.ERROR,
                  file,
                  null,
                  null,
                  name + "[" + i + "]",
                  "The entry is no flow.",
                  kind(array.get(i)),
                  "an object"));
        }
      }
    }
  }

  private void readOne(ObjectValue object) {
    try {
      if (object.get("flowId").isPresent() && object.get("version").isPresent()) {
        FlowVersion version = FlowVersion.fromJson(object);
        versions.add(
            version.of(
                Optional.ofNullable(version.flowId()).orElse(""),
                version.name(),
                flowClass(version)));
      } else {
        Flow flow = Flow.fromJson(withId(object));
        FlowVersion develop = flow.develop();
        flows.add(
            new Flow(
                flow.id(),
                flow.enabled(),
                flow.defaultVersionId(),
                develop.of(flow.id(), develop.name(), flowClass(develop))));
      }
    } catch (InvalidFlowException e) {
      e.problems().forEach(problem -> problems.add(problem.inFile(file)));
    }
  }

  /** A flow that was never stored has no id: its file's name is as good, for one flow of it. */
  private ObjectValue withId(ObjectValue object) {
    if (object.get("id").isPresent()) {
      return object;
    }
    String name = String.valueOf(Path.of(file).getFileName());
    int dot = name.lastIndexOf('.');
    String id = dot > 0 ? name.substring(0, dot) : name;
    return flows.stream().anyMatch(flow -> flow.id().equals(id))
        ? object
        : object.toBuilder().put("id", id).build();
  }

  private FlowClass flowClass(FlowVersion version) {
    return Optional.ofNullable(version.flowClass())
        .or(folder::flowClass)
        .or(() -> parentClass(version))
        .or(() -> triggerClass(version))
        .orElse(FlowClass.CLOUD);
  }

  private Optional<FlowClass> parentClass(FlowVersion version) {
    return flows.stream()
        .filter(flow -> flow.id().equals(version.flowId()))
        .map(Flow::flowClass)
        .findFirst();
  }

  private static Optional<FlowClass> triggerClass(FlowVersion version) {
    List<String> types = version.triggers().stream().map(Trigger::type).toList();
    if (types.contains("customNodeStart")) {
      return Optional.of(FlowClass.CUSTOM_NODE);
    }
    return types.contains("endpoint") ? Optional.of(FlowClass.EXPERIENCE) : Optional.empty();
  }
}
