package dev.sluice.peers.stores;

import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The maps that H2 is built on, without SQL. */
final class MvStoreCandidate implements Candidate {
  private final MVStore store;
  private final MVMap<String, Long> counters;
  private final MVMap<String, String> heads;
  private final MVMap<String, String> bodies;

  private MvStoreCandidate(MVStore store) {
    this.store = store;
    counters = store.openMap("counter");
    heads = store.openMap("document");
    bodies = store.openMap("document_body");
  }

  static MvStoreCandidate open(Path folder) {
    return new MvStoreCandidate(
        new MVStore.Builder()
            .fileName(folder.resolve("store.mv").toString())
            .autoCommitDisabled()
            .open());
  }

  private void commit() {
    store.commit();
    store.sync();
  }

  @Override
  public void increment(List<String> keys) {
    for (String key : keys) {
      counters.put(key, count(key) + 1);
    }
    commit();
  }

  @Override
  public long count(String key) {
    return counters.getOrDefault(key, 0L);
  }

  @Override
  public void put(List<Document> documents) {
    for (Document document : documents) {
      heads.put(document.id(), document.head());
      bodies.put(document.id(), document.body());
    }
    commit();
  }

  @Override
  public List<String> heads() {
    return List.copyOf(heads.values());
  }

  @Override
  public @Nullable String body(String id) {
    return bodies.get(id);
  }

  @Override
  public boolean check() {
    return false;
  }

  @Override
  public void close() {
    store.close();
  }
}
