package dev.sluice.core.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions by patterns of segments. It never changes; a change makes another trie that shares
 * everything with this one but the nodes on the way.
 *
 * @param named the tries behind each segment of a given text
 * @param any the trie behind a segment of any text
 * @param ending the subscriptions whose pattern ends here
 * @param open the subscriptions whose pattern ends here and lets anything follow
 */
record SegmentTrie(
    PersistentMap<String, SegmentTrie> named,
    @Nullable SegmentTrie any,
    PersistentMap<Subscription.Id, Subscription> ending,
    PersistentMap<Subscription.Id, Subscription> open) {
  static final SegmentTrie EMPTY =
      new SegmentTrie(PersistentMap.empty(), null, PersistentMap.empty(), PersistentMap.empty());

  boolean isEmpty() {
    return named.isEmpty() && any == null && ending.isEmpty() && open.isEmpty();
  }

  SegmentTrie with(Address.Pattern pattern, Subscription subscription) {
    return changed(pattern, known -> known.with(subscription.id(), subscription));
  }

  SegmentTrie without(Address.Pattern pattern, Subscription.Id id) {
    return changed(pattern, known -> known.without(id));
  }

  /** Down to the end of the pattern, and up again: it may be longer than a stack is deep. */
  private SegmentTrie changed(
      Address.Pattern pattern, UnaryOperator<PersistentMap<Subscription.Id, Subscription>> change) {
    List<Optional<String>> segments = pattern.segments();
    List<SegmentTrie> way = new ArrayList<>();
    SegmentTrie at = this;
    for (Optional<String> segment : segments) {
      way.add(at);
      at = at.behind(segment);
    }
    SegmentTrie changed =
        pattern.open()
            ? new SegmentTrie(at.named, at.any, at.ending, change.apply(at.open))
            : new SegmentTrie(at.named, at.any, change.apply(at.ending), at.open);
    for (int i = segments.size() - 1; i >= 0; i--) {
      changed = way.get(i).linked(segments.get(i), changed);
    }
    return changed;
  }

  private SegmentTrie behind(Optional<String> segment) {
    SegmentTrie next = segment.isPresent() ? named.get(segment.get()) : any;
    return next == null ? EMPTY : next;
  }

  private SegmentTrie linked(Optional<String> segment, SegmentTrie next) {
    if (segment.isEmpty()) {
      return new SegmentTrie(named, next.isEmpty() ? null : next, ending, open);
    }
    return new SegmentTrie(
        next.isEmpty() ? named.without(segment.get()) : named.with(segment.get(), next),
        any,
        ending,
        open);
  }

  /** Hands every subscription whose pattern the segments fit to someone. */
  void find(List<String> segments, Consumer<Subscription> action) {
    List<SegmentTrie> reached = List.of(this);
    for (String segment : segments) {
      List<SegmentTrie> next = new ArrayList<>();
      for (SegmentTrie trie : reached) {
        trie.open.forEach(action);
        SegmentTrie behind = trie.named.get(segment);
        if (behind != null) {
          next.add(behind);
        }
        if (trie.any != null) {
          next.add(trie.any);
        }
      }
      if (next.isEmpty()) {
        return;
      }
      reached = next;
    }
    for (SegmentTrie trie : reached) {
      trie.open.forEach(action);
      trie.ending.forEach(action);
    }
  }
}
