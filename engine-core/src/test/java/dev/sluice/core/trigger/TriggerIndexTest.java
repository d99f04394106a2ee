package dev.sluice.core.trigger;

import static dev.sluice.core.trigger.TestFlows.cloud;
import static dev.sluice.core.trigger.TestFlows.deployed;
import static dev.sluice.core.trigger.TestFlows.fired;
import static dev.sluice.core.trigger.TestFlows.trigger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the index changes, and what stays as it is. */
class TriggerIndexTest {
  private static final int MANY = 100_000;

  /** However many triggers there are, a deployment makes no more nodes than this. */
  private static final int TOUCHED = 100;

  private static final DeviceState STATE =
      DeviceState.of(Device.of("d").tagged("k", "v"), ObjectValue.empty());

  @Test
  void aDeploymentTakesThePlaceOfTheOneBefore() {
    TriggerIndex index =
        deployed(
            cloud(
                "f",
                trigger("deviceId", "d", "{}"),
                trigger("deviceTag", "k/v", "{}"),
                trigger("mqttTopic", "a/+", "{}")));
    assertEquals(List.of("f@develop d", "f@develop k/v"), fired(index, STATE));
    TriggerIndex redeployed = deployed(index, cloud("f", trigger("mqttTopic", "#", "{}")));
    assertEquals(List.of(), fired(redeployed, STATE));
    assertEquals(List.of("f@develop #"), fired(redeployed, MqttMessage.of("a/b", "m")));
    assertEquals(List.of("f@develop d", "f@develop k/v"), fired(index, STATE), "as it was");
  }

  @Test
  void whatIsUndeployedLeavesNothingBehind() {
    TriggerIndex empty =
        deployed(
                cloud("f", trigger("deviceId", "d", "{}"), trigger("mqttTopic", "a/+/#", "{}")),
                cloud("g", trigger("deviceId", "d", "{}"), trigger("mqttTopic", "a/+", "{}")))
            .without("f")
            .without("g");
    assertTrue(empty.defaults().isEmpty());
    assertTrue(empty.versions().isEmpty());
    assertTrue(empty.flows().isEmpty());
    assertSame(empty, empty.without("f"));
  }

  @Test
  void whatIsMadeAtOnceIsWhatOneByOneMakes() {
    Map<String, FlowListing> listings = new HashMap<>();
    TriggerIndex expected = TriggerIndex.empty();
    for (int i = 0; i < 1_000; i++) {
      CompiledFlow flow = numbered(i);
      FlowListing listing = FlowListing.of(Optional.of(flow), List.of(flow));
      listings.put(flow.flowId(), listing);
      expected = expected.with(flow.flowId(), listing);
    }
    TriggerIndex index = TriggerIndex.of(listings);
    assertEquals(expected.defaults(), index.defaults());
    assertEquals(expected.versions(), index.versions());
    assertEquals(expected.flows(), index.flows());
    for (String flowId : listings.keySet()) {
      index = index.without(flowId);
    }
    assertTrue(index.defaults().isEmpty());
    assertTrue(index.versions().isEmpty());
    assertTrue(index.flows().isEmpty());
  }

  /** A trigger of each sort of place: by id, by tag, by topic, by a tag that all have. */
  private static CompiledFlow numbered(int i) {
    return switch (i % 4) {
      case 0 -> cloud("f" + i, trigger("deviceId", "d" + i, "{}"));
      case 1 -> cloud("f" + i, trigger("deviceTag", "k" + i % 100 + "/v" + i, "{}"));
      case 2 -> cloud("f" + i, trigger("mqttTopic", "a/" + i % 100 + "/" + i + "/+", "{}"));
      default -> cloud("f" + i, trigger("deviceTag", "everyone/", "{}"));
    };
  }

  @Test
  void oneMoreAmongManyTouchesOnlyTheWayToItsPlace() {
    TriggerIndex index = TriggerIndex.empty();
    for (int i = 0; i < MANY; i++) {
      index = deployed(index, numbered(i));
    }
    Set<Object> before = parts(index);
    assertTrue(before.size() > MANY);
    for (int i = MANY; i < MANY + 4; i++) {
      TriggerIndex more = deployed(index, numbered(i));
      assertTouchesLittle(before, more, "deployed " + i);
      Set<Object> then = parts(more, before);
      then.addAll(before);
      assertTouchesLittle(then, more.without("f" + i), "undeployed " + i);
    }
    for (int i = 0; i < 4; i++) {
      assertTouchesLittle(before, index.without("f" + i), "undeployed " + i);
      assertTouchesLittle(
          before, deployed(index, cloud("f" + i, trigger("timer", "t", "{}"))), "changed " + i);
    }
  }

  private static void assertTouchesLittle(Set<Object> before, TriggerIndex after, String what) {
    int touched = parts(after, before).size();
    assertTrue(touched <= TOUCHED, () -> what + " touched " + touched);
  }

  /** Every node of an index. */
  private static Set<Object> parts(TriggerIndex index) {
    return parts(index, Set.of());
  }

  /** The nodes of an index that are none of given ones; below those there is nothing else. */
  private static Set<Object> parts(TriggerIndex index, Set<Object> known) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.add(index.flows());
    open.add(index.defaults());
    open.add(index.versions());
    while (!open.isEmpty()) {
      Object part = open.pop();
      if ((!known.isEmpty() && known.contains(part)) || !found.add(part)) {
        continue;
      }
      switch (part) {
        case Shelf shelf -> {
          open.add(shelf.exact());
          open.add(shelf.patterns());
        }
        case SegmentTrie trie -> {
          open.add(trie.named());
          open.add(trie.ending());
          open.add(trie.open());
          if (trie.any() != null) {
            open.add(trie.any());
          }
        }
        case PersistentMap<?, ?> map -> {
          if (map.root() != null) {
            open.add(map.root());
          }
        }
        case PersistentMap.Branch<?, ?> branch -> open.addAll(branch.children());
        case PersistentMap.Collision<?, ?> collision -> open.addAll(collision.leaves());
        case PersistentMap.Leaf<?, ?> leaf -> open.add(leaf.value());
        default -> {}
      }
    }
    return found;
  }

  /** Texts of the same {@code hashCode}; there are as many as one likes. */
  private static String colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 15; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @Test
  void keysOfOneHashCodeDoNotPileUp() {
    assertEquals(colliding(0).hashCode(), colliding(12_345).hashCode());
    CompiledTrigger[] triggers = new CompiledTrigger[1 << 15];
    for (int i = 0; i < triggers.length; i++) {
      triggers[i] = trigger("deviceId", colliding(i), "{}");
    }
    TriggerIndex index = deployed(cloud("f", triggers));
    long collisions =
        parts(index).stream()
            .filter(PersistentMap.Collision.class::isInstance)
            .filter(part -> ((PersistentMap.Collision<?, ?>) part).leaves().size() > 3)
            .count();
    assertEquals(0, collisions);
    assertEquals(
        1,
        index
            .match(DeviceState.of(Device.of(colliding(77)), ObjectValue.empty()), TestFlows.NOW)
            .size());
  }

  @Test
  void aFilterOfManyLevelsIsNoDeepStack() {
    String filter = "a/".repeat(50_000) + "#";
    TriggerIndex index = deployed(cloud("f", trigger("mqttTopic", filter, "{}")));
    assertEquals(1, fired(index, MqttMessage.of("a/".repeat(50_000) + "b", "m")).size());
    assertEquals(List.of(), fired(index, MqttMessage.of("a/".repeat(40_000) + "b", "m")));
    assertTrue(index.without("f").defaults().isEmpty());
  }
}
