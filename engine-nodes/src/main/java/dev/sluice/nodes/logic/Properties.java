package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.function.BiConsumer;

/** The properties of an object, and those of an array, whose names are the indexes. */
final class Properties {
  private Properties() {}

  static void forEach(ContainerValue container, BiConsumer<String, Value> action) {
    switch (container) {
      case ObjectValue object -> object.forEach(action);
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          action.accept(Integer.toString(i), array.get(i));
        }
      }
    }
  }

  /** An object of the same properties. */
  static ObjectValue object(ContainerValue container) {
    if (container instanceof ObjectValue object) {
      return object;
    }
    ObjectValue.Builder object = ObjectValue.builder();
    forEach(container, object::put);
    return object.build();
  }
}
