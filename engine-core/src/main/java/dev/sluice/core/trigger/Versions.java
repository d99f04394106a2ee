package dev.sluice.core.trigger;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.api.trigger.WebhookFact;
import dev.sluice.core.graph.ServedVersion;
import java.util.Optional;
import java.util.Set;

/** Which facts may name the version of a flow that is to run. */
final class Versions {
  private static final String DEFAULT = "default";

  private static final Set<String> NAMED =
      Set.of("deviceId", "deviceTag", "endpoint", "integration", "virtualButton", "webhook");

  private Versions() {}

  /** Whether triggers of a type fire in a version that a fact names. */
  static boolean mayBeNamed(String triggerType) {
    return NAMED.contains(triggerType);
  }

  /** Whether triggers of a type fire in a flow's default version. */
  static boolean mayBeDefault(String triggerType, ServedVersion flow) {
    // The endpoints of an experience are always those of one of its versions.
    return !(triggerType.equals("endpoint") && flow.flowClass() == FlowClass.EXPERIENCE);
  }

  /** The version that a fact names, if it may name one. */
  static Optional<String> named(Fact fact) {
    return switch (fact) {
      case DeviceState state -> state.version().filter(name -> !name.equals(DEFAULT));
      case EndpointRequest request -> request.version().filter(name -> !name.equals(DEFAULT));
      case WebhookFact webhook -> webhook.version().filter(name -> !name.equals(DEFAULT));
      case IntegrationEvent event -> event.version().filter(name -> !name.equals(DEFAULT));
      case ButtonPress press -> press.version().filter(name -> !name.equals(DEFAULT));
      default -> Optional.empty();
    };
  }
}
