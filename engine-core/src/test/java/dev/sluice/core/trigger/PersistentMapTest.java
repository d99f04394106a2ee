package dev.sluice.core.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.core.trigger.PersistentMap.Branch;
import dev.sluice.core.trigger.PersistentMap.Collision;
import dev.sluice.core.trigger.PersistentMap.Leaf;
import dev.sluice.core.trigger.PersistentMap.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {
  /** A key whose hash has so many bits that collisions are common. */
  private record Key(int number, int bits) {
    @Override
    public int hashCode() {
      return (number * 0x9E37_79B9) & (int) ((1L << bits) - 1);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.number == number && key.bits == bits;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8, 20, 32})
  void itHoldsWhatAHashMapHolds(int bits) {
    Random random = new Random(bits);
    Map<Key, Integer> expected = new HashMap<>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 3_000; i++) {
      Key key = new Key(random.nextInt(200), bits);
      if (random.nextInt(5) < 3) {
        expected.put(key, i);
        map = map.with(key, i);
      } else {
        expected.remove(key);
        map = map.without(key);
      }
      assertEquals(expected.size(), map.size());
      assertEquals(expected.get(key), map.get(key));
    }
    for (int number = 0; number < 200; number++) {
      Key key = new Key(number, bits);
      assertEquals(expected.get(key), map.get(key));
    }
    List<Integer> values = new ArrayList<>();
    map.forEach(values::add);
    Collections.sort(values);
    assertEquals(expected.values().stream().sorted().toList(), values);
    for (Key key : List.copyOf(expected.keySet())) {
      map = map.without(key);
    }
    assertTrue(map.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8, 20, 32})
  void whatIsMadeAtOnceIsWhatOneByOneMakes(int bits) {
    for (int size : List.of(0, 1, 2, 3, 33, 1_000)) {
      Map<Key, Integer> entries = new HashMap<>();
      PersistentMap<Key, Integer> expected = PersistentMap.empty();
      for (int i = 0; i < size; i++) {
        Key key = new Key(i, bits);
        entries.put(key, i);
        expected = expected.with(key, i);
      }
      PersistentMap<Key, Integer> map = PersistentMap.of(entries);
      assertEquals(shape(expected), shape(map));
      entries.forEach((key, value) -> assertEquals(value, map.get(key)));
      assertEquals(size + 1, map.with(new Key(-1, bits), -1).size());
    }
  }

  /** The bits of all nodes, and how many entries have the same hash; those are in any order. */
  private static List<Object> shape(PersistentMap<?, ?> map) {
    return map.root() == null ? List.of(0) : List.of(map.size(), shape(map.root()));
  }

  private static List<Object> shape(Node<?, ?> node) {
    return switch (node) {
      case Branch<?, ?> branch -> {
        List<Object> shape = new ArrayList<>(List.of(branch.bitmap()));
        branch.children().forEach(child -> shape.add(shape(child)));
        yield shape;
      }
      case Leaf<?, ?> leaf -> List.of("leaf", leaf.hash());
      case Collision<?, ?> collision -> List.of(collision.hash(), collision.leaves().size());
    };
  }

  @Test
  void aMapNeverChanges() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
    PersistentMap<String, Integer> two = one.with("b", 2);
    PersistentMap<String, Integer> none = one.without("a");
    assertEquals(1, one.get("a"));
    assertNull(one.get("b"));
    assertEquals(2, two.get("b"));
    assertNull(none.get("a"));
    assertSame(one, one.without("c"));
  }

  @Test
  void anUpdateThatLeavesNothingRemovesTheEntry() {
    PersistentMap<String, Integer> map = PersistentMap.<String, Integer>empty().with("a", 1);
    assertEquals(2, map.update("a", 0, known -> known + 1).get("a"));
    assertEquals(1, map.update("b", 0, known -> known + 1).get("b"));
    assertTrue(map.update("a", 0, known -> null).isEmpty());
  }

  /** A change makes the nodes on the way to the entry, and shares all others. */
  @Test
  void aChangeTouchesOnlyTheWayToTheEntry() {
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 100_000; i++) {
      map = map.with(i * 31, i);
    }
    Set<Object> before = nodes(map);
    assertTrue(before.size() > 100_000);
    Set<Object> added = nodes(map.with(-1, -1));
    added.removeAll(before);
    assertTrue(added.size() <= 8, () -> "touched " + added.size());
    Set<Object> removed = nodes(map.without(31));
    removed.removeAll(before);
    assertTrue(removed.size() <= 8, () -> "touched " + removed.size());
  }

  private static Set<Object> nodes(PersistentMap<?, ?> map) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (map.root() != null) {
      collect(map.root(), found);
    }
    return found;
  }

  private static void collect(Node<?, ?> node, Set<Object> found) {
    found.add(node);
    if (node instanceof Branch<?, ?> branch) {
      branch.children().forEach(child -> collect(child, found));
    }
  }
}
