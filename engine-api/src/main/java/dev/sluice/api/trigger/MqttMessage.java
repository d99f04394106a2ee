package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A message was published to a topic: fires triggers of the type {@code mqttTopic}. Messages of
 * MQTT integrations are {@link IntegrationEvent}s. Immutable.
 *
 * @param topic the topic
 * @param message the message as text
 * @param broker where it was published
 * @param circumstances when and by whom
 */
public record MqttMessage(String topic, String message, Broker broker, Circumstances circumstances)
    implements Fact {
  /** Where a message was published. */
  public sealed interface Broker permits LosantBroker, LocalBroker, ExternalBroker {}

  /** The broker of the platform; {@code data} is the message itself. */
  public record LosantBroker() implements Broker {}

  /**
   * The broker of a gateway's own agent.
   *
   * @param clientId who published, or null if the broker did itself
   */
  public record LocalBroker(@Nullable String clientId) implements Broker {}

  /**
   * A broker that a gateway's agent is set up with.
   *
   * @param name the name of its configuration, by which triggers name it
   * @param url its address
   */
  public record ExternalBroker(String name, String url) implements Broker {}

  /**
   * A message on the broker of the platform.
   *
   * @param topic the topic
   * @param message the message as text
   * @return a fact
   */
  public static MqttMessage of(String topic, String message) {
    return new MqttMessage(topic, message, new LosantBroker(), Circumstances.unknown());
  }

  /**
   * The same message on another broker.
   *
   * @param other where it was published
   * @return a fact
   */
  public MqttMessage on(Broker other) {
    return new MqttMessage(topic, message, other, circumstances);
  }

  @Override
  public MqttMessage in(Circumstances other) {
    return new MqttMessage(topic, message, broker, other);
  }

  @Override
  public Firing firing() {
    Firing firing = circumstances.firing("mqttTopic");
    return switch (broker) {
      case LosantBroker losant ->
          firing.with("triggerId", Value.of(topic)).withData(Value.of(message));
      case LocalBroker local ->
          firing
              .with("triggerId", Value.of(topic))
              .withData(
                  new Fields()
                      .put("clientId", local.clientId)
                      .put("message", message)
                      .put("topic", topic)
                      .build());
      case ExternalBroker external ->
          firing
              .with("triggerId", Value.of(external.name))
              .withData(
                  new Fields()
                      .put("brokerUrl", external.url)
                      .put("message", message)
                      .put("topic", topic)
                      .build());
    };
  }
}
