package dev.sluice.core.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.OpcUaChange;
import dev.sluice.api.trigger.OpcUaChange.AddressedServer;
import dev.sluice.api.trigger.OpcUaChange.ConfiguredServer;
import dev.sluice.api.trigger.OpcUaChange.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Triggers of OPC UA nodes. One that names its server itself waits for new values, or, with a
 * filter, for events; what one does that names a configuration of the agent is decided there.
 */
final class OpcUaTriggers {
  private static final String CONFIGURED = "opcua config";
  private static final String ADDRESSED = "opcua";

  private OpcUaTriggers() {}

  static Optional<Placement> place(ObjectValue config) {
    String name = GatewayTriggers.text(config, "configName", "");
    if (!name.isEmpty()) {
      return Placement.at(Address.Exact.of(CONFIGURED, name));
    }
    List<String> filter = new ArrayList<>();
    if (config.get("eventFilter") instanceof ArrayValue names) {
      names.forEach(field -> filter.add(field.toText()));
    }
    return Placement.at(
        Address.Exact.of(
            ADDRESSED,
            GatewayTriggers.text(config, "uri", ""),
            GatewayTriggers.text(config, "nameSpace", ""),
            GatewayTriggers.text(config, "identifier", "")),
        Placement.firing(OpcUaChange.class, change -> firing(filter, change)));
  }

  private static Optional<Firing> firing(List<String> filter, OpcUaChange change) {
    boolean isEvent = change.change() instanceof Event;
    if (isEvent == filter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        change.change() instanceof Event event
            ? new OpcUaChange(
                    change.server(),
                    change.namespace(),
                    change.identifier(),
                    new Event(only(filter, event.fields())),
                    change.circumstances())
                .firing()
            : change.firing());
  }

  private static ObjectValue only(List<String> filter, ObjectValue fields) {
    ObjectValue.Builder kept = ObjectValue.builder();
    for (String field : filter) {
      if (fields.has(field)) {
        kept.put(field, fields.get(field));
      }
    }
    return kept.build();
  }

  static List<Lookup> lookups(OpcUaChange change) {
    return List.of(
        switch (change.server()) {
          case ConfiguredServer server -> Address.Exact.of(CONFIGURED, server.configName());
          case AddressedServer server ->
              Address.Exact.of(ADDRESSED, server.uri(), change.namespace(), change.identifier());
        });
  }
}
