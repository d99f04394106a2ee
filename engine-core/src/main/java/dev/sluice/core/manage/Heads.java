package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.manage.Author;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Document;
import dev.sluice.core.graph.CustomNodeKey;
import dev.sluice.core.graph.ServedTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Heads to and from the JSON that a store keeps. */
final class Heads {
  private Heads() {}

  // ---- writing

  static Document.Head write(FlowHead head) {
    ObjectValue.Builder json =
        ObjectValue.builder()
            .put("name", head.name())
            .put("flowClass", head.flowClass().key())
            .put("enabled", head.enabled());
    if (head.defaultVersionId() != null) {
      json.put("defaultVersionId", head.defaultVersionId());
    }
    if (!head.supports().isEmpty()) {
      json.put("supports", ArrayValue.of(head.supports().stream().map(Value::of).toList()));
    }
    write(json, head.created(), head.updated(), head.outline());
    return new Document.Head(head.id(), null, json.build().toJson());
  }

  static Document.Head write(VersionHead head) {
    ObjectValue.Builder json =
        ObjectValue.builder().put("version", head.version()).put("enabled", head.enabled());
    write(json, head.created(), head.updated(), head.outline());
    return new Document.Head(head.id(), head.flowId(), json.build().toJson());
  }

  private static void write(
      ObjectValue.Builder json, Stamp created, Stamp updated, Outline outline) {
    json.put("created", write(created)).put("updated", write(updated));
    ArrayValue.Builder triggers = ArrayValue.builder();
    for (TriggerHead trigger : outline.triggers()) {
      triggers.add(
          ObjectValue.builder()
              .put("type", trigger.type())
              .put("key", trigger.key())
              .put("config", trigger.config())
              .build());
    }
    ArrayValue.Builder calls = ArrayValue.builder();
    for (CustomNodeKey call : outline.calls()) {
      calls.add(
          ObjectValue.builder()
              .put("flowId", call.flowId())
              .put("version", call.version())
              .put("publishedOnly", call.publishedOnly())
              .build());
    }
    json.put("triggers", triggers.build())
        .put("calls", calls.build())
        .put("content", outline.content());
  }

  private static ObjectValue write(Stamp stamp) {
    ObjectValue.Builder json =
        ObjectValue.builder().put("time", (double) stamp.time().toEpochMilli());
    if (stamp.author() != null) {
      json.put("by", stamp.author().id()).put("type", stamp.author().type().key());
    }
    return json.build();
  }

  // ---- reading

  /**
   * Reads the head of a flow.
   *
   * @throws IllegalArgumentException if it is none
   */
  static FlowHead flow(Document.Head head) {
    ObjectValue json = object(Value.parseJson(head.json()));
    return new FlowHead(
        head.id(),
        text(json, "name"),
        FlowClass.ofKey(text(json, "flowClass"))
            .orElseThrow(() -> new IllegalArgumentException("There is no such flowClass")),
        json.get("enabled").isTruthy(),
        optionalText(json, "defaultVersionId"),
        texts(json.get("supports")),
        stamp(json.get("created")),
        stamp(json.get("updated")),
        outline(json));
  }

  /**
   * Reads the head of a version.
   *
   * @throws IllegalArgumentException if it is none
   */
  static VersionHead version(Document.Head head, String flowId) {
    ObjectValue json = object(Value.parseJson(head.json()));
    return new VersionHead(
        head.id(),
        flowId,
        text(json, "version"),
        json.get("enabled").isTruthy(),
        stamp(json.get("created")),
        stamp(json.get("updated")),
        outline(json));
  }

  private static Outline outline(ObjectValue json) {
    List<TriggerHead> triggers = new ArrayList<>();
    for (Value trigger : array(json.get("triggers"))) {
      ObjectValue found = object(trigger);
      triggers.add(
          new TriggerHead(text(found, "type"), text(found, "key"), object(found.get("config"))));
    }
    List<CustomNodeKey> calls = new ArrayList<>();
    for (Value call : array(json.get("calls"))) {
      ObjectValue found = object(call);
      calls.add(
          new CustomNodeKey(
              text(found, "flowId"),
              text(found, "version"),
              found.get("publishedOnly").isTruthy()));
    }
    return new Outline(triggers, calls, text(json, "content"));
  }

  private static Stamp stamp(Value value) {
    ObjectValue json = object(value);
    Instant time = Instant.ofEpochMilli((long) json.get("time").toNumber());
    @Nullable String by = optionalText(json, "by");
    return new Stamp(time, by == null ? null : new Author(by, type(text(json, "type"))));
  }

  private static Author.Type type(String key) {
    for (Author.Type type : Author.Type.values()) {
      if (type.key().equals(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException("There is no author of the type " + key);
  }

  private static ObjectValue object(Value value) {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw new IllegalArgumentException("Expected an object, found " + value.toJson());
  }

  private static ArrayValue array(Value value) {
    if (value instanceof ArrayValue array) {
      return array;
    }
    throw new IllegalArgumentException("Expected an array, found " + value.toJson());
  }

  private static List<String> texts(Value value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> texts.add(item.toText()));
    }
    return texts;
  }

  private static String text(ObjectValue json, String name) {
    return Optional.ofNullable(optionalText(json, name))
        .orElseThrow(() -> new IllegalArgumentException("There is no text in " + name));
  }

  private static @Nullable String optionalText(ObjectValue json, String name) {
    return json.get(name) instanceof StringValue text ? text.text() : null;
  }

  // ---- making

  /** What a head keeps of a version. */
  static List<TriggerHead> triggers(String flowId, List<Trigger> triggers) {
    List<TriggerHead> heads = new ArrayList<>();
    for (Trigger trigger : triggers) {
      String key =
          Optional.ofNullable(trigger.key())
              .orElseGet(() -> ServedTrigger.keyOf(flowId, trigger.type(), heads.size()));
      heads.add(new TriggerHead(trigger.type(), key, trigger.config()));
    }
    return heads;
  }
}
