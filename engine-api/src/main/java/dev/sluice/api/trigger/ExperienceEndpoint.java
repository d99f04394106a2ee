package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import java.util.Locale;

/**
 * An endpoint of an experience: the requests of a method on a route. Immutable.
 *
 * @param id the endpoint's id, by which triggers name it
 * @param method in lower case, such as {@code get}
 * @param route such as {@code /devices/{deviceId}}
 * @param details what else the endpoint object on payloads shows
 */
public record ExperienceEndpoint(String id, String method, Route route, ObjectValue details) {
  /** Brings the method to lower case. */
  public ExperienceEndpoint {
    method = method.toLowerCase(Locale.ROOT);
  }

  /**
   * An endpoint of which nothing else is known.
   *
   * @param id the endpoint's id
   * @param method such as {@code GET}
   * @param route such as {@code /devices/{deviceId}}
   * @return an endpoint
   * @throws IllegalArgumentException if the route is malformed
   */
  public static ExperienceEndpoint of(String id, String method, String route) {
    return new ExperienceEndpoint(id, method, Route.of(route), ObjectValue.empty());
  }

  /**
   * The endpoint object that payloads show.
   *
   * @return the details, {@code id}, {@code method} and {@code route}
   */
  public ObjectValue toJson() {
    return new Fields()
        .putAll(details)
        .put("id", id)
        .put("method", method)
        .put("route", route.toString())
        .build();
  }
}
