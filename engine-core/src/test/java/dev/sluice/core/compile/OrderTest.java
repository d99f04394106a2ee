package dev.sluice.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static final int MANY = 10_000;

  @Test
  void nothingIsInOrder() {
    assertEquals(List.of(), new Order(Map.of()).sorted());
    assertEquals(List.of(), new Order(Map.of()).cycle());
    assertEquals(Set.of(), new Order(Map.of()).reachedFrom(List.of()));
  }

  @Test
  void aLongChainIsSorted() {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (int i = MANY - 1; i >= 0; i--) {
      edges.put("n" + i, i == MANY - 1 ? List.of() : List.of("n" + (i + 1)));
    }
    Order order = new Order(edges);
    assertEquals(IntStream.range(0, MANY).mapToObj(i -> "n" + i).toList(), order.sorted());
    assertEquals(List.of(), order.cycle());
    assertEquals(MANY, order.reachedFrom(List.of("n0")).size());
    assertEquals(Set.of("n" + (MANY - 1)), order.reachedFrom(List.of("n" + (MANY - 1))));
  }

  @Test
  void aWideFanIsSorted() {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    List<String> leaves = IntStream.range(0, MANY).mapToObj(i -> "n" + i).toList();
    edges.put("root", leaves);
    leaves.forEach(leaf -> edges.put(leaf, List.of("end")));
    edges.put("end", List.of());
    List<String> sorted = new Order(edges).sorted();
    assertEquals("root", sorted.getFirst());
    assertEquals("end", sorted.getLast());
    assertEquals(MANY + 2, sorted.size());
  }

  /** There are 2^5,000 paths through these, of which none is walked. */
  @Test
  void diamondsBehindDiamondsAreSortedNodeByNode() {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (int i = 0; i < MANY / 2; i++) {
      edges.put("s" + i, List.of("l" + i, "r" + i));
      edges.put("l" + i, List.of("s" + (i + 1)));
      edges.put("r" + i, List.of("s" + (i + 1)));
    }
    edges.put("s" + MANY / 2, List.of());
    Order order = new Order(edges);
    assertSorted(edges, order.sorted());
    assertEquals(edges.keySet(), order.reachedFrom(List.of("s0")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyGraphWithoutCirclesIsSorted(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>(IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
    Collections.shuffle(names, random);
    Map<String, List<String>> edges = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> targets = new ArrayList<>();
      for (int j = random.nextInt(4); j > 0 && i + 1 < names.size(); j--) {
        targets.add(names.get(random.nextInt(i + 1, names.size())));
      }
      edges.put(names.get(i), targets);
    }
    assertSorted(edges, new Order(edges).sorted());
    assertEquals(List.of(), new Order(edges).cycle());
  }

  private static void assertSorted(Map<String, List<String>> edges, List<String> sorted) {
    assertEquals(edges.keySet(), new HashSet<>(sorted));
    assertEquals(edges.size(), sorted.size());
    Map<String, Integer> place = new HashMap<>();
    sorted.forEach(name -> place.put(name, place.size()));
    edges.forEach(
        (from, targets) ->
            targets.forEach(
                to ->
                    assertTrue(
                        place.getOrDefault(from, -1) < place.getOrDefault(to, -1),
                        () -> from + " comes after " + to)));
  }

  @Test
  void whatIsOnACircleOrBehindOneIsLeftOut() {
    Order order =
        new Order(
            Map.of(
                "start", List.of("a"),
                "a", List.of("b"),
                "b", List.of("a", "behind"),
                "behind", List.of(),
                "apart", List.of()));
    assertEquals(Set.of("start", "apart"), Set.copyOf(order.sorted()));
    assertCycle(Map.of("a", List.of("b"), "b", List.of("a", "behind")), order.cycle());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 99, 100, 101, 102, MANY})
  void theCircleToldOfIsOne(int length) {
    Map<String, List<String>> edges = new HashMap<>();
    edges.put("start", List.of("n0"));
    for (int i = 0; i < length; i++) {
      edges.put("n" + i, List.of("n" + (i + 1) % length, "tail0"));
    }
    for (int i = 0; i < 200; i++) {
      edges.put("tail" + i, i == 199 ? List.of() : List.of("tail" + (i + 1)));
    }
    List<String> cycle = new Order(edges).cycle();
    assertCycle(edges, cycle);
    assertEquals(length + 1, cycle.size());
  }

  private static void assertCycle(Map<String, List<String>> edges, List<String> cycle) {
    assertTrue(cycle.size() > 1, cycle::toString);
    assertEquals(cycle.getFirst(), cycle.getLast());
    assertEquals(cycle.size() - 1, Set.copyOf(cycle).size(), "A node is passed twice");
    for (int i = 1; i < cycle.size(); i++) {
      String from = cycle.get(i - 1);
      String to = cycle.get(i);
      assertTrue(
          edges.getOrDefault(from, List.of()).contains(to), () -> from + " does not lead to " + to);
    }
  }
}
