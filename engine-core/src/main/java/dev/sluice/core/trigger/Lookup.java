package dev.sluice.core.trigger;

import java.util.List;

/** Where in the index a fact looks for triggers. */
sealed interface Lookup permits Address.Exact, Lookup.Path {
  /**
   * At every pattern that a path or topic fits.
   *
   * @param kind what triggers share their paths with
   * @param segments the segments
   */
  record Path(String kind, List<String> segments) implements Lookup {}
}
