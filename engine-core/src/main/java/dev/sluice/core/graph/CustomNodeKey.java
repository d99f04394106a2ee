package dev.sluice.core.graph;

/**
 * Names a custom node as its callers do.
 *
 * @param flowId the id of its flow
 * @param version the name of a version, {@code develop}, or {@code default}
 * @param publishedOnly whether develop will not do, not even as the default version
 */
public record CustomNodeKey(String flowId, String version, boolean publishedOnly) {
  @Override
  public String toString() {
    return flowId + "@" + version;
  }
}
