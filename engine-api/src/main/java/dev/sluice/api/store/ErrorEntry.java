package dev.sluice.api.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error that ended a run.
 *
 * @param time when
 * @param flowId the flow's id
 * @param version the name of the version that ran
 * @param versionId the version's id, or null for develop
 * @param deviceId the device that it ran on, or null for one that ran in the cloud
 * @param deviceName the device's name, or null
 * @param nodeId the id of the node that failed, or null if it was none
 * @param nodeLabel the node's label, or null
 * @param name the error's name
 * @param message what went wrong
 */
public record ErrorEntry(
    Instant time,
    String flowId,
    String version,
    @Nullable String versionId,
    @Nullable String deviceId,
    @Nullable String deviceName,
    @Nullable String nodeId,
    @Nullable String nodeLabel,
    String name,
    String message) {}
