package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * The web server of a gateway's agent received a request: fires every trigger of the type {@code
 * request} that has its method and route. Immutable.
 *
 * @param request the request
 * @param replyId what the reply to the request names
 * @param circumstances when
 */
public record EdgeRequest(HttpRequest request, String replyId, Circumstances circumstances)
    implements AgentFact {
  /**
   * A request.
   *
   * @param request the request
   * @param replyId what the reply to the request names
   * @return a fact
   */
  public static EdgeRequest of(HttpRequest request, String replyId) {
    return new EdgeRequest(request, replyId, Circumstances.unknown());
  }

  @Override
  public EdgeRequest in(Circumstances other) {
    return new EdgeRequest(request, replyId, other);
  }

  /** {@inheritDoc} There are no parameters: they are those of a trigger's route. */
  @Override
  public Firing firing() {
    return firing(ObjectValue.empty());
  }

  /**
   * As {@link #firing()}, with parameters.
   *
   * @param params the parameters of the trigger's route
   * @return a firing
   */
  public Firing firing(ObjectValue params) {
    return circumstances
        .firing("request")
        .with("triggerId", Value.of("request"))
        .withData(
            new Fields()
                .put("body", request.body())
                .put("cookies", request.cookies())
                .put("headers", request.headers())
                .put("method", request.method())
                .put("params", params)
                .put("path", request.path())
                .put("query", request.query())
                .put("replyId", replyId)
                .build());
  }
}
