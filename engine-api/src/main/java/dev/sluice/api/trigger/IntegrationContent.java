package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Utf8;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an integration received, or what became of its connection. Immutable.
 *
 * <p>What only some kinds of integrations tell has a record of its own; {@link Connected}, {@link
 * Disconnected} and {@link Failed} are for the others.
 */
public sealed interface IntegrationContent {
  /** What a trigger of an integration may wait for. */
  enum Type {
    /** It connected. */
    CONNECT("connect"),
    /** It received a message. */
    MESSAGE("message"),
    /** It lost its connection. */
    DISCONNECT("disconnect"),
    /** It could not connect. */
    FAILURE("failure");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /**
     * The type as payloads and triggers write it.
     *
     * @return such as {@code message}
     */
    public String key() {
      return key;
    }
  }

  /**
   * Which of the types it is.
   *
   * @return the type
   */
  Type type();

  /**
   * What {@code data} shows besides the type.
   *
   * @return the fields
   */
  ObjectValue fields();

  /** An integration connected. */
  record Connected() implements IntegrationContent {
    @Override
    public Type type() {
      return Type.CONNECT;
    }

    @Override
    public ObjectValue fields() {
      return ObjectValue.empty();
    }
  }

  /**
   * An integration lost its connection.
   *
   * @param reason why, in words
   */
  record Disconnected(String reason) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.DISCONNECT;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("disconnectReason", reason).build();
    }
  }

  /**
   * An integration could not connect.
   *
   * @param reason why, in words
   */
  record Failed(String reason) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.FAILURE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("failureReason", reason).build();
    }
  }

  /**
   * An MQTT integration connected.
   *
   * @param topics what it subscribed to
   */
  record MqttConnected(List<String> topics) implements IntegrationContent {
    /** Copies the list, so that it never changes. */
    public MqttConnected {
      topics = List.copyOf(topics);
    }

    @Override
    public Type type() {
      return Type.CONNECT;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("topics", Fields.texts(topics)).build();
    }
  }

  /**
   * An MQTT integration received a message.
   *
   * @param topic where it was published
   * @param message the message as text
   */
  record MqttReceived(String topic, String message) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("message", message).put("topic", topic).build();
    }
  }

  /**
   * An Amazon SQS integration received a message.
   *
   * @param message the message as text
   * @param messageId its id
   * @param messageAttributes its attributes, each with {@code value} and {@code dataType}
   * @param queueUrl the queue's address
   * @param systemAttributes what the queue says of it
   */
  record SqsMessage(
      String message,
      String messageId,
      ObjectValue messageAttributes,
      String queueUrl,
      ObjectValue systemAttributes)
      implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields()
          .put("message", message)
          .put("messageId", messageId)
          .put("messageAttributes", messageAttributes)
          .put("queueUrl", queueUrl)
          .put("systemAttributes", systemAttributes)
          .build();
    }
  }

  /**
   * An Azure Event Hubs integration received a message.
   *
   * @param body the message
   * @param enqueuedTime when it was put into the partition
   * @param offset where it is in the partition
   * @param partitionKey its partition key, or null if it has none
   * @param properties its properties
   * @param sequenceNumber its number in the partition
   * @param eventHubName the hub's name
   * @param partitionId the partition
   */
  record EventHubMessage(
      Value body,
      Instant enqueuedTime,
      String offset,
      @Nullable String partitionKey,
      ObjectValue properties,
      long sequenceNumber,
      String eventHubName,
      String partitionId)
      implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields()
          .put(
              "event",
              new Fields()
                  .put("body", body)
                  .put("enqueuedTimeUtc", enqueuedTime)
                  .put("offset", offset)
                  .put("partitionKey", partitionKey)
                  .put("properties", properties)
                  .put("sequenceNumber", (double) sequenceNumber)
                  .build())
          .put("eventHubName", eventHubName)
          .put("partitionId", partitionId)
          .build();
    }
  }

  /**
   * A Google Pub/Sub integration received a message.
   *
   * @param data the message as text
   * @param attributes its attributes; {@code flowVersion} names the flow version that is to run
   * @param id its id
   * @param timestamp when it was published
   * @param topic the subscription that it came by
   * @param topics all subscriptions of the integration
   */
  record PubSubMessage(
      String data,
      ObjectValue attributes,
      String id,
      Instant timestamp,
      String topic,
      List<String> topics)
      implements IntegrationContent {
    /** Copies the list, so that it never changes. */
    public PubSubMessage {
      topics = List.copyOf(topics);
    }

    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields()
          .put("data", data)
          .put("attributes", attributes)
          .put("id", id)
          .put("timestamp", timestamp)
          .put("topic", topic)
          .put("topics", Fields.texts(topics))
          .build();
    }
  }

  /**
   * A Particle integration connected.
   *
   * @param eventNames the events it subscribed to
   */
  record ParticleConnected(List<String> eventNames) implements IntegrationContent {
    /** Copies the list, so that it never changes. */
    public ParticleConnected {
      eventNames = List.copyOf(eventNames);
    }

    @Override
    public Type type() {
      return Type.CONNECT;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("eventNames", Fields.texts(eventNames)).build();
    }
  }

  /**
   * A Particle integration received an event.
   *
   * @param name the event's name
   * @param data its value as text
   * @param coreId the id of the Particle device
   * @param publishedAt when it was published, as Particle writes it
   * @param timeToLive for how many seconds it is valid
   */
  record ParticleEvent(String name, String data, String coreId, String publishedAt, long timeToLive)
      implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields()
          .put("name", name)
          .put("data", data)
          .put("coreid", coreId)
          .put("published_at", publishedAt)
          .put("ttl", (double) timeToLive)
          .build();
    }
  }

  /**
   * A Meridian integration received an update.
   *
   * @param topic {@code zone_update} or {@code asset_update}
   * @param message the update
   */
  record MeridianUpdate(String topic, ObjectValue message) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("topic", topic).put("message", message).build();
    }
  }

  /**
   * A WebSocket integration connected.
   *
   * @param headers the headers of the response
   */
  record WebSocketConnected(ObjectValue headers) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.CONNECT;
    }

    @Override
    public ObjectValue fields() {
      return new Fields().put("headers", headers).build();
    }
  }

  /**
   * A WebSocket integration received a frame.
   *
   * @param headers the headers of the response it connected with
   * @param data the frame as text
   */
  record WebSocketMessage(ObjectValue headers, String data) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.MESSAGE;
    }

    @Override
    public ObjectValue fields() {
      return new Fields()
          .put("headers", headers)
          .put(
              "message",
              new Fields().put("data", data).put("length", Utf8.encode(data).length).build())
          .build();
    }
  }

  /**
   * A WebSocket integration lost its connection.
   *
   * @param statusCode the code of RFC 6455
   * @param reason why, in words
   */
  record WebSocketClosed(int statusCode, String reason) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.DISCONNECT;
    }

    @Override
    public ObjectValue fields() {
      return end(statusCode, reason);
    }
  }

  /**
   * A WebSocket integration could not connect.
   *
   * @param statusCode the code of RFC 6455
   * @param reason why, in words
   */
  record WebSocketFailed(int statusCode, String reason) implements IntegrationContent {
    @Override
    public Type type() {
      return Type.FAILURE;
    }

    @Override
    public ObjectValue fields() {
      return end(statusCode, reason);
    }
  }

  private static ObjectValue end(int statusCode, String reason) {
    return new Fields()
        .put("message", new Fields().put("statusCode", statusCode).put("reason", reason).build())
        .build();
  }
}
