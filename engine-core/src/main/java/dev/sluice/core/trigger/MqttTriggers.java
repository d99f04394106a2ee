package dev.sluice.core.trigger;

import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.MqttMessage.ExternalBroker;
import dev.sluice.api.trigger.MqttMessage.LocalBroker;
import dev.sluice.api.trigger.MqttMessage.LosantBroker;
import dev.sluice.core.graph.ServedTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Triggers of MQTT topics, whose wildcards are those of MQTT. */
final class MqttTriggers {
  private static final String LOSANT = "mqtt losant";
  private static final String LOCAL = "mqtt local";
  private static final String EXTERNAL = "mqtt external";
  private static final String ONE = "+";
  private static final String REST = "#";
  private static final String SYSTEM = "$";

  private MqttTriggers() {}

  static Optional<Placement> place(ServedTrigger trigger) {
    Value broker = trigger.config().get("integrationId");
    return switch (broker.isTruthy() ? broker.toText() : "losant") {
      case "losant" -> place(LOSANT, trigger.key());
      case "local" -> place(LOCAL, trigger.key());
      case "external" -> Placement.at(Address.Exact.of(EXTERNAL, trigger.key()));
      default -> Optional.empty();
    };
  }

  /** Where the triggers of a topic filter are; nowhere if it is none. */
  private static Optional<Placement> place(String kind, String filter) {
    List<Optional<String>> segments = new ArrayList<>();
    List<String> levels = Segments.of(filter);
    boolean open = levels.getLast().equals(REST);
    for (String level : open ? levels.subList(0, levels.size() - 1) : levels) {
      if (level.equals(ONE)) {
        segments.add(Optional.empty());
      } else if (level.contains(ONE) || level.contains(REST)) {
        return Optional.empty();
      } else {
        segments.add(Optional.of(level));
      }
    }
    boolean begins = !segments.isEmpty() && segments.getFirst().isPresent();
    return Placement.at(
        new Address.Pattern(kind, List.copyOf(segments), open),
        Placement.where(
            MqttMessage.class, message -> begins || !message.topic().startsWith(SYSTEM)));
  }

  static List<Lookup> lookups(MqttMessage message) {
    return List.of(
        switch (message.broker()) {
          case LosantBroker losant -> new Lookup.Path(LOSANT, Segments.of(message.topic()));
          case LocalBroker local -> new Lookup.Path(LOCAL, Segments.of(message.topic()));
          case ExternalBroker external -> Address.Exact.of(EXTERNAL, external.name());
        });
  }
}
