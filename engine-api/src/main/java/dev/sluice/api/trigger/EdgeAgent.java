package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What edge and embedded flows see of the agent that runs them. Immutable.
 *
 * @param device the device that the agent runs on
 * @param version the agent's version
 * @param environment its environment variables
 * @param connected whether it is connected to the platform
 * @param deploymentId the id of the deployment that brought the flows of an embedded agent, or null
 */
public record EdgeAgent(
    Device device,
    String version,
    Map<String, String> environment,
    boolean connected,
    @Nullable String deploymentId) {
  /** Copies the map, so that it never changes. */
  public EdgeAgent {
    environment = Map.copyOf(environment);
  }

  /**
   * A connected agent without environment variables.
   *
   * @param device the device that it runs on
   * @param version its version
   * @return an agent
   */
  public static EdgeAgent of(Device device, String version) {
    return new EdgeAgent(device, version, Map.of(), true, null);
  }

  /**
   * The same agent without a connection.
   *
   * @return an agent
   */
  public EdgeAgent disconnected() {
    return new EdgeAgent(device, version, environment, false, deploymentId);
  }

  /**
   * The same agent with other environment variables.
   *
   * @param variables values by name
   * @return an agent
   */
  public EdgeAgent withEnvironment(Map<String, String> variables) {
    return new EdgeAgent(device, version, variables, connected, deploymentId);
  }

  /**
   * What it adds to the payloads of edge flows.
   *
   * @return entries of the payload
   */
  public ObjectValue edgeEntries() {
    Fields variables = new Fields();
    new TreeMap<>(environment).forEach((name, value) -> variables.put(name, value));
    return new Fields()
        .put("agentEnvironment", variables.build())
        .put("agentVersion", version)
        .put("device", device.toJson())
        .put("deviceId", device.id())
        .put("deviceName", device.name())
        .put("deviceTags", device.tagsJson())
        .put("isConnectedToLosant", Value.of(connected))
        .build();
  }

  /**
   * What it adds to the payloads of embedded flows.
   *
   * @return entries of the payload
   */
  public ObjectValue embeddedEntries() {
    return new Fields()
        .put("deploymentId", deploymentId)
        .put("deviceId", device.id())
        .put("isConnectedToLosant", Value.of(connected))
        .build();
  }
}
