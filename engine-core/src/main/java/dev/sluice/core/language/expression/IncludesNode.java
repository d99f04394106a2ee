package dev.sluice.core.language.expression;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.text.TextSearch;

/** Whether an array holds an item or a string a part; false for what is neither. */
record IncludesNode(Node collection, Node sought) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    Value holder = collection.evaluate(payload);
    Value wanted = sought.evaluate(payload);
    return switch (holder) {
      case ArrayValue array -> holds(array, wanted);
      case StringValue string -> TextSearch.contains(string.text(), wanted.toText());
      default -> false;
    };
  }

  private static boolean holds(ArrayValue array, Value wanted) {
    for (int i = 0; i < array.size(); i++) {
      if (Coercion.sameValueZero(array.get(i), wanted)) {
        return true;
      }
    }
    return false;
  }
}
