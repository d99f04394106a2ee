package dev.sluice.nodes.corpus;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes flows at random, the same way for the same seed. */
final class Mutations {
  private static final List<String> SNIPPETS =
      List.of(
          "",
          " ",
          ".",
          "data",
          "data.items",
          "data.items[0].x",
          "data[",
          "data..x",
          "working.a.b.c",
          "[999999999]",
          "data.items[16777216]",
          "__proto__.x",
          "constructor",
          "{{data.x}}",
          "{{{data.x}}}",
          "{{#each data.items}}{{@index}}{{this}}{{/each}}",
          "{{#if data.x}}a{{else}}b{{/if}}",
          "{{#if data.x}}",
          "{{/if}}",
          "{{",
          "}}",
          "{{jsonEncode .}}",
          "{{format data.x ',.2f'}}",
          "{{no helper here}}",
          "{{data.x}} > 1 && {{data.y}} === 'a'",
          "{{data.x}} + 1",
          "1 / 0",
          "((((((1))))))",
          "({{data.x}}",
          "!".repeat(300) + "1",
          "(".repeat(3_000) + "1" + ")".repeat(3_000),
          "{{#if a}}".repeat(1_000) + "{{/if}}".repeat(1_000),
          "{{#each data.items}}".repeat(30) + "x" + "{{/each}}".repeat(30),
          "1 + ".repeat(2_000) + "1",
          "a.".repeat(2_000) + "a",
          "(a+)+$",
          "NaN",
          "-1",
          "1e309",
          "0.001",
          "59",
          "develop",
          "default",
          "v1.0.0",
          "true",
          "null",
          "[]",
          "{\"a\": {{data.x}} }",
          "\u0000\ud800\uffff",
          "x".repeat(20_000));

  private static final List<String> TYPES =
      List.of(
          "AnnotationNode",
          "ConditionalNode",
          "CustomNodeCapNode",
          "CustomNodeExecuteNode",
          "DebugNode",
          "DelayNode",
          "GetValueNode",
          "HttpNode",
          "LoopCapNode",
          "LoopNode",
          "MathNode",
          "MutateNode",
          "StoreValueNode",
          "SwitchNode",
          "ThrowErrorNode",
          "NoSuchNode");

  private static final List<String> KEYS =
      List.of(
          "id",
          "type",
          "config",
          "meta",
          "outputIds",
          "groupId",
          "loopNodeId",
          "expression",
          "rules",
          "cases",
          "fields",
          "value",
          "triggers",
          "nodes",
          "globals",
          "flowClass",
          "minimumAgentVersion",
          "customNodeConfig",
          "__proto__");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** A changed flow. */
  ObjectValue structure(ObjectValue flow) {
    Value changed = flow;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed =
          changed instanceof ObjectValue object && random.nextBoolean()
              ? graph(object)
              : anywhere(changed, 0);
    }
    return changed instanceof ObjectValue object ? object : flow;
  }

  /** A changed text. */
  String text(String json) {
    StringBuilder text = new StringBuilder(json);
    for (int i = random.nextInt(3); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(6)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, (char) random.nextInt(128));
        case 2 -> text.insert(at, "[]{}\",:0-\\eu\u00e9".charAt(random.nextInt(13)));
        case 3 -> text.insert(at, one(List.of("[", "{\"a\":")).repeat(random.nextInt(5_000)));
        case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  /** Changes how nodes are named, typed, wired and grouped. */
  private ObjectValue graph(ObjectValue flow) {
    String part = random.nextInt(5) == 0 ? "triggers" : "nodes";
    if (!(flow.get(part) instanceof ArrayValue array) || array.isEmpty()) {
      return flow;
    }
    List<Value> items = list(array);
    int at = random.nextInt(items.size());
    if (!(items.get(at) instanceof ObjectValue item)) {
      return flow;
    }
    ObjectValue.Builder changed = item.toBuilder();
    switch (random.nextInt(7)) {
      case 0 -> changed.put("id", id(flow));
      case 1 -> changed.put("type", one(TYPES));
      case 2 -> {
        ObjectValue.Builder meta =
            item.get("meta") instanceof ObjectValue object
                ? object.toBuilder()
                : ObjectValue.builder();
        changed.put("meta", meta.put("groupId", id(flow)).build());
      }
      case 3 -> changed.put("config", anywhere(item.get("config"), 0));
      case 4 -> {
        if (item.get("config") instanceof ObjectValue config && !config.isEmpty()) {
          changed.put(
              "config",
              config.toBuilder()
                  .put(config.keyAt(random.nextInt(config.size())), one(SNIPPETS))
                  .build());
        }
      }
      default -> changed.put("outputIds", wiring(flow));
    }
    items.set(at, changed.build());
    return flow.toBuilder().put(part, ArrayValue.of(items)).build();
  }

  private ArrayValue wiring(ObjectValue flow) {
    List<Value> outputs = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<Value> ids = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        ids.add(id(flow));
      }
      outputs.add(ArrayValue.of(ids));
    }
    return ArrayValue.of(outputs);
  }

  private Value id(ObjectValue flow) {
    if (random.nextInt(10) > 0
        && flow.get("nodes") instanceof ArrayValue nodes
        && !nodes.isEmpty()) {
      return nodes.get(random.nextInt(nodes.size())).get("id");
    }
    return Value.of(one(SNIPPETS));
  }

  /** Changes a value, or something inside it. */
  private Value anywhere(Value value, int depth) {
    boolean here = depth > 0 && random.nextInt(4) == 0;
    return switch (value) {
      case ObjectValue object when !here && !object.isEmpty() -> {
        String key = object.keyAt(random.nextInt(object.size()));
        yield object.toBuilder().put(key, anywhere(object.get(key), depth + 1)).build();
      }
      case ArrayValue array when !here && !array.isEmpty() -> {
        List<Value> items = list(array);
        int at = random.nextInt(items.size());
        items.set(at, anywhere(items.get(at), depth + 1));
        yield ArrayValue.of(items);
      }
      case ObjectValue object -> changed(object);
      case ArrayValue array -> changed(array);
      case StringValue text -> changed(text.text());
      default -> anything();
    };
  }

  private Value changed(ObjectValue object) {
    ObjectValue.Builder builder = object.toBuilder();
    String key = object.isEmpty() ? "x" : object.keyAt(random.nextInt(object.size()));
    return switch (random.nextInt(6)) {
      case 0 -> builder.remove(key).build();
      case 1 -> builder.remove(key).put(one(KEYS), object.get(key)).build();
      case 2 -> builder.put(one(KEYS), object.get(key)).build();
      case 3 -> builder.put(one(KEYS), anything()).build();
      case 4 -> ArrayValue.of(object.get(key));
      default -> anything();
    };
  }

  private Value changed(ArrayValue array) {
    List<Value> items = list(array);
    if (items.isEmpty()) {
      return ArrayValue.of(anything());
    }
    int at = random.nextInt(items.size());
    switch (random.nextInt(6)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      case 2 -> Collections.swap(items, at, random.nextInt(items.size()));
      case 3 -> items.add(at, anything());
      case 4 -> {
        return items.get(at);
      }
      default -> {
        return anything();
      }
    }
    return ArrayValue.of(items);
  }

  private Value changed(String text) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> Value.of(text.substring(0, at) + one(SNIPPETS) + text.substring(at));
      case 1 -> Value.of(text.substring(at));
      case 2 -> Value.of(text + text);
      case 3 -> ArrayValue.of(Value.of(text));
      case 4 -> anything();
      default -> Value.of(one(SNIPPETS));
    };
  }

  private Value anything() {
    return switch (random.nextInt(12)) {
      case 0 -> Value.nullValue();
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> Value.of(random.nextInt(5) - 2);
      case 3 -> Value.of(random.nextBoolean() ? Double.MAX_VALUE : -1e21);
      case 4 -> Value.of(random.nextDouble());
      case 5 -> ArrayValue.of(List.of());
      case 6 -> ObjectValue.empty();
      case 7 -> nested(random.nextInt(400));
      case 8 -> ObjectValue.of(one(KEYS), Value.of(one(SNIPPETS)));
      default -> Value.of(one(SNIPPETS));
    };
  }

  private Value nested(int depth) {
    Value value = Value.of(1);
    boolean arrays = random.nextBoolean();
    for (int i = 0; i < depth; i++) {
      value = arrays ? ArrayValue.of(value) : ObjectValue.of("a", value);
    }
    return value;
  }

  private String one(List<String> options) {
    return options.get(random.nextInt(options.size()));
  }

  private static List<Value> list(ArrayValue array) {
    List<Value> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
