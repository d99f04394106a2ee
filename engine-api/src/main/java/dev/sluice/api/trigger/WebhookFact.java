package dev.sluice.api.trigger;

/** A webhook received something: fires triggers of the type {@code webhook}. */
public sealed interface WebhookFact extends Fact permits WebhookRequest, WebhookSocketEvent {
  /**
   * The webhook, by which triggers name it.
   *
   * @return its id
   */
  String webhookId();
}
