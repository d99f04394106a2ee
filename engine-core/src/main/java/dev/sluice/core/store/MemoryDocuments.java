package dev.sluice.core.store;

import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.StoreConflictException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in memory. */
public final class MemoryDocuments implements Documents {
  private final Life life;

  private final Map<String, Document> documents = new HashMap<>();
  private long revision;

  /** Documents of their own. */
  public MemoryDocuments() {
    this(new Life());
  }

  /** Documents of a store, until it is closed. */
  MemoryDocuments(Life life) {
    this.life = life;
  }

  @Override
  public synchronized Snapshot snapshot() {
    life.check();
    List<Document.Head> heads = documents.values().stream().map(Document::head).toList();
    return new Snapshot(revision, heads);
  }

  @Override
  public synchronized Map<String, String> bodies(Collection<String> ids) {
    life.check();
    Map<String, String> bodies = new HashMap<>();
    for (String id : ids) {
      @Nullable Document document = documents.get(id);
      if (document != null) {
        bodies.put(id, document.body());
      }
    }
    return bodies;
  }

  @Override
  public synchronized long commit(Change change) {
    life.check();
    if (change.revision() != revision) {
      throw new StoreConflictException(change.revision(), revision);
    }
    change.removed().forEach(documents::remove);
    change.put().forEach(document -> documents.put(document.head().id(), document));
    for (Document.Head head : change.heads()) {
      documents.computeIfPresent(head.id(), (id, document) -> new Document(head, document.body()));
    }
    return ++revision;
  }
}
