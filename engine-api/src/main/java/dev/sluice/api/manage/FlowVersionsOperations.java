package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/**
 * The operations on the versions of a flow. Safe for many threads. Each throws {@link
 * ManagementException} of the type not found if there is no such flow.
 */
public interface FlowVersionsOperations {
  /**
   * Lists versions. The develop version is none of them.
   *
   * @param query which
   * @return one page of them
   * @throws ManagementException also if the query is malformed
   */
  FlowVersionPage get(FlowVersionsQuery query);

  /**
   * Creates a version and puts it in service. A version without {@code triggers} and {@code nodes}
   * is empty.
   *
   * @param version the new version; its name in {@code version} is required, and cannot be {@code
   *     develop} or {@code default}
   * @param allowReplacement whether it may take the place of a version of the same name, whose id
   *     it then keeps; not of a custom node's
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the version with what the engine gave it
   * @throws ManagementException also if it is malformed, has errors, or its name is taken
   */
  StoredVersion post(ObjectValue version, boolean allowReplacement, boolean includeCustomNodes);

  /**
   * Creates a version under a new name and puts it in service, as {@link #post(ObjectValue,
   * boolean, boolean)} does.
   *
   * @param version the new version
   * @return the version with what the engine gave it
   * @throws ManagementException also if it is malformed, has errors, or its name is taken
   */
  default StoredVersion post(ObjectValue version) {
    return post(version, false, false);
  }

  /**
   * Deletes versions, in one change of the store. The default version, and versions of custom nodes
   * that are called, are left.
   *
   * @param options the advanced {@code query} that they match; {@code email} and {@code
   *     callbackUrl} tell of the end of a job, and have no effect here: the answer is there when
   *     all is done
   * @return how many were deleted, and how many could not be
   * @throws ManagementException also if the options are malformed
   */
  BulkDeletion delete(ObjectValue options);
}
