package dev.sluice.core.graph;

/**
 * Names a custom node as its callers do.
 *
 * @param flowId the id of its flow
 * @param version the name of a version, {@code develop}, or {@code default}
 */
public record CustomNodeKey(String flowId, String version) {
  @Override
  public String toString() {
    return flowId + "@" + version;
  }
}
