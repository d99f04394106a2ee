package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Triggers of requests to a gateway, by method and route. */
final class RequestTriggers {
  private static final String KIND = "request";
  private static final String ANY = "*";

  private RequestTriggers() {}

  /** Where the triggers of a route are; nowhere if it is malformed. */
  static Optional<Placement> place(ObjectValue config) {
    String method = GatewayTriggers.text(config, "method", ANY).toLowerCase(Locale.ROOT);
    Route route;
    try {
      route = Route.of(GatewayTriggers.text(config, "route", ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Placement.at(
        new Address.Pattern(KIND, route.beginning(), true),
        Placement.firing(
            EdgeRequest.class,
            request ->
                method.equals(ANY) || method.equals(request.request().method())
                    ? route.match(request.request().path()).map(request::firing)
                    : Optional.empty()));
  }

  static List<Lookup> lookups(EdgeRequest request) {
    return List.of(new Lookup.Path(KIND, Route.segments(request.request().path())));
  }
}
