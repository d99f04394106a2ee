package dev.sluice.api.manage;

import dev.sluice.api.engine.Engine;
import java.util.List;

/**
 * The management of an engine's flows: the operations of the platform's workflow engine API, with
 * its names, parameters and defaults, on the {@link dev.sluice.api.store.Store} of the engine. What
 * is in the store and enabled is in service: a change is checked, kept and put in service as one
 * step, and runs on their way finish on what they started with. Safe for many threads.
 *
 * <p>Each operation throws {@link ManagementException} where the API answers with an error, and
 * {@link dev.sluice.api.store.StoreException} if the store fails; nothing has changed then.
 *
 * @see Engine#manage()
 */
public interface Management {
  /**
   * The same management on behalf of someone, whom what is created and changed will name.
   *
   * @param author who
   * @return the management
   */
  Management by(Author author);

  /**
   * All flows.
   *
   * @return the operations on them
   */
  FlowsOperations flows();

  /**
   * One flow.
   *
   * @param flowId its id; whether there is such a flow is found out by each operation
   * @return the operations on it
   */
  FlowOperations flow(String flowId);

  /**
   * The versions of a flow.
   *
   * @param flowId the flow's id; whether there is such a flow is found out by each operation
   * @return the operations on them
   */
  FlowVersionsOperations flowVersions(String flowId);

  /**
   * One version of a flow.
   *
   * @param flowId the flow's id
   * @param idOrName the version's id or name, {@code develop}, or {@code default} for the version
   *     that runs where none is named; whether there is one is found out by each operation
   * @return the operations on it
   */
  FlowVersionOperations flowVersion(String flowId, String idOrName);

  /**
   * The versions that were found not to compile: a store may hold what another edition of the
   * engine, or of a node, accepted. Firing one of them is rejected; all others are in service.
   * Versions are compiled when they are first used, and those that never were are not among these.
   *
   * @return what is wrong with each, ordered by flow and version
   */
  List<BrokenVersion> brokenVersions();
}
