package dev.sluice.peers.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A process that writes, and tells each write once it was acknowledged: a counter, a group of
 * counters, and documents whose heads and bodies carry the number of the write.
 */
final class CrashWriter {
  static final String SINGLE = "single";
  static final String GROUPED = "grouped";
  static final String DOCUMENTS = "documents";

  /** What each write is told as. */
  static final List<String> WRITES = List.of(SINGLE, GROUPED, DOCUMENTS);

  /** How many documents are written in one commit. */
  static final int TOGETHER = 8;

  private static final int BODY = 8_000;

  private CrashWriter() {}

  /**
   * Writes.
   *
   * @param arguments the library, the folder, and how often each is written
   */
  public static void main(String[] arguments) throws Exception {
    try (Candidate store = Library.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
      long single = store.count(SINGLE);
      long grouped = store.count(Speed.group().get(0));
      String body = store.body(id(0));
      long documents = body == null ? 0 : number(body);
      for (long last = single + Long.parseLong(arguments[2]); single < last; ) {
        store.increment(List.of(SINGLE));
        Child.tell(SINGLE, ++single);
        store.increment(Speed.group());
        Child.tell(GROUPED, ++grouped);
        store.put(documents(documents + 1));
        Child.tell(DOCUMENTS, ++documents);
      }
    }
  }

  private static List<Document> documents(long number) {
    String text = number + " ";
    String body = text.repeat(BODY / text.length());
    return IntStream.range(0, TOGETHER).mapToObj(i -> new Document(id(i), text, body)).toList();
  }

  static String id(int document) {
    return "document" + document;
  }

  /** The number that a text repeats. */
  static long number(String text) {
    String first = text.substring(0, text.indexOf(' ') + 1);
    if (!text.equals(first.repeat(text.length() / first.length()))) {
      throw new IllegalStateException("A text is torn");
    }
    return Long.parseLong(first.trim());
  }
}
