package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints of one version of an experience, which tells the requests they receive. Immutable.
 */
public final class ExperienceEndpoints {
  private final String version;
  private final List<ExperienceEndpoint> endpoints;

  private ExperienceEndpoints(String version, List<ExperienceEndpoint> endpoints) {
    this.version = version;
    this.endpoints =
        endpoints.stream().sorted(Comparator.comparing(ExperienceEndpoint::route)).toList();
  }

  /**
   * The endpoints of a version.
   *
   * @param version the experience version's name, such as {@code develop}
   * @param endpoints its endpoints, in any order
   * @return the endpoints
   */
  public static ExperienceEndpoints of(String version, List<ExperienceEndpoint> endpoints) {
    return new ExperienceEndpoints(version, endpoints);
  }

  /**
   * The request that the experience receives: at the endpoint of its method whose route says most
   * of those that the path is on, with the parameters there; at none if there is no such endpoint.
   *
   * @param request a request
   * @return the fact, of a public request whose reply has no id
   */
  public EndpointRequest receive(HttpRequest request) {
    for (ExperienceEndpoint endpoint : endpoints) {
      if (endpoint.method().equals(request.method())) {
        Optional<ObjectValue> parameters = endpoint.route().match(request.path());
        if (parameters.isPresent()) {
          return EndpointRequest.of(request, version).at(endpoint, parameters.get());
        }
      }
    }
    return EndpointRequest.of(request, version);
  }
}
