package dev.sluice.api.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiringTest {
  @Test
  void theUsualOnes() {
    assertEquals(
        new Firing("virtualButton", null, null, null, null, ObjectValue.empty()),
        Firing.virtualButton());
    assertEquals(
        new Firing("timer", null, null, ObjectValue.empty(), null, ObjectValue.empty()),
        Firing.timer());
    assertEquals(
        new Firing("mqttTopic", null, null, null, null, ObjectValue.empty()),
        Firing.of("mqttTopic"));
  }

  @Test
  void eachPartIsSetByItself() {
    Firing bare = Firing.of("a");
    Instant time = Instant.parse("2024-01-15T14:30:00Z");
    assertEquals(Optional.of("k"), bare.withKey("k").key());
    assertEquals(Optional.empty(), bare.key());
    assertEquals("develop", bare.withVersion("develop").version());
    assertEquals(Value.of(5), bare.withData(Value.of(5)).data());
    assertEquals(Value.parseJson("[5]"), bare.withData("[5]").data());
    assertEquals(time, bare.at(time).time());
    assertEquals(
        new Firing("a", "k", "v", Value.of(1), time, ObjectValue.of("x", Value.of(2))),
        bare.withKey("k").withVersion("v").withData(Value.of(1)).at(time).with("x", Value.of(2)));
    assertNull(bare.version());
    assertNull(bare.data());
    assertNull(bare.time());
    assertTrue(bare.extras().isEmpty());
  }

  @Test
  void furtherEntriesAddUp() {
    Firing firing = Firing.timer().with("a", Value.of(1)).with("b", Value.of(2));
    assertEquals("{\"a\":3,\"b\":2}", firing.with("a", Value.of(3)).extras().toJson());
    assertEquals(
        "{\"a\":4,\"b\":2,\"c\":5}",
        firing.with(ObjectValue.builder().put("a", 4).put("c", 5).build()).extras().toJson());
    assertEquals("{\"a\":1,\"b\":2}", firing.extras().toJson());
  }

  @Test
  void dataThatIsNoJsonIsRefused() {
    Firing firing = Firing.timer();
    assertThrows(InvalidJsonException.class, () -> firing.withData("{"));
  }
}
