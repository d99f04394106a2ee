package dev.sluice.core.trigger;

import java.util.List;
import java.util.Optional;

/** Where in the index a trigger is found. */
sealed interface Address permits Address.Exact, Address.Pattern {
  /**
   * By a key that facts name.
   *
   * @param kind what triggers share their keys with
   * @param key the parts of the key
   */
  record Exact(String kind, List<String> key) implements Address, Lookup {
    static Exact of(String kind, String... key) {
      return new Exact(kind, List.of(key));
    }
  }

  /**
   * By the segments of a path or topic that begins with these. Whether one that is found really
   * matches is up to its response.
   *
   * @param kind what triggers share their paths with
   * @param segments the segments; an empty one stands for any
   * @param open whether further segments may follow
   */
  record Pattern(String kind, List<Optional<String>> segments, boolean open) implements Address {}
}
