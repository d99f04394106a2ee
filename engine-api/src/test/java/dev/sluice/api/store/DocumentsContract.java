package dev.sluice.api.store;

import static dev.sluice.api.store.ManyThreads.THREADS;
import static dev.sluice.api.store.ManyThreads.together;
import static dev.sluice.api.store.Samples.TEXTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.store.Documents.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does with flows and versions. */
interface DocumentsContract extends TestedStore {
  private static Document document(String id, @Nullable String flowId, String head, String body) {
    return new Document(new Document.Head(id, flowId, head), body);
  }

  private static Document document(String id, String text) {
    return document(id, null, "{\"head\":\"" + text + "\"}", "{\"body\":\"" + text + "\"}");
  }

  private long put(long revision, Document... documents) {
    return store()
        .documents()
        .commit(new Change(revision, List.of(documents), List.of(), List.of()));
  }

  private void assertDocuments(long revision, Document... documents) {
    Snapshot snapshot = store().documents().snapshot();
    assertEquals(revision, snapshot.revision());
    assertEquals(documents.length, snapshot.heads().size());
    Set<Document.Head> heads = new HashSet<>();
    Map<String, String> bodies = new TreeMap<>();
    for (Document document : documents) {
      heads.add(document.head());
      bodies.put(document.head().id(), document.body());
    }
    assertEquals(heads, Set.copyOf(snapshot.heads()));
    assertEquals(bodies, store().documents().bodies(bodies.keySet()));
  }

  @Test
  default void aNewStoreHasNoDocuments() {
    assertDocuments(0);
    assertEquals(Map.of(), store().documents().bodies(List.of()));
    assertEquals(Map.of(), store().documents().bodies(List.of("a")));
  }

  @Test
  default void documentsAreAddedReplacedAndRemovedAtOnce() {
    Document flow = document("f1", "one");
    Document version = document("v1", "f1", "{}", "[]");
    assertEquals(1, put(0, flow, version));
    assertDocuments(1, flow, version);

    Document other = document("f2", "two");
    Document changed = document("f1", "changed");
    assertEquals(
        2,
        store()
            .documents()
            .commit(new Change(1, List.of(changed, other), List.of(), List.of("v1", "unknown"))));
    assertDocuments(2, changed, other);
    assertEquals(Map.of(), store().documents().bodies(List.of("v1", "unknown")));
  }

  @Test
  default void aHeadIsReplacedAndTheBodyStays() {
    put(0, document("a", "one"), document("b", "two"));
    Document.Head head = new Document.Head("a", "flow", "{\"new\":true}");
    store().documents().commit(new Change(1, List.of(), List.of(head), List.of()));
    assertDocuments(2, new Document(head, document("a", "one").body()), document("b", "two"));
  }

  @Test
  default void aChangeOfNothingIsAChange() {
    assertEquals(1, put(0));
    assertDocuments(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 2, Long.MAX_VALUE})
  default void aChangeOfAnotherRevisionIsRefusedWhole(long revision) {
    Document document = document("a", "one");
    put(0, document);
    Change change =
        new Change(
            revision,
            List.of(document("a", "changed"), document("b", "new")),
            List.of(new Document.Head("a", null, "{}")),
            List.of("a"));
    StoreConflictException conflict =
        assertThrows(StoreConflictException.class, () -> store().documents().commit(change));
    assertTrue(conflict.toString().contains("revision 1"), conflict.toString());
    assertDocuments(1, document);
  }

  @Test
  default void aSnapshotDoesNotChange() {
    put(0, document("a", "one"));
    Snapshot before = store().documents().snapshot();
    put(1, document("b", "two"));
    assertEquals(1, before.revision());
    assertEquals(List.of(document("a", "one").head()), before.heads());
  }

  @Test
  default void documentsMayBeManyAndLarge() {
    Document[] documents = new Document[1_500];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = document("%024x".formatted(i), "number " + i);
    }
    documents[7] = document("%024x".formatted(7), "large ".repeat(500_000));
    put(0, documents);
    assertDocuments(1, documents);
  }

  @Test
  default void documentsKeepEveryCharacter() {
    Document[] documents = new Document[TEXTS.size()];
    for (int i = 0; i < documents.length; i++) {
      String json = ObjectValue.of(TEXTS.get(i), Value.of(TEXTS.get(i))).toJson();
      documents[i] = document(TEXTS.get(i), TEXTS.get(i), json, json);
    }
    put(0, documents);
    assertDocuments(1, documents);
  }

  /** Each change replaces both documents of a pair, so that no moment has them differ. */
  @Test
  default void oneOfSeveralWhoChangeTheSameRevisionWins() throws Exception {
    AtomicInteger conflicts = new AtomicInteger();
    together(
        thread -> {
          for (int won = 0; won < 3; ) {
            Snapshot snapshot = store().documents().snapshot();
            assertTrue(
                snapshot.heads().stream().map(Document.Head::json).distinct().count() <= 1,
                () -> "Torn: " + snapshot);
            String text = thread + " " + won;
            try {
              assertEquals(
                  snapshot.revision() + 1,
                  put(snapshot.revision(), document("a", text), document("b", text)));
              won++;
            } catch (StoreConflictException e) {
              conflicts.incrementAndGet();
            }
          }
          return thread;
        });
    assertEquals(3 * THREADS, store().documents().snapshot().revision());
  }
}
