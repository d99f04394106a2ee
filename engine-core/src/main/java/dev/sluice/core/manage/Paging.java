package dev.sluice.core.manage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Takes one page out of what was found. */
final class Paging {
  /** With so many times more found than is needed, it pays not to sort all of it. */
  private static final int SELECTIVE = 8;

  private static final int MOST_PER_PAGE = 1_000;

  private Paging() {}

  static void check(int page, int perPage, String sortField, Set<String> sortFields) {
    if (page < 0) {
      throw Refusals.invalid("page", String.valueOf(page), "0 or more");
    }
    if (perPage < 1 || perPage > MOST_PER_PAGE) {
      throw Refusals.invalid("perPage", String.valueOf(perPage), "1 to " + MOST_PER_PAGE);
    }
    if (!sortFields.contains(sortField)) {
      throw Refusals.invalid(
          "sortField",
          sortField,
          "one of " + String.join(", ", sortFields.stream().sorted().toList()));
    }
  }

  /** The items of a page of what is in order. */
  static <T> List<T> page(List<T> sorted, int page, int perPage) {
    int from = (int) Math.min((long) page * perPage, sorted.size());
    return List.copyOf(sorted.subList(from, (int) Math.min((long) from + perPage, sorted.size())));
  }

  /** The items of a page. */
  static <T> List<T> page(List<T> found, Comparator<T> order, int page, int perPage) {
    long from = (long) page * perPage;
    if (from >= found.size()) {
      return List.of();
    }
    int to = (int) Math.min(from + perPage, found.size());
    List<T> sorted =
        (long) to * SELECTIVE < found.size() ? first(found, order, to) : sorted(found, order);
    return List.copyOf(sorted.subList((int) from, to));
  }

  private static <T> List<T> sorted(List<T> found, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(found);
    sorted.sort(order);
    return sorted;
  }

  /** The first in an order. */
  private static <T> List<T> first(List<T> found, Comparator<T> order, int count) {
    PriorityQueue<T> kept = new PriorityQueue<>(count + 1, order.reversed());
    for (T item : found) {
      if (kept.size() < count) {
        kept.add(item);
      } else if (order.compare(item, kept.element()) < 0) {
        kept.remove();
        kept.add(item);
      }
    }
    return sorted(new ArrayList<>(kept), order);
  }
}
