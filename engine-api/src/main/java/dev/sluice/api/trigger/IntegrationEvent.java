package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.IntegrationContent.PubSubMessage;
import java.util.Optional;

/**
 * An integration received something: fires the triggers of that integration that wait for it.
 * Immutable.
 *
 * @param integrationId the integration's id, by which triggers name it
 * @param content what it received
 * @param circumstances when and by whom; by the integration unless they say otherwise
 */
public record IntegrationEvent(
    String integrationId, IntegrationContent content, Circumstances circumstances) implements Fact {
  /**
   * An event.
   *
   * @param integrationId the integration's id
   * @param content what it received
   * @return a fact
   */
  public static IntegrationEvent of(String integrationId, IntegrationContent content) {
    return new IntegrationEvent(integrationId, content, Circumstances.unknown());
  }

  @Override
  public IntegrationEvent in(Circumstances other) {
    return new IntegrationEvent(integrationId, content, other);
  }

  /** {@inheritDoc} An attribute of a Pub/Sub message may name it. */
  @Override
  public Optional<String> version() {
    return Fact.super
        .version()
        .or(
            () ->
                content instanceof PubSubMessage message
                        && message.attributes().get("flowVersion").isTruthy()
                    ? Optional.of(message.attributes().get("flowVersion").toText())
                    : Optional.empty());
  }

  @Override
  public Firing firing() {
    Firing firing =
        circumstances
            .firing("integration", new Relay(integrationId, "integration"))
            .with("triggerId", Value.of(integrationId))
            .withData(
                new Fields().put("type", content.type().key()).putAll(content.fields()).build());
    return version().map(firing::withVersion).orElse(firing);
  }
}
