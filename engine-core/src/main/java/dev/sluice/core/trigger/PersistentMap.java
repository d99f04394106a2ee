package dev.sluice.core.trigger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hash map that never changes. A change makes another map that shares everything with this one
 * but the few nodes on the way to the entry.
 *
 * @param size how many entries there are
 * @param root the node that holds them, null if there are none
 */
record PersistentMap<K, V>(int size, @Nullable Node<K, V> root) {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final int HASH_BITS = 32;

  /** A part of a map. */
  sealed interface Node<K, V> permits Leaf, Branch, Collision {}

  /** An entry. */
  record Leaf<K, V>(int hash, K key, V value) implements Node<K, V> {}

  /** Entries that differ in five bits of their hash; there is a child for each bit that is set. */
  record Branch<K, V>(int bitmap, List<Node<K, V>> children) implements Node<K, V> {
    int place(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }
  }

  /** Entries of one hash. */
  record Collision<K, V>(int hash, List<Leaf<K, V>> leaves) implements Node<K, V> {}

  static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(0, null);
  }

  /** A map of entries that are known all at once: what adding them one by one would make. */
  static <K, V> PersistentMap<K, V> of(Map<K, V> entries) {
    if (entries.isEmpty()) {
      return empty();
    }
    List<Leaf<K, V>> leaves = new ArrayList<>(entries.size());
    entries.forEach((key, value) -> leaves.add(new Leaf<>(SeededHash.of(key), key, value)));
    // The lowest bits count first: then the leaves of each node follow each other.
    long[] order = new long[leaves.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) Integer.reverse(leaves.get(i).hash) << HASH_BITS | i;
    }
    Arrays.sort(order);
    List<Leaf<K, V>> sorted = new ArrayList<>(order.length);
    for (long place : order) {
      sorted.add(leaves.get((int) place));
    }
    return new PersistentMap<>(order.length, node(sorted, 0));
  }

  /** A node of leaves: at least one, in order, of hashes whose first bits they share. */
  private static <K, V> Node<K, V> node(List<Leaf<K, V>> leaves, int shift) {
    int hash = leaves.getFirst().hash;
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    if (leaves.getLast().hash == hash) {
      return new Collision<>(hash, List.copyOf(leaves));
    }
    int bitmap = 0;
    for (Leaf<K, V> leaf : leaves) {
      bitmap |= bit(leaf.hash, shift);
    }
    // The order of the leaves is that of the mirrored bits.
    Node<K, V>[] children = nodes(Integer.bitCount(bitmap));
    int from = 0;
    while (from < leaves.size()) {
      int bit = bit(leaves.get(from).hash, shift);
      int to = from + 1;
      while (to < leaves.size() && bit(leaves.get(to).hash, shift) == bit) {
        to++;
      }
      children[Integer.bitCount(bitmap & (bit - 1))] = node(leaves.subList(from, to), shift + BITS);
      from = to;
    }
    return new Branch<>(bitmap, List.of(children));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <K, V> Node<K, V>[] nodes(int count) {
    return new Node[count];
  }

  boolean isEmpty() {
    return root == null;
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  @Nullable V get(K key) {
    int hash = SeededHash.of(key);
    int shift = 0;
    Node<K, V> node = root;
    while (node instanceof Branch<K, V> branch) {
      int bit = bit(hash, shift);
      if ((branch.bitmap & bit) == 0) {
        return null;
      }
      node = branch.children.get(branch.place(bit));
      shift += BITS;
    }
    Leaf<K, V> leaf = node == null ? null : leaf(node, hash, key);
    return leaf == null ? null : leaf.value;
  }

  private static <K, V> @Nullable Leaf<K, V> leaf(Node<K, V> node, int hash, K key) {
    return switch (node) {
      case Leaf<K, V> leaf -> leaf.hash == hash && leaf.key.equals(key) ? leaf : null;
      case Collision<K, V> collision ->
          collision.leaves.stream()
              .filter(leaf -> leaf.hash == hash && leaf.key.equals(key))
              .findFirst()
              .orElse(null);
      case Branch<K, V> branch -> throw new IllegalStateException("A branch is no end");
    };
  }

  /** The map with an entry set. */
  PersistentMap<K, V> with(K key, V value) {
    Leaf<K, V> leaf = new Leaf<>(SeededHash.of(key), key, value);
    int more = get(key) == null ? 1 : 0;
    return new PersistentMap<>(size + more, root == null ? leaf : add(root, leaf, 0));
  }

  private static <K, V> Node<K, V> add(Node<K, V> node, Leaf<K, V> leaf, int shift) {
    return switch (node) {
      case Leaf<K, V> known when known.hash != leaf.hash -> pair(known, known.hash, leaf, shift);
      case Leaf<K, V> known when known.key.equals(leaf.key) -> leaf;
      case Leaf<K, V> known -> new Collision<>(leaf.hash, List.of(known, leaf));
      case Collision<K, V> known when known.hash != leaf.hash ->
          pair(known, known.hash, leaf, shift);
      case Collision<K, V> known -> {
        List<Leaf<K, V>> leaves = others(known, leaf.key);
        leaves.add(leaf);
        yield new Collision<>(leaf.hash, List.copyOf(leaves));
      }
      case Branch<K, V> branch -> {
        int bit = bit(leaf.hash, shift);
        int place = branch.place(bit);
        List<Node<K, V>> children = new ArrayList<>(branch.children.size() + 1);
        children.addAll(branch.children);
        if ((branch.bitmap & bit) == 0) {
          children.add(place, leaf);
        } else {
          children.set(place, add(children.get(place), leaf, shift + BITS));
        }
        yield new Branch<>(branch.bitmap | bit, List.copyOf(children));
      }
    };
  }

  /** Two nodes of other hashes, below as many branches as their hashes have bits in common. */
  private static <K, V> Node<K, V> pair(Node<K, V> node, int hash, Leaf<K, V> leaf, int shift) {
    if (shift >= HASH_BITS) {
      throw new IllegalStateException("Hashes that differ have no bit that differs");
    }
    int first = bit(hash, shift);
    int second = bit(leaf.hash, shift);
    if (first == second) {
      return new Branch<>(first, List.of(pair(node, hash, leaf, shift + BITS)));
    }
    boolean inOrder = Integer.compareUnsigned(first, second) < 0;
    return new Branch<>(first | second, inOrder ? List.of(node, leaf) : List.of(leaf, node));
  }

  private static <K, V> List<Leaf<K, V>> others(Collision<K, V> collision, K key) {
    List<Leaf<K, V>> others = new ArrayList<>(collision.leaves);
    others.removeIf(leaf -> leaf.key.equals(key));
    return others;
  }

  /** The map without an entry; this map if there is none of the key. */
  PersistentMap<K, V> without(K key) {
    return root == null || get(key) == null
        ? this
        : new PersistentMap<>(size - 1, remove(root, SeededHash.of(key), key, 0));
  }

  private static <K, V> @Nullable Node<K, V> remove(Node<K, V> node, int hash, K key, int shift) {
    return switch (node) {
      case Leaf<K, V> leaf -> null;
      case Collision<K, V> collision -> {
        List<Leaf<K, V>> leaves = others(collision, key);
        yield leaves.size() == 1
            ? leaves.getFirst()
            : new Collision<>(collision.hash, List.copyOf(leaves));
      }
      case Branch<K, V> branch -> {
        int bit = bit(hash, shift);
        int place = branch.place(bit);
        Node<K, V> child = remove(branch.children.get(place), hash, key, shift + BITS);
        List<Node<K, V>> children = new ArrayList<>(branch.children);
        if (child == null) {
          children.remove(place);
        } else {
          children.set(place, child);
        }
        yield branch(child == null ? branch.bitmap & ~bit : branch.bitmap, children);
      }
    };
  }

  /** What is left of a branch. What is none itself keeps its place by its hash, so it may rise. */
  private static <K, V> @Nullable Node<K, V> branch(int bitmap, List<Node<K, V>> children) {
    if (children.isEmpty()) {
      return null;
    }
    return children.size() == 1 && !(children.getFirst() instanceof Branch)
        ? children.getFirst()
        : new Branch<>(bitmap, List.copyOf(children));
  }

  /** The map with an entry changed from what it is, or from what it begins as; null removes it. */
  PersistentMap<K, V> update(K key, V beginning, Function<V, @Nullable V> change) {
    V known = get(key);
    V changed = change.apply(known == null ? beginning : known);
    return changed == null ? without(key) : with(key, changed);
  }

  /** Hands each value to someone, in no order that means anything. */
  void forEach(Consumer<V> action) {
    if (root != null) {
      forEach(root, action);
    }
  }

  private static <K, V> void forEach(Node<K, V> node, Consumer<V> action) {
    switch (node) {
      case Leaf<K, V> leaf -> action.accept(leaf.value);
      case Collision<K, V> collision -> collision.leaves.forEach(leaf -> action.accept(leaf.value));
      case Branch<K, V> branch -> branch.children.forEach(child -> forEach(child, action));
    }
  }
}
