package dev.sluice.peers.stores;

import static dev.sluice.peers.stores.CrashWriter.number;

import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.Objects;

/** A process that opens what another one wrote before it was killed, and tells what is there. */
final class CrashReader {
  static final String REOPENED = "reopening-ms";

  /** How many commits are there in part. */
  static final String TORN = "torn";

  private final Candidate store;
  private int torn;

  private CrashReader(Candidate store) {
    this.store = store;
  }

  /**
   * Reads.
   *
   * @param arguments the library and the folder
   */
  public static void main(String[] arguments) throws Exception {
    long begun = System.nanoTime();
    try (Candidate store = Library.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
      long single = store.count(CrashWriter.SINGLE);
      Child.tell(REOPENED, (System.nanoTime() - begun) / 1e6);
      Child.tell(CrashWriter.SINGLE, single);
      new CrashReader(store).tellTogether();
    }
  }

  private void tellTogether() throws Exception {
    LongSummaryStatistics counters = new LongSummaryStatistics();
    for (String key : Speed.group()) {
      counters.accept(store.count(key));
    }
    LongSummaryStatistics documents = new LongSummaryStatistics();
    for (String head : store.heads()) {
      documents.accept(number(head));
    }
    if (documents.getCount() > 0) {
      for (int i = 0; i < CrashWriter.TOGETHER; i++) {
        documents.accept(number(Objects.requireNonNull(store.body(CrashWriter.id(i)))));
      }
    } else {
      documents.accept(0);
    }
    tell(CrashWriter.GROUPED, counters);
    tell(CrashWriter.DOCUMENTS, documents);
    Child.tell(TORN, torn);
  }

  private void tell(String name, LongSummaryStatistics found) throws Exception {
    if (found.getMin() < found.getMax()) {
      torn++;
    }
    Child.tell(name, found.getMin());
  }
}
