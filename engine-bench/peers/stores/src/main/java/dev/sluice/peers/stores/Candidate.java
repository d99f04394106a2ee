package dev.sluice.peers.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open store in a folder. What changes it returns when the disk was told to keep the change. For
 * one thread at a time.
 */
interface Candidate extends AutoCloseable {
  /** Reads counters, which begin at 0, and writes each with one more, all in one commit. */
  void increment(List<String> keys) throws Exception;

  /** What a counter is at. */
  long count(String key) throws Exception;

  /** Writes documents, all in one commit. */
  void put(List<Document> documents) throws Exception;

  /** The heads of all documents. */
  List<String> heads() throws Exception;

  /** The body of a document, or null if there is none. */
  @Nullable String body(String id) throws Exception;

  /**
   * Reads the files and fails if they are damaged.
   *
   * @return false if the library has nothing that does so
   */
  boolean check() throws Exception;

  @Override
  void close() throws Exception;
}
