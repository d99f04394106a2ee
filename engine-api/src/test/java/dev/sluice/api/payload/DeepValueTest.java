package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values nested far deeper than any stack, or that are small only because they share parts. */
class DeepValueTest {
  private static final int DEPTH = 100_000;

  private static Value nest(UnaryOperator<Value> around, int times, Value innermost) {
    Value value = innermost;
    for (int i = 0; i < times; i++) {
      value = around.apply(value);
    }
    return value;
  }

  static Stream<UnaryOperator<Value>> containers() {
    return Stream.of(ArrayValue::of, value -> ObjectValue.of("a", value));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void deepValuesAreRefusedOrHandled(UnaryOperator<Value> around) {
    Value deep = nest(around, DEPTH, Value.of(1));
    Value same = nest(around, DEPTH, Value.of(1));
    assertThrows(PayloadLimitException.class, deep::toJson);
    assertThrows(PayloadLimitException.class, deep::toString);
    assertThrows(PayloadLimitException.class, deep::toJsonNode);
    assertThrows(PayloadLimitException.class, () -> deep.equals(same));
    assertEquals(deep.hashCode(), same.hashCode());
    assertTrue(deep.isTruthy());
    if (deep instanceof ArrayValue) {
      assertThrows(PayloadLimitException.class, deep::toText);
      assertThrows(PayloadLimitException.class, deep::toNumber);
    }
  }

  @ParameterizedTest
  @MethodSource("containers")
  void deepValuesAreForkedAndWritten(UnaryOperator<Value> around) {
    Payload payload = Payload.of(ObjectValue.of("deep", nest(around, DEPTH, Value.of(1))));
    Payload fork = payload.fork();
    String inner = payload.get("deep") instanceof ArrayValue ? "deep.[0].[0]" : "deep.a.a";
    fork.set(inner, Value.of(2));
    payload.remove(PayloadPath.parse(inner));
    assertEquals(Value.of(2), fork.get(inner));
    assertEquals(Value.undefined(), payload.get(inner));
  }

  @Test
  void aValueOfTheDeepestAllowedNestingIsHandled() {
    Value value = nest(ArrayValue::of, 1000, Value.of(1));
    Value same = nest(ArrayValue::of, 1000, Value.of(1));
    assertEquals(value, same);
    assertEquals("1", value.toText());
    assertEquals(value, Value.parseJson(value.toJson()));
    assertEquals(value, Value.fromJson(value.toJsonNode()));
    Value deeper = ArrayValue.of(value);
    assertThrows(PayloadLimitException.class, deeper::toJson);
  }

  private static Value doubled(int times) {
    return nest(value -> ArrayValue.of(value, value), times, ArrayValue.of(Value.of(1)));
  }

  @Test
  void aValueThatIsHugeOnPaperIsRefused() {
    Value huge = doubled(100);
    assertThrows(PayloadLimitException.class, huge::toJson);
    assertThrows(PayloadLimitException.class, huge::toJsonNode);
    Value other = doubled(100);
    assertThrows(PayloadLimitException.class, () -> huge.equals(other));
    assertEquals(huge, ((ArrayValue) ArrayValue.of(huge)).get(0));
    assertEquals(huge.hashCode(), other.hashCode());
  }

  /** A tree shares nothing, so that a part of a huge one would already fill the host's memory. */
  @Test
  void ofATreeThatIsRefusedNothingIsMade() {
    Value huge = doubled(100);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThrows(PayloadLimitException.class, huge::toJsonNode);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1 << 20, () -> allocated + " bytes");
  }

  @Test
  void aValueThatIsModeratelyLargeOnPaperIsHandled() {
    assertEquals(doubled(12), doubled(12));
    assertEquals(doubled(12), Value.fromJson(doubled(12).toJsonNode()));
  }
}
