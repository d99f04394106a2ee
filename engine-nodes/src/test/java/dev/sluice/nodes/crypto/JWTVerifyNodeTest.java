package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are valid, or wrong in the same way, as with jsonwebtoken 9. */
class JWTVerifyNodeTest {
  private static final int INVALID = 0;
  private static final int VALID = 1;
  private static final long NOW = TestEngine.NOW.getEpochSecond();
  private static final NodeRun NODE = node("issuerTemplate: '{{data.issuer}}'");

  private static NodeRun node(String config) {
    return NodeRun.of("JWTVerifyNode")
        .outputs(2)
        .config(
            "{tokenTemplate: '{{data.token}}', secretTemplate: '{{{data.secret}}}',"
                + " errorPath: 'e', "
                + config
                + "}");
  }

  private static ObjectValue data(String token, String secret) {
    return ObjectValue.builder().put("token", token).put("secret", secret).build();
  }

  private static void assertValid(ObjectValue data) {
    Outcome outcome = NODE.press(data).succeeded();
    assertEquals(Value.undefined(), outcome.at("e"));
    assertEquals(VALID, outcome.output());
  }

  private static void assertInvalid(String type, String message, ObjectValue data) {
    Outcome outcome = NODE.press(data).succeeded();
    assertEquals(
        ObjectValue.builder().put("type", type).put("message", message).build(), outcome.at("e"));
    assertEquals(INVALID, outcome.output());
  }

  private static void assertInvalid(String message, ObjectValue data) {
    assertInvalid("JsonWebTokenError", message, data);
  }

  private static String signed(String claims) {
    return JsonWebToken.sign(
        ObjectValue.builder().put("alg", "HS256").put("typ", "JWT").build(),
        (ObjectValue) Value.parseJson(claims),
        TokenAlgorithm.HS256,
        TokenKey.signing("secret"),
        new SplittableRandom(1));
  }

  private static String key(ObjectValue token, String half) {
    String file = token.get("key").toText();
    return file.equals("secret") ? file : Fixtures.pem(file + half);
  }

  static List<ObjectValue> tokens() {
    return Fixtures.list("tokens");
  }

  private static ObjectValue token(String algorithm) {
    return tokens().stream()
        .filter(token -> token.get("algorithm").toText().equals(algorithm))
        .findFirst()
        .orElseThrow();
  }

  /** The token with a part replaced, and the signature that it had. */
  private static String withClaims(String token, String claims) {
    String[] parts = token.split("\\.", -1);
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return parts[0] + "." + encoded + "." + parts[2];
  }

  /** The token with one character of its signature exchanged. */
  private static String withOtherSignature(String token) {
    int place = token.lastIndexOf('.') + 20;
    char other = token.charAt(place) == 'A' ? 'B' : 'A';
    return token.substring(0, place) + other + token.substring(place + 1);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void theTokensOfNodeAreValid(ObjectValue token) {
    String text = token.get("token").toText();
    assertValid(data(text, key(token, ".public")));
    String key = key(token, ".public");
    assertInvalid("invalid signature", data(withClaims(text, "{\"name\": \"e\"}"), key));
    assertInvalid("invalid signature", data(withOtherSignature(text), key));
    if (!token.get("key").toText().equals("secret")) {
      assertValid(data(text, key(token, ".private")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.certificate, RS256",
    "rsa.pkcs1-public, PS384",
    "rsa.pkcs1, RS512",
    "p-256.certificate, ES256",
    "p-256.sec1, ES256"
  })
  void keysMayBeInAnyForm(String file, String algorithm) {
    assertValid(data(token(algorithm).get("token").toText(), Fixtures.pem(file)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HS256; rsa.public;     JsonWebTokenError; invalid algorithm",
        "RS256; secret;         JsonWebTokenError; invalid algorithm",
        "ES256; secret;         JsonWebTokenError; invalid algorithm",
        "PS256; secret;         JsonWebTokenError; invalid algorithm",
        "RS256; p-256.public;   JsonWebTokenError; invalid algorithm",
        "PS256; p-256.public;   JsonWebTokenError; invalid algorithm",
        "ES256; rsa.public;     JsonWebTokenError; invalid algorithm",
        "ES256; dsa.public;     JsonWebTokenError; invalid algorithm",
        "RS256; dsa.public;     Error; Unknown key type \"dsa\".",
        "RS256; ed25519.public; Error; Unknown key type \"other\".",
        "RS256; rsa-pss.public; Error; \"alg\" parameter for \"rsa-pss\" key type must be one of: PS256, PS384, PS512.",
        "ES256; p-384.public;   Error; \"alg\" parameter \"ES256\" requires curve \"prime256v1\".",
        "ES512; p-256.public;   Error; \"alg\" parameter \"ES512\" requires curve \"secp521r1\".",
        "RS256; rsa-odd.public; JsonWebTokenError; invalid signature",
        "PS256; rsa-odd.public; JsonWebTokenError; invalid signature",
      })
  void keyAndAlgorithmMustBelongTogether(
      String algorithm, String file, String type, String message) {
    String key = file.equals("secret") ? file : Fixtures.pem(file);
    assertInvalid(type, message, data(token(algorithm).get("token").toText(), key));
  }

  @Test
  void aWrongSecretIsAWrongSignature() {
    assertInvalid("invalid signature", data(token("HS256").get("token").toText(), "Secret"));
  }

  @Test
  void anEllipticSignatureOfAnotherLengthIsAnError() {
    String text = token("ES256").get("token").toText();
    assertInvalid(
        "ValidationError",
        "Malformed signature",
        data(text.substring(0, text.length() - 4), Fixtures.pem("p-256.public")));
  }

  @Test
  void aSecretsSignatureMustBeWrittenTheOneWay() {
    String text = token("HS256").get("token").toText();
    char last = text.charAt(text.length() - 1);
    // The last two bits of the last digit mean nothing.
    String same = text.substring(0, text.length() - 1) + (char) (last + 1);
    assertInvalid("invalid signature", data(same, "secret"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{}",
        "{\"exp\": 1705329001}",
        "{\"exp\": 1705329000.5}",
        "{\"nbf\": 1705329000}",
        "{\"nbf\": 0, \"exp\": 1e12}",
        "{\"iat\": 1e12}",
      })
  void aTokenIsValidFromItsBeginningToItsEnd(String claims) {
    assertValid(data(signed(claims), "secret"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{\"exp\": 1705329000};              TokenExpiredError; jwt expired",
        "{\"exp\": 1705328999};              TokenExpiredError; jwt expired",
        "{\"exp\": 0};                       TokenExpiredError; jwt expired",
        "{\"nbf\": 1705329001};              NotBeforeError;    jwt not active",
        "{\"nbf\": 1705329000.5};            NotBeforeError;    jwt not active",
        "{\"nbf\": 1705329001, \"exp\": 1};  NotBeforeError;    jwt not active",
        "{\"exp\": \"1705329001\"};          JsonWebTokenError; invalid exp value",
        "{\"exp\": null};                    JsonWebTokenError; invalid exp value",
        "{\"nbf\": \"0\"};                   JsonWebTokenError; invalid nbf value",
      })
  void outsideOfItItIsNot(String claims, String type, String message) {
    assertInvalid(type, message, data(signed(claims), "secret"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "me;  {\"iss\": \"me\"};    true",
        "'';  {\"iss\": \"you\"};   true",
        "'';  {};                   true",
        "me;  {\"iss\": \"you\"};   false",
        "me;  {\"iss\": \"Me\"};    false",
        "me;  {\"iss\": [\"me\"]};  false",
        "me;  {};                   false",
      })
  void theIssuerMustBeTheExpectedOne(String issuer, String claims, boolean valid) {
    ObjectValue data = data(signed(claims), "secret").toBuilder().put("issuer", issuer).build();
    if (valid) {
      assertValid(data);
    } else {
      assertInvalid("jwt issuer invalid. expected: " + issuer, data);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',            jwt must be provided",
    "x,             jwt malformed",
    "e30.e30,       jwt malformed",
    "e30.e30.x.y,   jwt malformed",
    "not.a.jwt,     invalid token",
    "e30..x,        invalid token",
    "e30.e30.x,     invalid algorithm",
    "MQ.e30.x,      invalid algorithm",
    "e30.e30.,      jwt signature is required",
  })
  void whatIsNoTokenIsInvalid(String token, String message) {
    assertInvalid(message, data(token, "secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "hs256", "HS", "HS257", "RS256 "})
  void anUnknownAlgorithmIsInvalid(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));
    assertInvalid("invalid algorithm", data(encoded + ".e30.x", "secret"));
    assertInvalid("jwt signature is required", data(encoded + ".e30.", "secret"));
  }

  @Test
  void aPublicKeyIsNoSecret() {
    String token =
        JsonWebToken.sign(
            ObjectValue.builder().put("alg", "HS256").put("typ", "JWT").build(),
            ObjectValue.empty(),
            TokenAlgorithm.HS256,
            new TokenKey.Secret(Encoding.UTF8.decode(Fixtures.pem("rsa.public"))),
            new SplittableRandom(1));
    assertInvalid("invalid algorithm", data(token, Fixtures.pem("rsa.public")));
  }

  @Test
  void aSecretThatIsNotThereVerifiesNothing() {
    assertInvalid("secret or public key must be provided", data(signed("{}"), ""));
  }

  @Test
  void withoutAnErrorPathNothingIsStored() {
    NodeRun node =
        NodeRun.of("JWTVerifyNode")
            .outputs(2)
            .config("{tokenTemplate: 'x', secretTemplate: 's', errorPath: ''}");
    assertEquals(INVALID, node.press("{}").succeeded().output());
  }

  @Test
  void aCredentialEndsTheRun() {
    NodeRun node =
        NodeRun.of("JWTVerifyNode")
            .outputs(2)
            .config("{tokenTemplate: 'x', credentialNameTemplate: 'User {{data.a}}'}");
    var error = node.press("{a: 'b'}").error();
    assertEquals("CredentialNotFoundError", error.name());
    assertEquals("There is no service credential \"User b\"", error.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{secretTemplate: 's'};                                      tokenTemplate",
        "{tokenTemplate: 't'};                                       secretTemplate",
        "{tokenTemplate: 't', secretTemplate: ' '};                  secretTemplate",
        "{tokenTemplate: 't', secretTemplate: 's', errorPath: 'a..b'}; errorPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field, NodeRun.of("JWTVerifyNode").outputs(2).config(config).refusal().field());
  }

  @Test
  void timesAreThoseOfTheEnginesClock() {
    assertValid(data(signed("{\"exp\": " + (NOW + 1) + "}"), "secret"));
  }
}
