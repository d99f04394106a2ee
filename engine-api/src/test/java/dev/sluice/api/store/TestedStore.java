package dev.sluice.api.store;

/** A store of which something is demanded. */
interface TestedStore {
  /** The store; another one before each test. */
  Store store();
}
