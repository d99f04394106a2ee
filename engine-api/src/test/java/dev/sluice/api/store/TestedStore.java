package dev.sluice.api.store;

/** A store of which something is demanded. */
interface TestedStore {
  /** The store; another one before each test. */
  Store store();

  /**
   * How often something is done while others look: as often as takes a moment.
   *
   * @return the number of times
   */
  default int rounds() {
    return 300;
  }
}
