package dev.sluice.api.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes, and the endpoints that requests find by them. */
class RouteTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | / | {}",
        "/ | /a |",
        "/devices | /devices | {}",
        "/devices | /devices/ |",
        "devices | /devices | {}",
        "/devices/{id} | /devices/abc | {'id':'abc'}",
        "/devices/{id} | /devices/ |",
        "/devices/{id} | /devices/a/b |",
        "/d/{id}/{attr?} | /d/1 | {'id':'1'}",
        "/d/{id}/{attr?} | /d/1/ | {'id':'1'}",
        "/d/{id}/{attr?} | /d/1/temp | {'id':'1','attr':'temp'}",
        "/d/{id}/{attr?} | /d/1/temp/x |",
        "/{var*} | / | {}",
        "/{var*} | /a/b/c | {'var':'a/b/c'}",
        "/a/{var*} | /a | {}",
        "/a/{var*} | /b |",
        "/a/{two*2}/z | /a/b/c/z | {'two':'b/c'}",
        "/a/{two*2}/z | /a/b/z |",
        "/files/{name}.jpg | /files/cat.jpg | {'name':'cat'}",
        "/files/{name}.jpg | /files/.jpg |",
        "/files/v{n} | /files/v12 | {'n':'12'}",
        "/a b/{x} | /a%20b/c%2Fd | {'x':'c/d'}",
        "/{x} | /%E4%B8%96 | {'x':'世'}",
        "/{x} | /%zz%E4 | {'x':'%zz%E4'}",
      })
  void aPathIsOnARouteWithItsParameters(String route, String path, String parameters) {
    assertEquals(
        Stream.ofNullable(parameters)
            .map(json -> Value.parseJson(json.replace('\'', '"')))
            .toList(),
        Route.of(route).match(path).stream().toList());
  }

  @Test
  void theBlankRouteMatchesAnyPath() {
    assertTrue(Route.of("").match("/a/b").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/{", "/a}", "/{a}{b}", "/{a?}/b", "/{a*}/b", "/x{a*}", "/{}", "/{a*99999}"})
  void aMalformedRouteIsRefused(String route) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Route.of(route)).getMessage());
    assertTrue(message.startsWith("The route " + route + " is malformed at "), message);
  }

  @Test
  void theEndpointWhoseRouteSaysMostReceivesARequest() {
    ExperienceEndpoints endpoints =
        ExperienceEndpoints.of(
            "develop",
            List.of(
                ExperienceEndpoint.of("all", "GET", "/{rest*}"),
                ExperienceEndpoint.of("any", "get", "/users/{name}"),
                ExperienceEndpoint.of("danny", "get", "/users/danny"),
                ExperienceEndpoint.of("maybe", "get", "/users/{name}/{more?}"),
                ExperienceEndpoint.of("post", "post", "/users/{name}")));
    assertEquals("danny", received(endpoints, "get", "/users/danny"));
    assertEquals("maybe", received(endpoints, "get", "/users/bob/x"));
    assertEquals("post", received(endpoints, "POST", "/users/danny"));
    assertEquals("all", received(endpoints, "get", "/nowhere"));
    assertNull(endpoints.receive(HttpRequest.of("put", "/users/danny")).endpoint());
    assertEquals(
        Value.parseJson("{\"name\":\"bob\",\"more\":\"x\"}"),
        endpoints.receive(HttpRequest.of("get", "/users/bob/x")).params());
  }

  private static String received(ExperienceEndpoints endpoints, String method, String path) {
    ExperienceEndpoint endpoint = endpoints.receive(HttpRequest.of(method, path)).endpoint();
    return endpoint == null ? "" : endpoint.id();
  }
}
