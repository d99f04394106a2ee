package dev.sluice.core.engine;

import dev.sluice.core.graph.ServedVersion;
import dev.sluice.core.manage.ServedFlow;
import dev.sluice.core.manage.VersionFacts;
import dev.sluice.core.schedule.Lane;
import dev.sluice.core.trigger.FlowListing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A flow in service: its versions by name. Immutable; a deployment puts another in its place. */
final class DeployedFlow {
  static final String DEVELOP = "develop";

  private static final String DEFAULT = "default";

  private final boolean enabled;

  /** The id of the version that runs unless a firing names one. */
  private final @Nullable String defaultVersionId;

  /** The name of the version that was put in service last, other than develop. */
  private final @Nullable String lastPublished;

  private final Map<String, ServedVersion> versions;

  /** Where its runs wait for their turns; the same as long as the flow is in service. */
  private final Lane lane;

  private final Optional<ServedVersion> defaultVersion;

  private DeployedFlow(
      boolean enabled,
      @Nullable String defaultVersionId,
      @Nullable String lastPublished,
      Map<String, ServedVersion> versions,
      Lane lane) {
    this.enabled = enabled;
    this.defaultVersionId = defaultVersionId;
    this.lastPublished = lastPublished;
    this.versions = Map.copyOf(versions);
    this.lane = lane;
    this.defaultVersion = findDefault();
  }

  static DeployedFlow empty() {
    return new DeployedFlow(true, null, null, Map.of(), new Lane());
  }

  /** Whether the flow's triggers fire at all. */
  boolean enabled() {
    return enabled;
  }

  /** The versions by name. */
  Map<String, ServedVersion> versions() {
    return versions;
  }

  Lane lane() {
    return lane;
  }

  DeployedFlow with(ServedVersion version) {
    Map<String, ServedVersion> more = new HashMap<>(versions);
    more.put(version.version(), version);
    String published = version.version().equals(DEVELOP) ? lastPublished : version.version();
    return new DeployedFlow(enabled, defaultVersionId, published, more, lane);
  }

  /** The flow as the store has it. Versions that are as before stay, with their graphs. */
  DeployedFlow as(ServedFlow flow, DeferredGraphs graphs) {
    Map<String, ServedVersion> served = new HashMap<>();
    for (VersionFacts facts : flow.versions()) {
      ServedVersion known = versions.get(facts.version());
      boolean same = known instanceof DeferredVersion deferred && deferred.facts().equals(facts);
      served.put(facts.version(), same ? known : new DeferredVersion(facts, graphs));
    }
    return new DeployedFlow(
        flow.enabled(), flow.defaultVersionId(), flow.lastPublished(), served, lane);
  }

  DeployedFlow with(boolean nowEnabled, @Nullable String nowDefault) {
    return new DeployedFlow(nowEnabled, nowDefault, lastPublished, versions, lane);
  }

  /** The version of a name; without one, or for {@code default}, the default version. */
  Optional<ServedVersion> version(@Nullable String name) {
    return name == null || name.equals(DEFAULT)
        ? defaultVersion
        : Optional.ofNullable(versions.get(name));
  }

  /** As {@link #version}, but never develop: by default the version that was published last. */
  Optional<ServedVersion> published(String name) {
    Optional<ServedVersion> named =
        version(name).filter(version -> !version.version().equals(DEVELOP));
    return named.isEmpty() && name.equals(DEFAULT)
        ? Optional.ofNullable(lastPublished).map(versions::get)
        : named;
  }

  /**
   * The version set as default if it is in service, else develop, else the only one there is. On a
   * device it is the version deployed last; develop is only run where no other is in service.
   */
  private Optional<ServedVersion> findDefault() {
    for (ServedVersion version : versions.values()) {
      if (defaultVersionId != null && defaultVersionId.equals(version.versionId())) {
        return Optional.of(version);
      }
    }
    ServedVersion develop = versions.get(DEVELOP);
    Optional<ServedVersion> published = lastOnDevice();
    if (published.isPresent()) {
      return published;
    }
    if (develop != null) {
      return Optional.of(develop);
    }
    return versions.size() == 1 ? versions.values().stream().findFirst() : Optional.empty();
  }

  /** The triggers that facts fire: those of the versions that are enabled and may run by facts. */
  FlowListing listing() {
    if (!enabled) {
      return FlowListing.none();
    }
    return FlowListing.of(
        defaultForFacts().filter(ServedVersion::enabled),
        versions.values().stream()
            .filter(version -> version.enabled() && runsByFacts(version))
            .toList());
  }

  /** A device runs published versions only: the default one, else the one it was given last. */
  private Optional<ServedVersion> defaultForFacts() {
    if (defaultVersion.isPresent() && runsByFacts(defaultVersion.get())) {
      return defaultVersion;
    }
    return lastOnDevice();
  }

  private Optional<ServedVersion> lastOnDevice() {
    return Optional.ofNullable(lastPublished)
        .map(versions::get)
        .filter(version -> version.flowClass().runsOnDevice());
  }

  private static boolean runsByFacts(ServedVersion version) {
    return !version.flowClass().runsOnDevice() || !version.version().equals(DEVELOP);
  }

  /** The flow's name, from the default version or else any that carries it; empty if none does. */
  String name() {
    return Stream.concat(defaultVersion.stream(), versions.values().stream())
        .map(ServedVersion::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}
