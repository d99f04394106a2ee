package dev.sluice.core.store.sql;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.ButtonPress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A process that writes until it is killed, and tells each write once it was acknowledged: {@code +
 * KEY SUM}, {@code document REVISION}, {@code schedule ID}, {@code cancel ID}.
 */
final class CrashWriter {
  static final int THREADS = 16;

  /** What all threads increment. */
  static final String SHARED = "shared";

  /** How many runs are scheduled at a time. */
  static final int SCHEDULED = 10;

  private final Store store;

  private CrashWriter(Store store) {
    this.store = store;
  }

  public static void main(String[] arguments) throws InterruptedException {
    CrashWriter writer = new CrashWriter(Store.open(Path.of(arguments[0])));
    int firstRun = Integer.parseInt(arguments[1]);
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      Thread.ofVirtual().start(() -> writer.increment(number));
    }
    Thread.ofVirtual().start(writer::replaceDocuments);
    Thread.ofPlatform().start(() -> writer.schedule(firstRun)).join();
  }

  static String key(int thread) {
    return "key" + thread;
  }

  private void increment(int thread) {
    Storage mine = store.storage().storage("flow" + thread % 4);
    Storage shared = store.storage().storage("flow");
    while (true) {
      ChildJvm.tell("+ " + key(thread) + " " + (long) mine.increment(key(thread), 1));
      ChildJvm.tell("+ " + SHARED + " " + (long) shared.increment(SHARED, 1));
      mine.set("text" + thread, Value.of("value ".repeat(100)));
    }
  }

  /** Both documents of a pair carry the revision that they became. */
  private void replaceDocuments() {
    Documents documents = store.documents();
    while (true) {
      long revision = documents.snapshot().revision();
      String json = Long.toString(revision + 1);
      Change change =
          new Change(
              revision, List.of(document("a", json), document("b", json)), List.of(), List.of());
      ChildJvm.tell("document " + documents.commit(change));
    }
  }

  private static Document document(String id, String json) {
    return new Document(new Document.Head(id, null, json), json);
  }

  private void schedule(int first) {
    ScheduledRuns runs = store.scheduledRuns();
    for (int id = first; ; id++) {
      runs.put(new ScheduledRun("" + id, "flow", ButtonPress.of("key"), Instant.EPOCH));
      ChildJvm.tell("schedule " + id);
      runs.remove("" + (id - SCHEDULED));
      ChildJvm.tell("cancel " + (id - SCHEDULED));
    }
  }
}
