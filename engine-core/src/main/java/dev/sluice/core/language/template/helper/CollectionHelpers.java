package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** Helpers that build arrays and objects and find things in them. */
final class CollectionHelpers {
  private CollectionHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "obj", (Helper.OfCall) Invocation::named,
        "array", (Helper.OfCall) CollectionHelpers::array,
        "merge", (Helper.OfCall) CollectionHelpers::merge,
        "last", (Helper.OfOne) CollectionHelpers::last,
        "join", (Helper.OfCall) CollectionHelpers::join,
        "indexByKey", (Helper.OfCall) call -> Value.of(indexByKey(call)),
        "valueByKey", (Helper.OfCall) CollectionHelpers::valueByKey);
  }

  private static Value array(Invocation call) {
    ArrayValue.Builder builder = ArrayValue.builder();
    for (int i = 0; i < call.count(); i++) {
      builder.add(call.argument(i));
    }
    return builder.build();
  }

  private static Value merge(Invocation call) {
    ObjectValue.Builder builder = ObjectValue.builder();
    for (int i = 0; i < call.count(); i++) {
      if (call.argument(i) instanceof ObjectValue object) {
        call.charge(object.size());
        builder.putAll(object);
      }
    }
    return builder.build();
  }

  private static Value last(Value value) {
    return switch (value) {
      case ArrayValue array -> array.get(array.size() - 1);
      case StringValue string -> string.get(string.text().length() - 1);
      default -> Value.undefined();
    };
  }

  private static Value join(Invocation call) {
    Value list = call.argument(0);
    if (!(list instanceof ArrayValue array)) {
      return Value.of(list instanceof ContainerValue ? "" : TextHelpers.text(list));
    }
    Value given = call.argument(1);
    String separator = given == UndefinedValue.UNDEFINED ? "," : given.toText();
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        result.append(separator);
      }
      int before = result.length();
      result.append(TextHelpers.text(array.get(i)));
      call.charge(1 + (separator.length() + result.length() - before) / 16);
    }
    return Value.of(result.toString());
  }

  private static int indexByKey(Invocation call) {
    if (!(call.argument(0) instanceof ArrayValue array)) {
      return -1;
    }
    Value wanted = call.argument(1);
    String key = name(call.argument(2), "key");
    call.charge(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (Comparison.strictlyEqual(array.get(i).get(key), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static Value valueByKey(Invocation call) {
    int index = indexByKey(call);
    return index < 0
        ? Value.undefined()
        : call.argument(0).get(index).get(name(call.argument(3), "value"));
  }

  private static String name(Value value, String otherwise) {
    return value.isPresent() ? value.toText() : otherwise;
  }
}
