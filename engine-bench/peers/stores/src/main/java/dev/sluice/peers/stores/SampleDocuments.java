package dev.sluice.peers.stores;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Documents as flows are: JSON with ids, names, numbers and texts, always the same. */
final class SampleDocuments {
  static final int COUNT = 10_000;

  private static final int HEAD = 1_000;
  private static final int BODY = 8_000;
  private static final List<String> WORDS =
      List.of(
          "temperature",
          "payload",
          "data",
          "working",
          "conditional",
          "mutate",
          "threshold",
          "device",
          "message",
          "request",
          "average",
          "template",
          "expression",
          "storage");

  private SampleDocuments() {}

  /** The documents of a part, which begins at a number. */
  static List<Document> part(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(SampleDocuments::document).toList();
  }

  private static Document document(int number) {
    Random random = new Random(number);
    return new Document("%024x".formatted(number), json(HEAD, random), json(BODY, random));
  }

  private static String json(int length, Random random) {
    StringBuilder json = new StringBuilder(length + 100).append('[');
    while (json.length() < length) {
      json.append("{\"id\":\"")
          .append("%016x".formatted(random.nextLong()))
          .append("\",\"type\":\"")
          .append(word(random))
          .append("Node\",\"x\":")
          .append(random.nextInt(2_000))
          .append(",\"text\":\"")
          .append(word(random))
          .append(' ')
          .append(word(random))
          .append("\"},");
    }
    return json.append("{}]").toString();
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
