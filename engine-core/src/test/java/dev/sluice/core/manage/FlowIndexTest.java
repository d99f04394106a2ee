package dev.sluice.core.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.FlowClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowIndexTest {
  private static final Stamp STAMP = new Stamp(Instant.EPOCH, null);
  private static final Outline OUTLINE = new Outline(List.of(), List.of(), "");

  private static FlowEntry entry(String id, String name, FlowClass flowClass) {
    FlowHead head = new FlowHead(id, name, flowClass, true, null, List.of(), STAMP, STAMP, OUTLINE);
    return new FlowEntry(head, Map.of());
  }

  @Test
  void itIsAlwaysInTheOrderOfNames() {
    Random random = new Random(1);
    TreeSet<FlowEntry> expected = new TreeSet<>(FlowIndex.ORDER);
    FlowIndex index = FlowIndex.EMPTY;
    List<FlowEntry> known = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (!known.isEmpty() && random.nextInt(3) == 0) {
        FlowEntry gone = known.remove(random.nextInt(known.size()));
        expected.remove(gone);
        index = index.without(gone);
      } else {
        String name = (random.nextBoolean() ? "FLOW " : "flow ") + random.nextInt(500);
        FlowEntry added = entry(String.valueOf(i), name, FlowClass.CLOUD);
        known.add(added);
        expected.add(added);
        index = index.with(added);
      }
    }
    assertEquals(List.copyOf(expected), index.all());
    assertEquals(List.copyOf(expected), FlowIndex.of(known).all());
    for (FlowEntry gone : known) {
      index = index.without(gone);
    }
    assertEquals(List.of(), index.all());
  }

  @Test
  void itFindsByClassAndName() {
    FlowEntry one = entry("1", "Ä one", FlowClass.CLOUD);
    FlowEntry two = entry("2", "b two", FlowClass.EDGE);
    FlowIndex index = FlowIndex.of(List.of(two, one));

    assertEquals(List.of(two), index.find(FlowClass.EDGE, null));
    assertEquals(List.of(one), index.find(null, NameFilter.of("ä*")));
    assertEquals(List.of(), index.find(FlowClass.EDGE, NameFilter.of("*one")));
    assertEquals(List.of(two), index.find(FlowClass.EDGE, NameFilter.of("[a-c]*")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "'*', '', true",
    "'?', '', false",
    "'a*b*c', 'aXbXbYc', true",
    "'a*b*c', 'aXbXbY', false",
    "'*aab', 'aaaab', true",
    "'A?C', 'abc', true",
    "'a**', 'a', true",
    "'*x*', 'ab', false",
  })
  void starsTakeAnythingAndQuestionMarksOne(String pattern, String name, boolean found) {
    assertEquals(found, NameFilter.of(pattern).test(name));
  }

  @Test
  void aPatternOfManyStarsIsNoTrap() {
    assertEquals(false, NameFilter.of("*a".repeat(500) + "b").test("a".repeat(255)));
  }
}
