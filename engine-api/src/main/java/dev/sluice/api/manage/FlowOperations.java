package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/**
 * The operations on one flow. Safe for many threads. Each throws {@link ManagementException} of the
 * type not found if there is no such flow.
 */
public interface FlowOperations {
  /**
   * Reads the flow.
   *
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the flow, with how often it ran in the last 24 hours
   */
  StoredFlow get(boolean includeCustomNodes);

  /**
   * Reads the flow.
   *
   * @return the flow, with how often it ran in the last 24 hours
   */
  default StoredFlow get() {
    return get(false);
  }

  /**
   * Changes the flow, and its develop version. Properties that the patch does not have stay as they
   * are; {@code triggers}, {@code nodes} and {@code globals} are replaced as a whole. Null takes
   * {@code defaultVersionId} and {@code iconData} away, and empty text {@code category}.
   *
   * @param patch new values
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the flow as it is now
   * @throws ManagementException also if the patch is malformed or the flow would have errors: it
   *     names them all
   */
  StoredFlow patch(ObjectValue patch, boolean includeCustomNodes);

  /**
   * Changes the flow, as {@link #patch(ObjectValue, boolean)} does.
   *
   * @param patch new values
   * @return the flow as it is now
   * @throws ManagementException also if the patch is malformed or the flow would have errors
   */
  default StoredFlow patch(ObjectValue patch) {
    return patch(patch, false);
  }

  /**
   * Deletes the flow with all its versions, its storage entries, its scheduled runs, and what is
   * known of its runs. Runs on their way finish.
   *
   * @return success
   * @throws ManagementException also if it is a custom node that other flows call
   */
  Success delete();

  /**
   * Lists errors that ended runs.
   *
   * @param query which
   * @return the errors
   */
  FlowErrors errors(ErrorsQuery query);

  /**
   * Counts runs.
   *
   * @param query which
   * @return the counts
   */
  FlowStats stats(StatsQuery query);

  /**
   * Lists what runs did by the minute, the latest first.
   *
   * @param query which
   * @return the entries
   */
  FlowLog getLogEntries(LogQuery query);

  /**
   * Reads all storage entries.
   *
   * @return the values by key
   */
  ObjectValue getStorageEntries();

  /**
   * Writes a storage entry.
   *
   * @param entry its {@code key}, 1 to 255 characters, and its {@code value}; without a value the
   *     entry is removed
   * @return success
   * @throws ManagementException also if the entry is malformed or too large
   */
  Success setStorageEntry(ObjectValue entry);

  /**
   * Removes all storage entries.
   *
   * @return the values by key: none
   */
  ObjectValue clearStorageEntries();

  /**
   * Tells how much is in the storage.
   *
   * @return the number of entries and bytes
   */
  StorageMetadata getStorageEntriesMetadata();

  /**
   * Presses a virtual button.
   *
   * @param press the button's {@code key}, and what it brings: {@code payload}, {@code meta},
   *     {@code flowVersion}, {@code deviceId}
   * @return success, once the run was accepted
   * @throws ManagementException also if there is no such version or button, the flow is disabled,
   *     or the run is not accepted
   */
  Success pressVirtualButton(ObjectValue press);
}
