package dev.sluice.core.store.sql;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.Relay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scheduled runs as text; what is null is left out. */
final class StoredRun {
  private StoredRun() {}

  static String write(ScheduledRun run) {
    ButtonPress press = run.press();
    Circumstances circumstances = press.circumstances();
    ObjectValue.Builder object =
        ObjectValue.builder()
            .put("runId", run.runId())
            .put("flowId", run.flowId())
            .put("time", run.time().toString())
            .put("key", press.key());
    if (press.data() != null) {
      object.put("data", press.data());
    }
    if (press.meta() != null) {
      object.put("meta", press.meta());
    }
    if (press.device() != null) {
      object.put("device", device(press.device()));
    }
    if (circumstances.time() != null) {
      object.put("pressed", circumstances.time().toString());
    }
    Relay relay = circumstances.relay();
    if (relay != null) {
      object.put(
          "relay", ObjectValue.builder().put("id", relay.id()).put("type", relay.type()).build());
    }
    if (circumstances.version() != null) {
      object.put("version", circumstances.version());
    }
    return StoredValue.write(object.build());
  }

  private static ObjectValue device(Device device) {
    ObjectValue.Builder tags = ObjectValue.builder();
    // In an array, as an object would sort keys that are numbers.
    ArrayValue.Builder order = ArrayValue.builder();
    device
        .tags()
        .forEach(
            (key, values) -> {
              order.add(Value.of(key));
              tags.put(key, ArrayValue.of(values.stream().map(Value::of).toList()));
            });
    ObjectValue.Builder object =
        ObjectValue.builder()
            .put("id", device.id())
            .put("order", order.build())
            .put("tags", tags.build())
            .put("details", device.details());
    if (device.name() != null) {
      object.put("name", device.name());
    }
    return object.build();
  }

  static ScheduledRun read(String stored) {
    Value run = StoredValue.read(stored);
    return new ScheduledRun(
        text(run, "runId"),
        text(run, "flowId"),
        new ButtonPress(
            text(run, "key"),
            part(run, "data"),
            part(run, "meta"),
            run.get("device") instanceof ObjectValue device ? device(device) : null,
            new Circumstances(
                run.get("pressed").isPresent() ? Instant.parse(text(run, "pressed")) : null,
                run.get("relay") instanceof ObjectValue relay
                    ? new Relay(text(relay, "id"), text(relay, "type"))
                    : null,
                run.get("version").isPresent() ? text(run, "version") : null)),
        Instant.parse(text(run, "time")));
  }

  private static Device device(ObjectValue object) {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    for (Value key : (ArrayValue) object.get("order")) {
      List<String> values = new ArrayList<>();
      ((ArrayValue) object.get("tags").get(key.toText()))
          .forEach(value -> values.add(value.toText()));
      tags.put(key.toText(), values);
    }
    return new Device(
        text(object, "id"),
        object.has("name") ? text(object, "name") : null,
        tags,
        (ObjectValue) object.get("details"));
  }

  private static @Nullable Value part(Value run, String key) {
    return run instanceof ObjectValue object && object.has(key) ? object.get(key) : null;
  }

  private static String text(Value object, String key) {
    return object.get(key).toText();
  }
}
