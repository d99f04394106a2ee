package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a bundle.
 *
 * @param flows the flows as they are kept, in the bundle's order
 * @param versions the versions as they are kept, in the bundle's order
 * @param flowIds the new ids of flows by those that they had in the bundle
 * @param versionIds the new ids of versions by those that they had in the bundle
 */
public record ImportResult(
    List<StoredFlow> flows,
    List<StoredVersion> versions,
    Map<String, String> flowIds,
    Map<String, String> versionIds) {
  /** Copies the lists and maps, so that they never change. */
  public ImportResult {
    flows = List.copyOf(flows);
    versions = List.copyOf(versions);
    flowIds = Collections.unmodifiableMap(new LinkedHashMap<>(flowIds));
    versionIds = Collections.unmodifiableMap(new LinkedHashMap<>(versionIds));
  }

  /**
   * The answer of the API.
   *
   * @return {@code flows}, {@code flowVersions}, {@code importedFlowIdMap} and {@code
   *     importedVersionIdMap}
   */
  public ObjectValue toJson() {
    return ObjectValue.builder()
        .put("flows", ArrayValue.of(flows.stream().map(StoredFlow::toJson).toList()))
        .put("flowVersions", ArrayValue.of(versions.stream().map(StoredVersion::toJson).toList()))
        .put("importedFlowIdMap", texts(flowIds))
        .put("importedVersionIdMap", texts(versionIds))
        .build();
  }

  private static ObjectValue texts(Map<String, String> map) {
    ObjectValue.Builder json = ObjectValue.builder();
    map.forEach((key, text) -> json.put(key, Value.of(text)));
    return json.build();
  }
}
