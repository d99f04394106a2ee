package dev.sluice.nodes.data;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a payload as the schema validator sees JSON: dates are their text, numbers that are
 * not finite are null. Not safe for many threads.
 */
final class JsonView implements JsonNode {
  private static final int DEEPEST = 500;

  private final Value value;
  private final String pointer;
  private final int depth;
  private final Effort effort;
  private @Nullable List<JsonNode> items;
  private @Nullable Map<String, JsonNode> properties;

  private JsonView(Value value, String pointer, int depth, Effort effort) {
    if (depth > DEEPEST) {
      throw tooDeep();
    }
    this.value = value;
    this.pointer = pointer;
    this.depth = depth;
    this.effort = effort;
  }

  /** A view of a value as a whole. */
  static JsonView of(Value value, Effort effort) {
    return new JsonView(value, "", 0, effort);
  }

  /** A view of the name of a property of this object. */
  JsonView name(String name) {
    return new JsonView(Value.of(name), pointer, depth, effort);
  }

  Effort effort() {
    return effort;
  }

  boolean isUndefined() {
    return value == Value.undefined();
  }

  /** JSON that is the same for values that are equal, whatever order their properties have. */
  String canonicalJson() {
    return sorted(value, depth).toJson();
  }

  private static Value sorted(Value value, int depth) {
    if (depth > DEEPEST) {
      throw tooDeep();
    }
    return switch (value) {
      case ArrayValue array -> {
        ArrayValue.Builder items = ArrayValue.builder();
        array.forEach(item -> items.add(sorted(item, depth + 1)));
        yield items.build();
      }
      case ObjectValue object -> {
        ObjectValue.Builder properties = ObjectValue.builder();
        object.keys().stream()
            .sorted()
            .forEach(key -> properties.put(key, sorted(object.get(key), depth + 1)));
        yield properties.build();
      }
      default -> value;
    };
  }

  private static NodeException tooDeep() {
    return Effort.tooMuch("meets a value nested more than " + DEEPEST + " levels deep");
  }

  /** How many items or properties the value has, or a measure of how long its text is. */
  int size() {
    return switch (value) {
      case ObjectValue object -> object.size();
      case ArrayValue array -> array.size();
      case StringValue text -> text.text().length() / 8;
      default -> 0;
    };
  }

  /** The pointer, with {@code ~2} for the hash sign that would end it in a reference. */
  @Override
  public String getJsonPointer() {
    return pointer;
  }

  @Override
  public SimpleType getNodeType() {
    return switch (value) {
      case ObjectValue ignored -> SimpleType.OBJECT;
      case ArrayValue ignored -> SimpleType.ARRAY;
      case StringValue ignored -> SimpleType.STRING;
      case BooleanValue ignored -> SimpleType.BOOLEAN;
      case NumberValue number -> type(number.number());
      case DateValue date -> date.isValid() ? SimpleType.STRING : SimpleType.NULL;
      case NullValue ignored -> SimpleType.NULL;
      case UndefinedValue ignored -> SimpleType.NULL;
    };
  }

  private static SimpleType type(double number) {
    if (!Double.isFinite(number)) {
      return SimpleType.NULL;
    }
    return number == Math.rint(number) ? SimpleType.INTEGER : SimpleType.NUMBER;
  }

  @Override
  public boolean asBoolean() {
    return value.isTruthy();
  }

  @Override
  public String asString() {
    return value instanceof DateValue date ? date.toIsoString() : value.toText();
  }

  @Override
  public BigInteger asInteger() {
    return asNumber().toBigInteger();
  }

  @Override
  public BigDecimal asNumber() {
    return BigDecimal.valueOf(value.toNumber());
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonNode> known = items;
    if (known == null) {
      ArrayValue array = (ArrayValue) value;
      List<JsonNode> views = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        views.add(child(array.get(i), Integer.toString(i)));
      }
      known = Collections.unmodifiableList(views);
      items = known;
    }
    return known;
  }

  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonNode> known = properties;
    if (known == null) {
      Map<String, JsonNode> views = new LinkedHashMap<>();
      ((ObjectValue) value)
          .forEach(
              (key, entry) -> {
                if (entry != Value.undefined()) {
                  views.put(key, child(entry, JsonNode.encodeJsonPointer(key).replace("#", "~2")));
                }
              });
      known = Collections.unmodifiableMap(views);
      properties = known;
    }
    return known;
  }

  private JsonView child(Value child, String step) {
    return new JsonView(child, pointer + "/" + step, depth + 1, effort);
  }

  /** The keys of a pointer as {@link #getJsonPointer()} writes it. */
  static List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    for (int at = 0; at < pointer.length(); ) {
      int next = pointer.indexOf('/', at + 1);
      int end = next < 0 ? pointer.length() : next;
      keys.add(
          pointer.substring(at + 1, end).replace("~2", "#").replace("~1", "/").replace("~0", "~"));
      at = end;
    }
    return keys;
  }
}
