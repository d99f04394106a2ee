package dev.sluice.core.trigger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions by address. It never changes; a change makes another shelf that shares all that it
 * does not touch.
 *
 * @param exact by key
 * @param patterns by kind, then by pattern
 */
record Shelf(
    PersistentMap<Address.Exact, PersistentMap<Subscription.Id, Subscription>> exact,
    PersistentMap<String, SegmentTrie> patterns) {
  static final Shelf EMPTY = new Shelf(PersistentMap.empty(), PersistentMap.empty());

  /** A shelf of what is known all at once: what adding it one by one would make. */
  static Shelf of(List<FlowListing.Entry> entries) {
    Map<Address.Exact, Map<Subscription.Id, Subscription>> exact = new HashMap<>();
    Shelf others = EMPTY;
    for (FlowListing.Entry entry : entries) {
      Subscription subscription = entry.subscription();
      switch (entry.address()) {
        case Address.Exact key ->
            exact
                .computeIfAbsent(key, known -> new HashMap<>())
                .put(subscription.id(), subscription);
        case Address.Pattern pattern -> others = others.with(pattern, subscription);
      }
    }
    Map<Address.Exact, PersistentMap<Subscription.Id, Subscription>> maps = new HashMap<>();
    exact.forEach((key, subscriptions) -> maps.put(key, PersistentMap.of(subscriptions)));
    return new Shelf(PersistentMap.of(maps), others.patterns);
  }

  boolean isEmpty() {
    return exact.isEmpty() && patterns.isEmpty();
  }

  Shelf with(Address address, Subscription subscription) {
    return switch (address) {
      case Address.Exact key ->
          new Shelf(
              exact.update(
                  key, PersistentMap.empty(), known -> known.with(subscription.id(), subscription)),
              patterns);
      case Address.Pattern pattern ->
          new Shelf(
              exact,
              patterns.update(
                  pattern.kind(), SegmentTrie.EMPTY, known -> known.with(pattern, subscription)));
    };
  }

  Shelf without(Address address, Subscription.Id id) {
    return switch (address) {
      case Address.Exact key ->
          new Shelf(
              exact.update(
                  key,
                  PersistentMap.empty(),
                  known -> {
                    PersistentMap<Subscription.Id, Subscription> fewer = known.without(id);
                    return fewer.isEmpty() ? null : fewer;
                  }),
              patterns);
      case Address.Pattern pattern ->
          new Shelf(
              exact,
              patterns.update(
                  pattern.kind(),
                  SegmentTrie.EMPTY,
                  known -> {
                    SegmentTrie fewer = known.without(pattern, id);
                    return fewer.isEmpty() ? null : fewer;
                  }));
    };
  }

  /** Hands every subscription that a fact finds there to someone. */
  void find(Lookup lookup, Consumer<Subscription> action) {
    switch (lookup) {
      case Address.Exact key -> {
        @Nullable PersistentMap<Subscription.Id, Subscription> found = exact.get(key);
        if (found != null) {
          found.forEach(action);
        }
      }
      case Lookup.Path path -> {
        @Nullable SegmentTrie trie = patterns.get(path.kind());
        if (trie != null) {
          trie.find(path.segments(), action);
        }
      }
    }
  }
}
