package dev.sluice.api.store;

/**
 * The documents are no longer at the revision that a change was made from: another engine on the
 * same store was faster. Nothing of the change took effect; whoever made it looks again.
 */
public final class StoreConflictException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * A conflict.
   *
   * @param expected the revision that the change was made from
   * @param found the revision that the documents are at
   */
  public StoreConflictException(long expected, long found) {
    super("The documents are at revision " + found + ", not at " + expected + " any longer", null);
  }
}
