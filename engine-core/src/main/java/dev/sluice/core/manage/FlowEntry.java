package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A flow with its versions, as far as their heads tell. Immutable.
 *
 * @param head the flow
 * @param versions its versions by name, without develop
 */
record FlowEntry(FlowHead head, Map<String, VersionHead> versions) {
  /** The name that stands for the version that runs where none is named. */
  static final String DEFAULT = "default";

  FlowEntry {
    versions = versions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  FlowEntry with(FlowHead newHead) {
    return new FlowEntry(newHead, versions);
  }

  FlowEntry with(VersionHead version) {
    Map<String, VersionHead> more = new TreeMap<>(versions);
    more.put(version.version(), version);
    return new FlowEntry(head, more);
  }

  FlowEntry without(VersionHead version) {
    Map<String, VersionHead> fewer = new TreeMap<>(versions);
    fewer.remove(version.version());
    return new FlowEntry(head, fewer);
  }

  /** The version that runs where none is named; nothing if that is develop. */
  Optional<VersionHead> defaultVersion() {
    String id = head.defaultVersionId();
    return id == null
        ? Optional.empty()
        : versions.values().stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /** The version of an id or a name. */
  Optional<VersionHead> version(String idOrName) {
    @Nullable VersionHead named = versions.get(idOrName);
    return named != null
        ? Optional.of(named)
        : versions.values().stream().filter(version -> version.id().equals(idOrName)).findFirst();
  }

  /** What is known of the version that callers name so; nothing if there is none. */
  Optional<Outline> called(String version) {
    return switch (version) {
      case FlowVersion.DEVELOP -> Optional.of(head.outline());
      case DEFAULT ->
          Optional.of(defaultVersion().map(VersionHead::outline).orElseGet(head::outline));
      default -> Optional.ofNullable(versions.get(version)).map(VersionHead::outline);
    };
  }

  /** The flow as it is to be in service. */
  ServedFlow served() {
    List<VersionFacts> served = new ArrayList<>();
    served.add(facts(FlowVersion.DEVELOP, null, true, head.outline()));
    for (VersionHead version : versions.values()) {
      served.add(facts(version.version(), version.id(), version.enabled(), version.outline()));
    }
    String lastPublished =
        versions.values().stream()
            .max(Comparator.comparing(version -> version.created().time()))
            .map(VersionHead::version)
            .orElse(null);
    return new ServedFlow(
        head.id(), head.enabled(), head.defaultVersionId(), lastPublished, served);
  }

  private VersionFacts facts(
      String version, @Nullable String versionId, boolean enabled, Outline outline) {
    boolean ofFlow = head.flowClass() == FlowClass.CUSTOM_NODE && versionId != null;
    // How a custom node is shown, and where it may be used, its flow says for all versions.
    String content = ofFlow ? outline.content() + head.outline().content() : outline.content();
    return new VersionFacts(
        head.id(),
        head.name(),
        version,
        versionId,
        head.flowClass(),
        enabled,
        outline.triggers(),
        content);
  }
}
