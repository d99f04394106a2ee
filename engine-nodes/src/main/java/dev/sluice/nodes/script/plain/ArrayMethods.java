package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/** The methods of arrays that call no function. */
final class ArrayMethods {
  private ArrayMethods() {}

  static Object call(Method method, ArrayDraft array, Operands operands, Frame frame) {
    return switch (method) {
      case PUSH -> {
        for (Object operand : operands.all()) {
          array.set(array.length(), operand, frame);
        }
        yield Value.of(array.length());
      }
      case CONCAT -> concat(array, operands, frame);
      case INCLUDES -> Value.of(indexOf(array, operands, true, frame) >= 0);
      case INDEX_OF -> Value.of(indexOf(array, operands, false, frame));
      case JOIN -> join(array, operands, frame);
      case SLICE -> {
        int length = array.length();
        int from = TextMethods.fromEnd(operands.integer(0, 0), length);
        int to = TextMethods.fromEnd(operands.integer(1, length), length);
        List<Object> items = new ArrayList<>();
        append(array, from, to, items, frame);
        yield new ArrayDraft(items.toArray());
      }
      default -> throw new DoubtException();
    };
  }

  private static void append(ArrayDraft array, int from, int to, List<Object> items, Frame frame) {
    frame.spend(Math.max(0, to - from));
    for (int i = from; i < to; i++) {
      items.add(array.get(i));
    }
  }

  private static Object concat(ArrayDraft array, Operands operands, Frame frame) {
    List<Object> items = new ArrayList<>();
    append(array, 0, array.length(), items, frame);
    for (Object operand : operands.all()) {
      if (operand instanceof ArrayDraft other) {
        append(other, 0, other.length(), items, frame);
      } else {
        items.add(operand);
      }
    }
    return new ArrayDraft(items.toArray());
  }

  private static int indexOf(ArrayDraft array, Operands operands, boolean findsNaN, Frame frame) {
    if (operands.count() != 1) {
      throw new DoubtException();
    }
    Object sought = operands.get(0);
    frame.spend(array.length());
    for (int i = 0; i < array.length(); i++) {
      Object item = array.get(i);
      if (Coercion.strictlyEqual(item, sought)
          || (findsNaN && Coercion.isNaN(item) && Coercion.isNaN(sought))) {
        return i;
      }
    }
    return -1;
  }

  private static Value join(ArrayDraft array, Operands operands, Frame frame) {
    String separator = operands.count() == 0 ? "," : operands.text(0);
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < array.length(); i++) {
      Object item = array.get(i);
      String text = Coercion.isNullish(item) ? "" : Coercion.text(item);
      frame.spend(1 + text.length() + separator.length());
      joined.append(i == 0 ? "" : separator).append(text);
    }
    return StringValue.of(joined.toString());
  }
}
