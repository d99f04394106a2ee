package dev.sluice.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Flows and versions, as documents. Safe for many threads, and for several engines on one store:
 * each change names the revision it was made from.
 */
public interface Documents {
  /**
   * All heads at one moment.
   *
   * @return the heads, in no order, and the revision they are of
   * @throws StoreException if the store fails
   */
  Snapshot snapshot();

  /**
   * Reads bodies.
   *
   * @param ids the ids of documents
   * @return their bodies by id; those that do not exist are missing
   * @throws StoreException if the store fails
   */
  Map<String, String> bodies(Collection<String> ids);

  /**
   * Makes a change: all of it, or nothing. Where the store is durable, so is the change when this
   * returns.
   *
   * @param change the change
   * @return the revision that the documents are at now
   * @throws StoreConflictException if they are not at the revision that the change was made from
   * @throws StoreException if the store fails
   */
  long commit(Change change);

  /**
   * The heads of all documents at one moment.
   *
   * @param revision rises with each change; 0 for a store that is new
   * @param heads the heads
   */
  record Snapshot(long revision, List<Document.Head> heads) {
    /** Copies the list, so that it never changes. */
    public Snapshot {
      heads = List.copyOf(heads);
    }
  }

  /**
   * A change of documents.
   *
   * @param revision the revision that it was made from
   * @param put documents that are new, or take the place of those of the same id
   * @param heads new heads of documents that keep their bodies
   * @param removed the ids of documents that are removed; those that do not exist are passed over
   */
  record Change(
      long revision, List<Document> put, List<Document.Head> heads, List<String> removed) {
    /** Copies the lists, so that they never change. */
    public Change {
      put = List.copyOf(put);
      heads = List.copyOf(heads);
      removed = List.copyOf(removed);
    }
  }
}
