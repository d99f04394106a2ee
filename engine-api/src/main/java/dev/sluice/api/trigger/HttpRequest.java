package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * A request over HTTP, as payloads show it. Immutable.
 *
 * @param method in lower case, such as {@code post}
 * @param path the path, which begins with a slash
 * @param headers the headers, their names in lower case
 * @param query the parameters of the query
 * @param body the body as it was parsed, text, or null if there is none
 * @param cookies the cookies by name
 */
public record HttpRequest(
    String method,
    String path,
    ObjectValue headers,
    ObjectValue query,
    Value body,
    ObjectValue cookies) {
  private static final String FLOW_VERSION = "x-flow-version";

  /** Brings the method and the names of the headers to lower case. */
  public HttpRequest {
    method = method.toLowerCase(Locale.ROOT);
    ObjectValue.Builder lower = ObjectValue.builder();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = lower.build();
  }

  /**
   * A request without anything but a method and a path.
   *
   * @param method such as {@code GET}
   * @param path the path, which begins with a slash
   * @return a request
   */
  public static HttpRequest of(String method, String path) {
    return new HttpRequest(
        method,
        path,
        ObjectValue.empty(),
        ObjectValue.empty(),
        Value.nullValue(),
        ObjectValue.empty());
  }

  /**
   * The same request with a further header.
   *
   * @param name its name
   * @param value its value
   * @return a request
   */
  public HttpRequest withHeader(String name, String value) {
    return new HttpRequest(
        method, path, headers.toBuilder().put(name, value).build(), query, body, cookies);
  }

  /**
   * The same request with a further parameter of the query.
   *
   * @param name its name
   * @param value its value
   * @return a request
   */
  public HttpRequest withQuery(String name, String value) {
    return new HttpRequest(
        method, path, headers, query.toBuilder().put(name, value).build(), body, cookies);
  }

  /**
   * The same request with a body.
   *
   * @param parsed the body as it was parsed, or text
   * @return a request
   */
  public HttpRequest withBody(Value parsed) {
    return new HttpRequest(method, path, headers, query, parsed, cookies);
  }

  /**
   * The same request with a further cookie.
   *
   * @param name its name
   * @param value its value
   * @return a request
   */
  public HttpRequest withCookie(String name, String value) {
    return new HttpRequest(
        method, path, headers, query, body, cookies.toBuilder().put(name, value).build());
  }

  /** The flow version that the request names in a header. */
  Optional<String> flowVersion() {
    Value version = headers.get(FLOW_VERSION);
    return version.isTruthy() ? Optional.of(version.toText()) : Optional.empty();
  }
}
