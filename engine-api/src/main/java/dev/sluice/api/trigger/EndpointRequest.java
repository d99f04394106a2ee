package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experience received a request: fires triggers of the type {@code endpoint} that name the
 * endpoint, or any. {@link ExperienceEndpoints} finds the endpoint. Immutable.
 *
 * @param request the request
 * @param experienceVersion the name of the experience version that received it
 * @param endpoint the endpoint, or null if there is none for the request
 * @param params the parameters of the endpoint's route
 * @param caller who asks
 * @param replyId what the reply to the request names, or null if nobody waits for one
 * @param circumstances when and by whom; by the caller unless they say otherwise
 */
public record EndpointRequest(
    HttpRequest request,
    String experienceVersion,
    @Nullable ExperienceEndpoint endpoint,
    ObjectValue params,
    Caller caller,
    @Nullable String replyId,
    Circumstances circumstances)
    implements Fact {
  /**
   * Who asks: a user, a device, or anyone. Immutable.
   *
   * @param user the experience user object, or null
   * @param device the device object, or null
   * @param authInfo what the token says, or null if there was none
   */
  public record Caller(
      @Nullable ObjectValue user, @Nullable ObjectValue device, @Nullable ObjectValue authInfo) {
    private static final Caller ANYONE = new Caller(null, null, null);

    /**
     * Someone who did not say who they are.
     *
     * @return a caller without user, device and token
     */
    public static Caller anyone() {
      return ANYONE;
    }

    /**
     * An experience user.
     *
     * @param user the experience user object
     * @return a caller
     */
    public static Caller user(ObjectValue user) {
      return new Caller(user, null, null);
    }

    private Relay relay() {
      if (user != null) {
        return new Relay(user.get("id").toText(), "experienceUser");
      }
      return device == null ? Relay.anyone() : Relay.device(device.get("id").toText());
    }
  }

  /**
   * A public request for which there is no endpoint.
   *
   * @param request the request
   * @param experienceVersion the name of the experience version that received it
   * @return a fact
   */
  public static EndpointRequest of(HttpRequest request, String experienceVersion) {
    return new EndpointRequest(
        request,
        experienceVersion,
        null,
        ObjectValue.empty(),
        Caller.anyone(),
        null,
        Circumstances.unknown());
  }

  /**
   * The same request at an endpoint.
   *
   * @param which the endpoint
   * @param parameters the parameters of its route
   * @return a fact
   */
  public EndpointRequest at(ExperienceEndpoint which, ObjectValue parameters) {
    return new EndpointRequest(
        request, experienceVersion, which, parameters, caller, replyId, circumstances);
  }

  /**
   * The same request of a given caller.
   *
   * @param who who asks
   * @return a fact
   */
  public EndpointRequest from(Caller who) {
    return new EndpointRequest(
        request, experienceVersion, endpoint, params, who, replyId, circumstances);
  }

  /**
   * The same request with someone waiting for a reply.
   *
   * @param id what the reply names
   * @return a fact
   */
  public EndpointRequest awaitingReply(String id) {
    return new EndpointRequest(
        request, experienceVersion, endpoint, params, caller, id, circumstances);
  }

  @Override
  public EndpointRequest in(Circumstances other) {
    return new EndpointRequest(
        request, experienceVersion, endpoint, params, caller, replyId, other);
  }

  /** {@inheritDoc} A header of the request may name it. */
  @Override
  public Optional<String> version() {
    return Fact.super.version().or(request::flowVersion);
  }

  @Override
  public Firing firing() {
    Firing firing =
        circumstances
            .firing("endpoint", caller.relay())
            .withData(
                new Fields()
                    .put("body", request.body())
                    .put("cookies", request.cookies())
                    .put("headers", request.headers())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("params", params)
                    .put("query", request.query())
                    .put("replyId", replyId)
                    .build())
            .with(
                "experience",
                new Fields()
                    .put("endpoint", endpoint == null ? Value.nullValue() : endpoint.toJson())
                    .put("user", orNull(caller.user))
                    .put("version", experienceVersion)
                    .put("authInfo", orNull(caller.authInfo))
                    .put("device", orNull(caller.device))
                    .build());
    if (endpoint != null) {
      firing = firing.with("triggerId", Value.of(endpoint.id()));
    }
    return version().map(firing::withVersion).orElse(firing);
  }

  private static Value orNull(@Nullable ObjectValue value) {
    return value == null ? Value.nullValue() : value;
  }
}
