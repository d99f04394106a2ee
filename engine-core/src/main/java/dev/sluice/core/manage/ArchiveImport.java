package dev.sluice.core.manage;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.document.FlowDocument;
import dev.sluice.core.document.FlowDocuments;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes in the flows of an application archive, as a bundle. */
final class ArchiveImport {
  private ArchiveImport() {}

  static ImportResult run(Means means, Path path) {
    FlowDocument document = new FlowDocuments().read(path);
    if (!document.problems().isEmpty()) {
      throw Refusals.invalid(
          document.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new BundleImport(means).run(bundle(document));
  }

  static ObjectValue bundle(FlowDocument document) {
    Map<String, ObjectValue> flows = new LinkedHashMap<>();
    document.flows().forEach(flow -> flows.put(flow.id(), flow(flow)));
    ArrayValue.Builder versions = ArrayValue.builder();
    for (FlowVersion version : document.versions()) {
      String flowId = String.valueOf(version.flowId());
      if (!version.version().equals(FlowVersion.DEVELOP)) {
        versions.add(version.toJson());
      } else if (flows.putIfAbsent(flowId, develop(flowId, version)) != null) {
        throw Refusals.invalid("There is more than one develop version of the flow " + flowId);
      }
    }
    for (FlowVersion version : document.versions()) {
      flows.computeIfAbsent(String.valueOf(version.flowId()), id -> flowOf(id, version));
    }
    return ObjectValue.builder()
        .put("flows", ArrayValue.of(flows.values().stream().toList()))
        .put("flowVersions", versions.build())
        .build();
  }

  private static ObjectValue flow(Flow flow) {
    String name = flow.name().isEmpty() ? flow.id() : flow.name();
    return flow.toJson().toBuilder()
        .put("name", name)
        .put("flowClass", flow.flowClass().key())
        .build();
  }

  /** The flow of a develop version that came as a version like all others. */
  private static ObjectValue develop(String flowId, FlowVersion version) {
    ObjectValue.Builder json = version.toJson().toBuilder().putAll(flowOf(flowId, version));
    return json.remove("flowId").remove("version").build();
  }

  /** The flow of a version that came without it: of its develop version nothing is known. */
  private static ObjectValue flowOf(String id, FlowVersion version) {
    return ObjectValue.builder()
        .put("id", id)
        .put("name", Optional.ofNullable(version.name()).orElse(id))
        .put("flowClass", Optional.ofNullable(version.flowClass()).orElse(FlowClass.CLOUD).key())
        .build();
  }
}
