package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** Gives keys to the triggers that are found by one that nobody but the engine chooses. */
final class TriggerKeys {
  private final NewIds ids;
  private final String applicationId;

  TriggerKeys(NewIds ids, String applicationId) {
    this.ids = ids;
    this.applicationId = applicationId;
  }

  /** A body whose triggers have their keys. */
  ObjectValue fill(String flowId, ObjectValue body) {
    if (!(body.get("triggers") instanceof ArrayValue triggers)) {
      return body;
    }
    ArrayValue.Builder filled = ArrayValue.builder();
    for (Value trigger : triggers) {
      filled.add(trigger instanceof ObjectValue object ? keyed(flowId, object) : trigger);
    }
    return body.toBuilder().put("triggers", filled.build()).build();
  }

  private ObjectValue keyed(String flowId, ObjectValue trigger) {
    @Nullable String key = key(flowId, trigger);
    return key == null ? trigger : trigger.toBuilder().put("key", key).build();
  }

  private @Nullable String key(String flowId, ObjectValue trigger) {
    if (trigger.get("key") instanceof StringValue known && !known.text().isEmpty()) {
      return null;
    }
    String type = trigger.get("type").toText();
    return switch (type) {
      case "timer", "virtualButton" -> flowId + "-" + ids.key();
      case "customNodeStart", "deviceCommand" -> type;
      case "flowError" -> {
        Value scope = trigger.get("config").get("scope");
        yield !scope.isTruthy() || scope.toText().equals("local")
            ? flowId + "-flowError"
            : applicationId + "-" + scope.toText() + "-flowError";
      }
      default -> null;
    };
  }
}
