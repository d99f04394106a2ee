package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** Reads and writes properties that are an operand's own. What others lend it is left alone. */
final class Properties {
  private static final String LENGTH = "length";

  private Properties() {}

  static Object get(Object base, String name) {
    return switch (base) {
      case ObjectDraft object -> object.get(name);
      case ArrayDraft array when name.equals(LENGTH) -> Value.of(array.length());
      case StringValue string when name.equals(LENGTH) -> Value.of(string.text().length());
      default -> throw new DoubtException();
    };
  }

  static Object get(Object base, Object key) {
    return switch (base) {
      case ArrayDraft array when key instanceof NumberValue number -> array.get(index(number));
      case StringValue string when key instanceof NumberValue number -> string.get(index(number));
      default -> get(base, name(key));
    };
  }

  static void set(Object base, String name, Object operand) {
    if (!(base instanceof ObjectDraft object)) {
      throw new DoubtException();
    }
    object.put(name, operand);
  }

  static void set(Object base, Object key, Object operand, Frame frame) {
    if (base instanceof ArrayDraft array && key instanceof NumberValue number) {
      array.set(index(number), operand, frame);
    } else {
      set(base, name(key), operand);
    }
  }

  static void remove(Object base, String name) {
    if (!(base instanceof ObjectDraft object)) {
      throw new DoubtException();
    }
    object.remove(name);
  }

  static boolean has(Object base, Object key) {
    return switch (base) {
      case ObjectDraft object -> {
        String name = name(key);
        if (object.has(name)) {
          yield true;
        }
        if (Inherited.has(name)) {
          throw new DoubtException();
        }
        yield false;
      }
      case ArrayDraft array when key instanceof NumberValue number ->
          index(number) < array.length();
      default -> throw new DoubtException();
    };
  }

  /** A key as the name of a property. */
  static String name(Object key) {
    if (key instanceof Value value && !(value instanceof DateValue)) {
      return value.toText();
    }
    throw new DoubtException();
  }

  /** A number that is the index of an item, there or not. */
  private static int index(NumberValue number) {
    int index = (int) number.number();
    if (index != number.number() || index < 0) {
      throw new DoubtException();
    }
    return index;
  }
}
