package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the fields of an object; what is null is left out. */
final class Fields {
  private final ObjectValue.Builder builder = ObjectValue.builder();

  Fields put(String key, @Nullable String text) {
    return put(key, text == null ? null : Value.of(text));
  }

  Fields put(String key, double number) {
    return put(key, Value.of(number));
  }

  Fields put(String key, boolean flag) {
    return put(key, Value.of(flag));
  }

  Fields put(String key, @Nullable Instant time) {
    return put(key, time == null ? null : Value.of(time));
  }

  Fields put(String key, @Nullable Value value) {
    if (value != null) {
      builder.put(key, value);
    }
    return this;
  }

  Fields putFlag(String key, @Nullable Boolean flag) {
    return put(key, flag == null ? null : Value.of(flag));
  }

  Fields putNumber(String key, @Nullable Number number) {
    return put(key, number == null ? null : Value.of(number.doubleValue()));
  }

  Fields putAll(ObjectValue fields) {
    builder.putAll(fields);
    return this;
  }

  ObjectValue build() {
    return builder.build();
  }

  static ArrayValue texts(List<String> texts) {
    return ArrayValue.of(texts.stream().map(Value::of).toList());
  }
}
