package dev.sluice.api.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import org.junit.jupiter.api.Test;

/** A press becomes a firing of its button. */
class VirtualButtonPressTest {
  @Test
  void bringsNothingUnlessTold() {
    assertEquals(Firing.of("virtualButton").withKey("b"), VirtualButtonPress.of("b").toFiring());
  }

  @Test
  void bringsWhatItIsTold() {
    Firing firing =
        VirtualButtonPress.of("b")
            .withPayload(Value.of(1))
            .withMeta(Value.of("m"))
            .withFlowVersion("v1")
            .withDeviceId("d")
            .by("user", "u")
            .toFiring();
    assertEquals("b", firing.key().orElseThrow());
    assertEquals("v1", firing.version());
    assertEquals(Value.of(1), firing.data());
    assertEquals(
        ObjectValue.builder()
            .put("meta", "m")
            .put("deviceId", "d")
            .put("relayId", "u")
            .put("relayType", "user")
            .build(),
        firing.extras());
  }

  @Test
  void anUndefinedPayloadIsNone() {
    VirtualButtonPress press = VirtualButtonPress.of("b");
    assertEquals(press, press.withPayload(Value.undefined()));
    assertEquals(Value.nullValue(), press.withPayload(Value.nullValue()).payload());
  }
}
