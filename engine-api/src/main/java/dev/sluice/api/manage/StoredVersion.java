package dev.sluice.api.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a flow as it is kept. Immutable.
 *
 * @param version the version; it has no id if it is the develop version
 * @param origin who made it, and when
 * @param stats how often it ran; null where versions are listed
 * @param customNodes the custom nodes that it calls; null unless they were asked for
 */
public record StoredVersion(
    FlowVersion version,
    Origin origin,
    @Nullable RunTotals stats,
    @Nullable CalledCustomNodes customNodes) {
  /**
   * The version's id.
   *
   * @return 24 hexadecimal digits, or null for the develop version
   */
  public @Nullable String id() {
    return version.id();
  }

  /**
   * The answer of the API.
   *
   * @return the version
   */
  public ObjectValue toJson() {
    ObjectValue.Builder json = ObjectValue.builder();
    if (version.id() != null) {
      json.put("id", version.id()).put("flowVersionId", version.id());
    }
    origin.write(json);
    FlowClass flowClass = Optional.ofNullable(version.flowClass()).orElse(FlowClass.CLOUD);
    json.putAll(version.toJson())
        .put("version", version.version())
        .put("flowClass", flowClass.key())
        .put("enabled", version.enabled());
    if (flowClass == FlowClass.EXPERIENCE) {
      json.put("versions", ArrayValue.of(Value.of(version.version())));
    } else {
      json.remove("name");
    }
    StoredFlow.addLists(json);
    if (stats != null) {
      json.put("stats", stats.toJson());
    }
    if (customNodes != null) {
      customNodes.write(json);
    }
    return json.build();
  }
}
