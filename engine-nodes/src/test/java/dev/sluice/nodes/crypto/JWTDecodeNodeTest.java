package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what jsonwebtoken 9 reads. */
class JWTDecodeNodeTest {
  private static final String JWT = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private static NodeRun node(boolean complete) {
    return NodeRun.of("JWTDecodeNode")
        .config("{tokenTemplate: '{{data.t}}', destinationPath: 'r', complete: " + complete + "}");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome press(boolean complete, String token) {
    return node(complete).press(ObjectValue.of("t", Value.of(token))).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{\"typ\":\"JWT\"};  {\"a\":\"ü\"};   {a: 'ü'}",
        "{\"typ\":\"JWT\"};  [1];             [1]",
        "{\"typ\":\"JWT\"};  5;               5",
        "{\"typ\":\"JWT\"};  null;            null",
        "{\"typ\":\"JWT\"};  \"text\";        'text'",
        "{\"typ\":\"JWT\"};  \"{\\\"a\\\":1}\"; {a: 1}",
        "{\"typ\":\"jwt\"};  {\"a\":1};       {a: 1}",
        "{\"alg\":\"x\"};    {\"a\":1};       {a: 1}",
        "{\"alg\":\"x\"};    [1];             [1]",
        "{\"alg\":\"x\"};    5;               '5'",
        "{\"alg\":\"x\"};    null;            'null'",
        "{\"alg\":\"x\"};    text;            'text'",
        "[1];                text;            'text'",
        "1;                  {};              {}",
      })
  void thePayloadIsReadAsTheHeaderSays(String header, String payload, String expected) {
    String token = base64(header) + "." + base64(payload) + ".sig";
    assertEquals(Json.value(expected), press(false, token).at("r"));
  }

  @Test
  void aCompleteTokenHasThreeParts() {
    String token = base64(JWT) + "." + base64("{\"a\":1}") + ".s-_9";
    assertEquals(
        Json.value("{header: " + JWT + ", payload: {a: 1}, signature: 's-_9'}"),
        press(true, token).at("r"));
  }

  @Test
  void anUnsignedTokenHasAnEmptySignature() {
    String token = base64(JWT) + "." + base64("{}") + ".";
    assertEquals(Value.of(""), press(true, token).at("r.signature"));
    assertEquals(Json.value("{}"), press(false, token).at("r"));
  }

  @Test
  void withoutTheFieldOnlyThePayloadIsRead() {
    NodeRun node =
        NodeRun.of("JWTDecodeNode").config("{tokenTemplate: '{{data.t}}', destinationPath: 'r'}");
    Value data = ObjectValue.of("t", Value.of(base64(JWT) + "." + base64("{\"a\":1}") + ".x"));
    assertEquals(Json.value("{a: 1}"), node.press(data).succeeded().at("r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b",
        "not.a.jwt",
        "e30.e30",
        "e30.e30.a.b",
        "e30..a",
        ".e30.a",
        "bnVsbA.e30.a",
        "MA.e30.a",
        "e30=.e30.a",
        " e30.e30.a",
        "Bearer e30.e30.a",
        "e30.e30.a\n",
        "e30.e30.a b",
        "ZmFsc2U.e30.x",
      })
  void whatIsNoTokenIsAnError(String token) {
    for (boolean complete : new boolean[] {true, false}) {
      assertEquals(
          Json.value("{error: {type: 'JsonWebTokenError', message: 'invalid token'}}"),
          press(complete, token).at("r"));
    }
  }

  @Test
  void aPayloadThatShouldBeJsonIsAnError() {
    Outcome outcome = press(false, base64(JWT) + "." + base64("{a") + ".x");
    assertEquals(Value.of("SyntaxError"), outcome.at("r.error.type"));
    assertEquals(
        true, outcome.at("r.error.message").toText().startsWith("The payload is not JSON"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{destinationPath: 'r'};                                     tokenTemplate",
        "{tokenTemplate: 't'};                                       destinationPath",
        "{tokenTemplate: 't', destinationPath: 'r', complete: 5};    complete",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("JWTDecodeNode").config(config).refusal().field());
  }
}
