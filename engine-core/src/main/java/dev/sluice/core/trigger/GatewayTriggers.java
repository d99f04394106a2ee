package dev.sluice.core.trigger;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.AgentConnect;
import dev.sluice.api.trigger.AgentDisconnect;
import dev.sluice.api.trigger.AgentFact;
import dev.sluice.api.trigger.AgentStart;
import dev.sluice.api.trigger.AgentSync;
import dev.sluice.api.trigger.BeckhoffChange;
import dev.sluice.api.trigger.DeviceCommand;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.FileTail;
import dev.sluice.api.trigger.FileWatch;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.OpcUaChange;
import dev.sluice.api.trigger.RedisMessage;
import dev.sluice.api.trigger.SerialData;
import dev.sluice.api.trigger.SnmpTrap;
import dev.sluice.api.trigger.SnmpTrap.Community;
import dev.sluice.api.trigger.SnmpTrap.User;
import dev.sluice.api.trigger.UdpDatagram;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Triggers of what happens on a gateway. */
final class GatewayTriggers {
  private static final String SYNC = "onSync";
  private static final String BECKHOFF_CONFIG = "beckhoff config";
  private static final List<String> SYNC_TYPES = List.of("application", "device", "peripheral");

  private GatewayTriggers() {}

  static Optional<Placement> place(ServedVersion flow, ServedTrigger trigger) {
    ObjectValue config = trigger.config();
    String type = trigger.type();
    return switch (type) {
      case "deviceCommand", "onBoot", "onConnect", "onDisconnect" ->
          flow.flowClass() == FlowClass.EMBEDDED
              ? Placement.at(Address.Exact.of(type), GatewayTriggers::onEmbedded)
              : Placement.at(Address.Exact.of(type));
      case "udp" -> Placement.at(Address.Exact.of(type, trigger.key()));
      case "fileTail", "serial" -> Placement.at(Address.Exact.of(type, text(config, "path", "")));
      case SYNC -> sync(config);
      case "snmpTrap" ->
          Placement.at(
              Address.Exact.of(type, text(config, "udpPort", "162")),
              Placement.where(SnmpTrap.class, trap -> isFrom(config.get("snmpTrapConfig"), trap)));
      case "beckhoff" -> beckhoff(config);
      case "request" -> RequestTriggers.place(config);
      case "fileWatch" -> WatchTriggers.place(config);
      case "opcua" -> OpcUaTriggers.place(config);
      case "redis" -> RedisTriggers.place(config);
      default -> Optional.empty();
    };
  }

  private static List<Firing> onEmbedded(Fact fact, Instant now) {
    return List.of(
        switch (fact) {
          case DeviceCommand command -> command.embeddedFiring();
          case AgentStart start -> start.embeddedFiring();
          default -> fact.firing();
        });
  }

  static List<Lookup> lookups(AgentFact fact) {
    return switch (fact) {
      case DeviceCommand command -> keyed("deviceCommand");
      case AgentStart start -> keyed("onBoot");
      case AgentConnect connect -> keyed("onConnect");
      case AgentDisconnect disconnect -> keyed("onDisconnect");
      case AgentSync sync -> keyed(SYNC, sync.type().key());
      case UdpDatagram datagram -> keyed("udp", Integer.toString(datagram.port()));
      case FileTail tail -> keyed("fileTail", tail.path());
      case SerialData serial -> keyed("serial", serial.path());
      case SnmpTrap trap -> keyed("snmpTrap", Integer.toString(trap.port()));
      case BeckhoffChange change ->
          change.configName() == null
              ? keyed("beckhoff", change.symbol())
              : keyed(BECKHOFF_CONFIG, change.configName());
      case EdgeRequest request -> RequestTriggers.lookups(request);
      case FileWatch watch -> WatchTriggers.lookups(watch);
      case OpcUaChange change -> OpcUaTriggers.lookups(change);
      case RedisMessage message -> RedisTriggers.lookups(message);
    };
  }

  private static List<Lookup> keyed(String kind, String... key) {
    return List.of(Address.Exact.of(kind, key));
  }

  /** A field as text, which may be written as a number; blank is as good as missing. */
  static String text(ObjectValue config, String field, String otherwise) {
    Value value = config.get(field);
    String text = value.isPresent() ? value.toText() : "";
    return text.isBlank() ? otherwise : text;
  }

  private static Optional<Placement> sync(ObjectValue config) {
    Set<Address> addresses = new LinkedHashSet<>();
    if (config.get("syncTypes") instanceof ArrayValue types) {
      types.forEach(type -> addresses.add(Address.Exact.of(SYNC, type.toText())));
    } else {
      SYNC_TYPES.forEach(type -> addresses.add(Address.Exact.of(SYNC, type)));
    }
    return several(addresses);
  }

  private static Optional<Placement> beckhoff(ObjectValue config) {
    String name = text(config, "configName", "");
    if (!name.isEmpty()) {
      return Placement.at(Address.Exact.of(BECKHOFF_CONFIG, name));
    }
    Set<Address> addresses = new LinkedHashSet<>();
    if (config.get("subscriptions") instanceof ArrayValue symbols) {
      symbols.forEach(
          symbol -> addresses.add(Address.Exact.of("beckhoff", symbol.get("name").toText())));
    }
    return several(addresses);
  }

  private static Optional<Placement> several(Set<Address> addresses) {
    return Optional.of(
        new Placement(List.copyOf(addresses), (fact, now) -> List.of(fact.firing())));
  }

  private static boolean isFrom(Value config, SnmpTrap trap) {
    return switch (trap.sender()) {
      case Community community ->
          !config.get("user").isPresent() && community.name().equals(community(config));
      case User user -> user.name().equals(config.get("user").get("name").toText());
    };
  }

  private static String community(Value config) {
    Value community = config.get("community");
    return community.isTruthy() ? community.toText() : "public";
  }
}
