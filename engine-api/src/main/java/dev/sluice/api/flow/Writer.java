package dev.sluice.api.flow;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * Writes the properties of an object of the flow format. What is null or empty is not written: if
 * it was there when the object was read, {@link Reader#other()} has kept it.
 */
final class Writer {
  private final ObjectValue.Builder object = ObjectValue.builder();
  private final ObjectValue other;

  Writer(ObjectValue other) {
    this.other = other;
  }

  void put(String name, @Nullable String text) {
    if (text != null) {
      object.put(name, text);
    }
  }

  void put(String name, ContainerValue container) {
    if (!container.isEmpty()) {
      object.put(name, container);
    }
  }

  void put(String name, Value value) {
    if (!(value instanceof UndefinedValue)) {
      object.put(name, value);
    }
  }

  /** Written only if it is not what absence means. */
  void put(String name, boolean flag, boolean whenAbsent) {
    if (flag != whenAbsent) {
      object.put(name, flag);
    }
  }

  void putAll(String name, Iterable<ObjectValue> objects) {
    ArrayValue.Builder array = ArrayValue.builder();
    objects.forEach(array::add);
    put(name, (ContainerValue) array.build());
  }

  ObjectValue build() {
    ObjectValue known = object.build();
    other.forEach(
        (name, value) -> {
          if (!known.has(name)) {
            object.put(name, value);
          }
        });
    return object.build();
  }
}
