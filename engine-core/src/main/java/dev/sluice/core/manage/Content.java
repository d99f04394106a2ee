package dev.sluice.core.manage;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flows and versions as documents of the flow format, made of a head and the rest, the body. */
final class Content {
  /** What heads keep, or answers are given, and bodies do not. */
  private static final Set<String> NOT_IN_BODY =
      Set.of(
          "id",
          "flowId",
          "flowVersionId",
          "applicationId",
          "creationDate",
          "lastUpdated",
          "createdById",
          "createdByType",
          "lastUpdatedById",
          "lastUpdatedByType",
          "name",
          "flowClass",
          "enabled",
          "defaultVersionId",
          "version",
          "versions",
          "stats",
          "customNodeUseCount",
          "deletedInDevelop",
          "customNodes",
          "customNodeVersions");

  /** What a custom node's flow says for all its versions. */
  private static final List<String> OF_FLOW =
      List.of(
          "description",
          "shortDescription",
          "iconData",
          "docsUrl",
          "category",
          "customNodeSupports");

  private Content() {}

  /** The part of a document that is its body. */
  static ObjectValue body(ObjectValue document) {
    ObjectValue.Builder body = ObjectValue.builder();
    document.forEach(
        (name, value) -> {
          if (!NOT_IN_BODY.contains(name)) {
            body.put(name, value);
          }
        });
    return body.build();
  }

  /**
   * A flow.
   *
   * @throws dev.sluice.api.flow.InvalidFlowException if the body does not fit the flow format
   */
  static Flow flow(FlowHead head, ObjectValue body) {
    ObjectValue.Builder document =
        ObjectValue.builder()
            .put("id", head.id())
            .put("name", head.name())
            .put("flowClass", head.flowClass().key())
            .put("enabled", head.enabled());
    if (head.defaultVersionId() != null) {
      document.put("defaultVersionId", head.defaultVersionId());
    }
    return Flow.fromJson(document.putAll(body).build());
  }

  /**
   * A version.
   *
   * @param id its id, null for develop
   * @throws dev.sluice.api.flow.InvalidFlowException if the body does not fit the flow format
   */
  static FlowVersion version(
      @Nullable String id, FlowHead flow, String version, boolean enabled, ObjectValue body) {
    return version(id, flow.id(), flow.name(), flow.flowClass(), version, enabled, body);
  }

  static FlowVersion version(VersionFacts facts, ObjectValue body) {
    return version(
        facts.versionId(),
        facts.flowId(),
        facts.name(),
        facts.flowClass(),
        facts.version(),
        facts.enabled(),
        body);
  }

  private static FlowVersion version(
      @Nullable String id,
      String flowId,
      String name,
      FlowClass flowClass,
      String version,
      boolean enabled,
      ObjectValue body) {
    ObjectValue.Builder document = ObjectValue.builder();
    if (id != null) {
      document.put("id", id);
    }
    document
        .put("flowId", flowId)
        .put("version", version)
        .put("name", name)
        .put("flowClass", flowClass.key())
        .put("enabled", enabled);
    return FlowVersion.fromJson(document.putAll(body).build());
  }

  /** The body of a custom node's version, with what its flow says for all versions. */
  static ObjectValue withFlow(ObjectValue body, ObjectValue flowBody) {
    ObjectValue.Builder more = body.toBuilder();
    for (String name : OF_FLOW) {
      if (flowBody.has(name)) {
        more.put(name, flowBody.get(name));
      }
    }
    return more.build();
  }
}
