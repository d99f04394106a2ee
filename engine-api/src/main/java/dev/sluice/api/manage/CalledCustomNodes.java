package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;

/**
 * The custom nodes that flows call, be it through others: their flows, and of these the versions
 * that are called.
 *
 * @param flows the flows, by name
 * @param versions the versions, by flow and name; develop versions are those of the flows
 */
public record CalledCustomNodes(List<StoredFlow> flows, List<StoredVersion> versions) {
  /** Copies the lists, so that they never change. */
  public CalledCustomNodes {
    flows = List.copyOf(flows);
    versions = List.copyOf(versions);
  }

  void write(ObjectValue.Builder json) {
    json.put("customNodes", ArrayValue.of(flows.stream().map(StoredFlow::toJson).toList()))
        .put(
            "customNodeVersions",
            ArrayValue.of(versions.stream().map(StoredVersion::toJson).toList()));
  }
}
