package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where an item stands among others. Texts among themselves go by their UTF-16 units, numbers,
 * booleans and dates by number; where both occur, a text that is a number goes by it and any other
 * follows the numbers. Objects and arrays follow those, then null, undefined and NaN.
 *
 * <p>JavaScript's own comparison of mixed values is no order: what a sort gives by it depends on
 * the algorithm.
 */
record SortKey(int rank, double number, String text) {
  private static final int TEXT = 1;
  private static final int CONTAINER = 2;
  private static final int NULL = 3;
  private static final int UNDEFINED = 4;
  private static final int NOT_A_NUMBER = 5;

  private static final Comparator<SortKey> ORDER =
      Comparator.comparingInt(SortKey::rank)
          .thenComparingDouble(SortKey::number)
          .thenComparing(SortKey::text);

  private record Keyed(SortKey key, Value item) {}

  enum Order {
    ASCENDING,
    DESCENDING
  }

  /** The items in order; those that are equal stay as they were. */
  static ArrayValue sort(ArrayValue array, UnaryOperator<Value> property, Order order) {
    boolean onlyTexts = true;
    List<Value> properties = new ArrayList<>(array.size());
    for (Value item : array) {
      Value value = property.apply(item);
      properties.add(value);
      onlyTexts &= value instanceof StringValue || !value.isPresent();
    }
    List<Keyed> keyed = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      keyed.add(new Keyed(of(properties.get(i), onlyTexts), array.get(i)));
    }
    keyed.sort(
        Comparator.comparing(Keyed::key, order == Order.DESCENDING ? ORDER.reversed() : ORDER));
    return ArrayValue.of(keyed.stream().map(Keyed::item).toList());
  }

  private static SortKey of(Value value, boolean asText) {
    return switch (value) {
      case ContainerValue ignored -> new SortKey(CONTAINER, 0, "");
      case NullValue ignored -> new SortKey(NULL, 0, "");
      case UndefinedValue ignored -> new SortKey(UNDEFINED, 0, "");
      case StringValue string when asText || Double.isNaN(string.toNumber()) ->
          new SortKey(TEXT, 0, string.text());
      case NumberValue number when Double.isNaN(number.number()) ->
          new SortKey(NOT_A_NUMBER, 0, "");
      default -> new SortKey(0, value.toNumber() + 0.0, "");
    };
  }
}
