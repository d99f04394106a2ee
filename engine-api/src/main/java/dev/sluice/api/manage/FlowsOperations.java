package dev.sluice.api.manage;

import dev.sluice.api.palette.Palette;
import dev.sluice.api.payload.ObjectValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

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
   * @param version the name of the versions
   * @param query which; an advanced query looks at these versions, so that {@code allVersions} says
   *     nothing here
   * @return one page of the versions
   * @throws ManagementException if the query is malformed
   */
  FlowVersionPage getByVersion(String version, FlowsQuery query);

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
   * Creates all flows and versions of an application archive, or none, as {@link #importBundle}
   * does. A version whose flow is not in the archive gets one with an empty develop version.
   *
   * @param archive a zip file, a folder, or a single file
   * @return what became of them
   * @throws ManagementException if it cannot be read, or has errors: it names them all
   */
  ImportResult importArchive(Path archive);

  /**
   * Gives out flows with all their versions, and the custom nodes that they call.
   *
   * @param flowIds the ids of the flows
   * @return a bundle as {@link #importBundle} takes it
   * @throws ManagementException if there is no such flow
   */
  ObjectValue exportBundle(Collection<String> flowIds);

  /**
   * Gives out flows as {@link #exportBundle} does, as an application archive: YAML files, in which
   * placeholders stand where ids would.
   *
   * @param flowIds the ids of the flows
   * @param target a zip file if its name ends so, else a folder; it must not be there
   * @throws IOException if it is there, or cannot be written
   * @throws ManagementException if there is no such flow
   */
  void exportArchive(Collection<String> flowIds, Path target) throws IOException;

  /**
   * What flows can be built of.
   *
   * @return the types of triggers and nodes, and the custom nodes in service
   */
  Palette palette();
}
