package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.schedule.Lane;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow in service: its versions by name. Immutable; a deployment puts another in its place.
 *
 * @param enabled whether the flow's triggers fire at all
 * @param defaultVersionId the id of the version that runs unless a firing names one
 * @param versions the versions by name, the one deployed last at the end
 * @param lane where its runs wait for their turns; the same as long as the flow is in service
 */
record DeployedFlow(
    boolean enabled,
    @Nullable String defaultVersionId,
    Map<String, CompiledFlow> versions,
    Lane lane) {
  static final String DEVELOP = "develop";

  private static final String DEFAULT = "default";

  DeployedFlow {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  static DeployedFlow empty() {
    return new DeployedFlow(true, null, Map.of(), new Lane());
  }

  DeployedFlow with(CompiledFlow version) {
    Map<String, CompiledFlow> more = new LinkedHashMap<>(versions);
    more.remove(version.version());
    more.put(version.version(), version);
    return new DeployedFlow(enabled, defaultVersionId, more, lane);
  }

  DeployedFlow with(boolean nowEnabled, @Nullable String nowDefault) {
    return new DeployedFlow(nowEnabled, nowDefault, versions, lane);
  }

  /** The version of a name; without one, or for {@code default}, the default version. */
  Optional<CompiledFlow> version(@Nullable String name) {
    return name == null || name.equals(DEFAULT)
        ? defaultVersion()
        : Optional.ofNullable(versions.get(name));
  }

  /**
   * The version set as default if it is in service, else develop, else the only one there is. On
   * edge it is the version deployed last; develop is only run where no other is in service.
   */
  private Optional<CompiledFlow> defaultVersion() {
    for (CompiledFlow version : versions.values()) {
      if (defaultVersionId != null && defaultVersionId.equals(version.versionId())) {
        return Optional.of(version);
      }
    }
    CompiledFlow develop = versions.get(DEVELOP);
    CompiledFlow published = lastPublished();
    if (published != null && published.flowClass() == FlowClass.EDGE) {
      return Optional.of(published);
    }
    if (develop != null) {
      return Optional.of(develop);
    }
    return versions.size() == 1 ? versions.values().stream().findFirst() : Optional.empty();
  }

  private @Nullable CompiledFlow lastPublished() {
    CompiledFlow last = null;
    for (CompiledFlow version : versions.values()) {
      if (!version.version().equals(DEVELOP)) {
        last = version;
      }
    }
    return last;
  }
}
