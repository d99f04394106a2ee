package dev.sluice.core.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths and topics as segments between slashes. */
final class Segments {
  private Segments() {}

  /** What lies between the slashes, and before the first and behind the last. */
  static List<String> of(String path) {
    List<String> segments = new ArrayList<>();
    int from = 0;
    int slash;
    while ((slash = path.indexOf('/', from)) >= 0) {
      segments.add(path.substring(from, slash));
      from = slash + 1;
    }
    segments.add(path.substring(from));
    return segments;
  }

  /** Segments that stand for themselves. */
  static List<Optional<String>> literal(List<String> segments) {
    return segments.stream().map(Optional::of).toList();
  }
}
