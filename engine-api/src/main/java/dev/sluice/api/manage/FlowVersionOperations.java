package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/**
 * The operations on one version of a flow. Safe for many threads. Each throws {@link
 * ManagementException} of the type not found if there is no such flow or version.
 */
public interface FlowVersionOperations {
  /**
   * Reads the version.
   *
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the version, with how often it ran in the last 24 hours
   */
  StoredVersion get(boolean includeCustomNodes);

  /**
   * Reads the version.
   *
   * @return the version, with how often it ran in the last 24 hours
   */
  default StoredVersion get() {
    return get(false);
  }

  /**
   * Changes the version's {@code notes} or whether it is {@code enabled}; nothing else of a version
   * can be changed.
   *
   * @param patch new values
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the version as it is now
   * @throws ManagementException also if the patch is malformed, or this is the develop version,
   *     which is changed through its flow
   */
  StoredVersion patch(ObjectValue patch, boolean includeCustomNodes);

  /**
   * Changes the version, as {@link #patch(ObjectValue, boolean)} does.
   *
   * @param patch new values
   * @return the version as it is now
   * @throws ManagementException also if the patch is malformed, or this is the develop version
   */
  default StoredVersion patch(ObjectValue patch) {
    return patch(patch, false);
  }

  /**
   * Deletes the version.
   *
   * @return success
   * @throws ManagementException also if it is the develop version, the default version, or the
   *     version of a custom node that other flows call
   */
  Success delete();

  /**
   * Lists errors that ended runs of the version.
   *
   * @param query which; its version is passed over
   * @return the errors
   */
  FlowErrors errors(ErrorsQuery query);

  /**
   * Counts runs of the version.
   *
   * @param query which; its version is passed over
   * @return the counts
   */
  FlowStats stats(StatsQuery query);

  /**
   * Lists what runs of the version did by the minute, the latest first.
   *
   * @param query which
   * @return the entries
   */
  FlowLog getLogEntries(LogQuery query);
}
