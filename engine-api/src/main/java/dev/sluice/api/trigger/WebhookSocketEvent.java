package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Utf8;
import dev.sluice.api.payload.Value;

/**
 * A client of a WebSocket webhook connected, sent something or disconnected. Immutable.
 *
 * @param webhookId the webhook's id
 * @param replyId what tells this client from others, as long as it is connected
 * @param headers the headers that it connected with
 * @param event what it did
 * @param circumstances when and by whom; by anyone unless they say otherwise
 */
public record WebhookSocketEvent(
    String webhookId, String replyId, ObjectValue headers, Event event, Circumstances circumstances)
    implements WebhookFact {
  /** What a client did. */
  public sealed interface Event permits Connect, Message, Disconnect {}

  /** It connected. */
  public record Connect() implements Event {}

  /**
   * It sent a message.
   *
   * @param data the message as text
   */
  public record Message(String data) implements Event {}

  /**
   * It disconnected.
   *
   * @param reason why, in words
   * @param statusCode the code of RFC 6455
   */
  public record Disconnect(String reason, int statusCode) implements Event {}

  /**
   * An event of a client.
   *
   * @param webhookId the webhook's id
   * @param replyId what tells this client from others
   * @param event what it did
   * @return a fact
   */
  public static WebhookSocketEvent of(String webhookId, String replyId, Event event) {
    return new WebhookSocketEvent(
        webhookId, replyId, ObjectValue.empty(), event, Circumstances.unknown());
  }

  /**
   * The same event of a client that connected with given headers.
   *
   * @param all the headers, their names in lower case
   * @return a fact
   */
  public WebhookSocketEvent withHeaders(ObjectValue all) {
    return new WebhookSocketEvent(webhookId, replyId, all, event, circumstances);
  }

  @Override
  public WebhookSocketEvent in(Circumstances other) {
    return new WebhookSocketEvent(webhookId, replyId, headers, event, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("webhook", Relay.anyone())
        .with("triggerId", Value.of(webhookId))
        .withData(
            new Fields()
                .put("type", type())
                .put("message", message())
                .put("headers", headers)
                .put("replyId", replyId)
                .build());
  }

  private String type() {
    return switch (event) {
      case Connect connect -> "connect";
      case Message message -> "message";
      case Disconnect disconnect -> "disconnect";
    };
  }

  private ObjectValue message() {
    return switch (event) {
      case Connect connect -> ObjectValue.empty();
      case Message message ->
          new Fields()
              .put("data", message.data)
              .put("length", Utf8.encode(message.data).length)
              .build();
      case Disconnect disconnect ->
          new Fields()
              .put("reason", disconnect.reason)
              .put("statusCode", disconnect.statusCode)
              .build();
    };
  }
}
