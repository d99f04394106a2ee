package dev.sluice.api.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes one value as a Jackson tree. What the value shares the tree does not, so it may be huge:
 * its values are counted before any is written.
 */
final class JsonTree {
  private int counted;

  private JsonTree() {}

  static JsonNode of(Value value) {
    new JsonTree().count(value, 0);
    return node(value);
  }

  private void count(Value value, int depth) {
    if (depth > Json.MAX_DEPTH) {
      throw Json.tooDeep();
    }
    Json.checkCount(++counted);
    if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        count(object.peekAt(i), depth + 1);
      }
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        count(array.peek(i), depth + 1);
      }
    }
  }

  private static JsonNode node(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case ObjectValue object -> {
        ObjectNode node = nodes.objectNode();
        for (int i = 0; i < object.size(); i++) {
          Value entry = object.peekAt(i);
          if (entry != UndefinedValue.UNDEFINED) {
            node.set(object.keyAt(i), node(entry));
          }
        }
        yield node;
      }
      case ArrayValue array -> {
        ArrayNode node = nodes.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
          node.add(node(array.peek(i)));
        }
        yield node;
      }
      case StringValue string -> nodes.textNode(string.text());
      case NumberValue number -> numberNode(nodes, number.number());
      case BooleanValue flag -> nodes.booleanNode(flag.isTruthy());
      case DateValue date -> date.isValid() ? nodes.textNode(date.toIsoString()) : nodes.nullNode();
      case NullValue ignored -> nodes.nullNode();
      case UndefinedValue ignored -> nodes.nullNode();
    };
  }

  private static JsonNode numberNode(JsonNodeFactory nodes, double number) {
    if (!Double.isFinite(number)) {
      return nodes.nullNode();
    }
    return number == (long) number && Math.abs(number) < 1e15
        ? nodes.numberNode((long) number)
        : nodes.numberNode(number);
  }
}
