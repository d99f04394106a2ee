package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook received a request. Immutable.
 *
 * @param webhookId the webhook's id
 * @param request the request; its path is what follows the address of the webhook, and its cookies
 *     are not shown
 * @param replyId what the reply to the request names, or null if nobody waits for one
 * @param circumstances when and by whom; by anyone unless they say otherwise
 */
public record WebhookRequest(
    String webhookId, HttpRequest request, @Nullable String replyId, Circumstances circumstances)
    implements WebhookFact {
  /**
   * A request for whose reply nobody waits.
   *
   * @param webhookId the webhook's id
   * @param request the request
   * @return a fact
   */
  public static WebhookRequest of(String webhookId, HttpRequest request) {
    return new WebhookRequest(webhookId, request, null, Circumstances.unknown());
  }

  /**
   * The same request with someone waiting for a reply.
   *
   * @param id what the reply names
   * @return a fact
   */
  public WebhookRequest awaitingReply(String id) {
    return new WebhookRequest(webhookId, request, id, circumstances);
  }

  @Override
  public WebhookRequest in(Circumstances other) {
    return new WebhookRequest(webhookId, request, replyId, other);
  }

  /** {@inheritDoc} A header of the request may name it. */
  @Override
  public Optional<String> version() {
    return WebhookFact.super.version().or(request::flowVersion);
  }

  @Override
  public Firing firing() {
    Firing firing =
        circumstances
            .firing("webhook", Relay.anyone())
            .with("triggerId", Value.of(webhookId))
            .withData(
                new Fields()
                    .put("body", request.body())
                    .put("headers", request.headers().toBuilder().remove("cookie").build())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("query", request.query())
                    .put("replyId", replyId)
                    .build());
    return version().map(firing::withVersion).orElse(firing);
  }
}
