package dev.sluice.api.manage;

import dev.sluice.api.palette.Palette;
import dev.sluice.api.payload.ObjectValue;

/** The operations on all flows. Safe for many threads. */
public interface FlowsOperations {
  /**
   * Lists flows.
   *
   * @param query which
   * @return one page of them
   * @throws ManagementException if the query is malformed
   */
  FlowPage get(FlowsQuery query);

  /**
   * Lists flows in their versions of one name.
   *
   * @param query which
   * @return one page of the versions
   * @throws ManagementException if the query is malformed
   */
  FlowVersionPage getByVersion(FlowsByVersionQuery query);

  /**
   * Creates a flow and puts it in service.
   *
   * @param flow the new flow; its {@code name} is required
   * @param includeCustomNodes whether the result brings along the custom nodes that it calls
   * @return the flow with what the engine gave it: id, dates, keys of triggers
   * @throws ManagementException if it is malformed or has errors: it names them all
   */
  StoredFlow post(ObjectValue flow, boolean includeCustomNodes);

  /**
   * Creates a flow and puts it in service.
   *
   * @param flow the new flow; its {@code name} is required
   * @return the flow with what the engine gave it: id, dates, keys of triggers
   * @throws ManagementException if it is malformed or has errors: it names them all
   */
  default StoredFlow post(ObjectValue flow) {
    return post(flow, false);
  }

  /**
   * Creates all flows and versions of a bundle, or none, and puts them in service: the operation
   * {@code flows.import}. Each gets a new id, and what refers to one of them by its old id refers
   * to the new one afterwards.
   *
   * @param bundle {@code flows} and {@code flowVersions}, each with the ids it had
   * @return what became of them
   * @throws ManagementException if it is malformed or has errors: it names them all
   */
  ImportResult importBundle(ObjectValue bundle);

  /**
   * What flows can be built of.
   *
   * @return the types of triggers and nodes, and the custom nodes in service
   */
  Palette palette();
}
