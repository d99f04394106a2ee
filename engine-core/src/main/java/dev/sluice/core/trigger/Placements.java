package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.DataTableChange;
import dev.sluice.api.trigger.DataTableChange.Update;
import dev.sluice.api.trigger.IntegrationContent;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;
import java.util.Optional;

/** Where triggers are found. */
final class Placements {
  private Placements() {}

  /** Where a trigger is found; nothing if no fact can fire it. */
  static Optional<Placement> of(ServedVersion flow, ServedTrigger trigger) {
    return switch (trigger.type()) {
      case "deviceId",
          "deviceIdConnect",
          "deviceIdDisconnect",
          "deviceIdInactivity",
          "deviceTag",
          "deviceTagConnect",
          "deviceTagDisconnect",
          "deviceTagInactivity" ->
          DeviceTriggers.place(trigger);
      case "mqttTopic" -> MqttTriggers.place(trigger);
      case "endpoint" -> EndpointTriggers.place(flow, trigger);
      case "event" -> EventTriggers.place(trigger);
      case "appFile" -> FileTriggers.place(trigger);
      case "dataTable" ->
          Placement.at(
              keyed(trigger),
              Placement.where(DataTableChange.class, fact -> wants(trigger.config(), fact)));
      case "integration" ->
          Placement.at(
              keyed(trigger),
              Placement.where(IntegrationEvent.class, fact -> wants(trigger.config(), fact)));
      case "deviceCreate" -> Placement.at(Address.Exact.of(trigger.type()));
      case "direct",
          "inboundEmail",
          "notebook",
          "resourceJobComplete",
          "resourceJobIteration",
          "resourceJobIterationTimeout",
          "timer",
          "virtualButton",
          "webhook" ->
          Placement.at(keyed(trigger));
      // A custom node starts by a call, and the errors of runs find their triggers themselves.
      case "customNodeStart", "flowError" -> Optional.empty();
      default -> GatewayTriggers.place(flow, trigger);
    };
  }

  private static Address.Exact keyed(ServedTrigger trigger) {
    return Address.Exact.of(trigger.type(), trigger.key());
  }

  private static boolean wants(ObjectValue config, IntegrationEvent event) {
    IntegrationContent.Type type = event.content().type();
    return Flags.of(config, type.key(), type == IntegrationContent.Type.MESSAGE);
  }

  private static boolean wants(ObjectValue config, DataTableChange change) {
    if (change.change() instanceof Update update && unchanged(update)) {
      return false;
    }
    Value action = change.change().toJson().get("action");
    return Flags.of(config, action.toText(), false);
  }

  private static boolean unchanged(Update update) {
    return values(update.newRow()).equals(values(update.oldRow()));
  }

  /** Of a row that is only touched, the time of its last update changes. */
  private static ObjectValue values(ObjectValue row) {
    return row.toBuilder().remove("updatedAt").build();
  }
}
