package dev.sluice.core.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledFlowTest {
  private static CompiledFlow flow(List<CompiledTrigger> triggers) {
    return new CompiledFlow(
        "f",
        "Mine",
        "develop",
        null,
        FlowClass.CLOUD,
        true,
        ObjectValue.empty(),
        triggers,
        null,
        Set.of(),
        null,
        ObjectValue.empty(),
        List.of(),
        false);
  }

  private static CompiledTrigger trigger(String type, String key) {
    return new CompiledTrigger(
        type, key, "ui " + key, ObjectValue.empty(), ObjectValue.empty(), new Steps(Step.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "timer, , t1",
    "timer, t2, t2",
    "virtualButton, , b",
    "virtualButton, b, b",
    "virtualButton, ui b, b",
    "timer, ui t2, t2",
  })
  void aTriggerIsFoundByTypeAndKey(String type, @Nullable String key, String found) {
    CompiledFlow flow =
        flow(
            List.of(trigger("timer", "t1"), trigger("timer", "t2"), trigger("virtualButton", "b")));
    assertEquals(found, flow.trigger(type, key).orElseThrow().key());
  }

  @ParameterizedTest
  @CsvSource({"webhook, ", "timer, b", "timer, x", "Timer, "})
  void andNotByOneOfThem(String type, @Nullable String key) {
    assertTrue(
        flow(List.of(trigger("timer", "t"), trigger("virtualButton", "b")))
            .trigger(type, key)
            .isEmpty());
  }

  @Test
  void theListsNeverChange() {
    List<CompiledTrigger> triggers = new ArrayList<>(List.of(trigger("timer", "t")));
    CompiledFlow flow = flow(triggers);
    triggers.clear();
    assertEquals(1, flow.triggers().size());
    assertThrows(UnsupportedOperationException.class, () -> flow.triggers().clear());
  }

  @Test
  void noTwoCompilationsAreEqual() {
    CompiledFlow flow = flow(List.of());
    assertEquals(flow, flow);
    assertNotEquals(flow, flow(List.of()));
    assertEquals("Mine (f, develop)", flow.toString());
    assertEquals("f@1.0", new CustomNodeKey("f", "1.0", false).toString());
  }
}
