package dev.sluice.core.manage;

import dev.sluice.api.payload.ObjectValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds flows and versions by filters and advanced queries. */
final class Search {
  /** So many bodies are read at a time where a query looks at nodes. */
  private static final int BODIES_AT_A_TIME = 200;

  private static final int LONGEST_FILTER = 1_024;

  private final FlowRegister register;

  Search(FlowRegister register) {
    this.register = register;
  }

  /**
   * Reads a filter.
   *
   * @return what names it finds; nothing if it does not filter
   */
  static Optional<NameFilter> filter(
      @Nullable String field, @Nullable String filter, String onlyField) {
    boolean none = field == null || field.isBlank();
    if (!none && !onlyField.equals(field)) {
      throw Refusals.invalid("filterField", String.valueOf(field), onlyField + " or nothing");
    }
    if (none || filter == null || filter.isBlank()) {
      return Optional.empty();
    }
    if (filter.length() > LONGEST_FILTER) {
      throw Refusals.invalid("filter", filter, "at most " + LONGEST_FILTER + " characters");
    }
    return Optional.of(NameFilter.of(filter));
  }

  /** The candidates that meet a condition, in their order. */
  <C extends Candidate> List<C> matching(Collection<C> candidates, Condition condition) {
    if (!condition.readsBodies()) {
      List<C> found = new ArrayList<>();
      for (C candidate : candidates) {
        if (condition.test(candidate, id -> ObjectValue.empty())) {
          found.add(candidate);
        }
      }
      return found;
    }
    List<C> all = List.copyOf(candidates);
    List<C> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BODIES_AT_A_TIME) {
      List<C> part = all.subList(from, Math.min(from + BODIES_AT_A_TIME, all.size()));
      Map<String, ObjectValue> bodies =
          register.bodies(part.stream().map(Candidate::documentId).collect(Collectors.toSet()));
      Function<String, ObjectValue> body = id -> bodies.getOrDefault(id, ObjectValue.empty());
      part.stream().filter(candidate -> condition.test(candidate, body)).forEach(found::add);
    }
    return found;
  }
}
