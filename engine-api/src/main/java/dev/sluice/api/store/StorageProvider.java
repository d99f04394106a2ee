package dev.sluice.api.store;

/** Gives each flow its storage. Safe for many threads. */
@FunctionalInterface
public interface StorageProvider {
  /**
   * The storage of a flow.
   *
   * @param flowId the flow's id
   * @return its storage, the same entries on every call
   */
  Storage storage(String flowId);
}
