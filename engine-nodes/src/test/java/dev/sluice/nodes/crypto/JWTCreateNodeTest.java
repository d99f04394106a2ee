package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are those of jsonwebtoken 9. */
class JWTCreateNodeTest {
  private static final long NOW = TestEngine.NOW.getEpochSecond();

  private static NodeRun node(String config) {
    return NodeRun.of("JWTCreateNode").config("{destinationPath: 'r', " + config + "}");
  }

  /** A token signed with a secret, of claims and options. */
  private static NodeRun secret(String config) {
    return node("secretTemplate: 'secret', " + config);
  }

  private static String token(NodeRun node, Value data) {
    Value token = node.press(data).succeeded().at("r");
    assertFalse(token instanceof ObjectValue, token.toString());
    return token.toText();
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }

  private static String error(NodeRun node, Value data) {
    Outcome outcome = node.press(data).succeeded();
    assertFalse(outcome.at("r.error.type").toText().isEmpty());
    return outcome.at("r.error.message").toText();
  }

  static List<ObjectValue> tokens() {
    return Fixtures.list("tokens");
  }

  static Stream<ObjectValue> tokensWithoutChance() {
    return tokens().stream().filter(token -> token.get("algorithm").toText().matches("[HR]S.*"));
  }

  private static Value key(ObjectValue made, String half) {
    String file = made.get("key").toText();
    return Value.of(file.equals("secret") ? file : Fixtures.pem(file + half));
  }

  private static NodeRun remake(ObjectValue made) {
    return node(
        "secretTemplate: '{{{data.key}}}', algorithmTemplate: '"
            + made.get("algorithm").toText()
            + "', dataTemplate: '{\"name\": \"é\", \"iat\": "
            + NOW
            + "}', expiresIn: 60");
  }

  @ParameterizedTest
  @MethodSource
  void tokensWithoutChance(ObjectValue made) {
    String token = token(remake(made), ObjectValue.of("key", key(made, ".private")));
    assertEquals(made.get("token").toText(), token);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void everyAlgorithmSignsWhatIsVerified(ObjectValue made) {
    String token = token(remake(made), ObjectValue.of("key", key(made, ".private")));
    String expected = made.get("token").toText();
    assertEquals(
        expected.substring(0, expected.lastIndexOf('.')),
        token.substring(0, token.lastIndexOf('.')));
    assertEquals(expected.length(), token.length());
    NodeRun verify =
        NodeRun.of("JWTVerifyNode")
            .outputs(2)
            .config("{tokenTemplate: '{{data.token}}', secretTemplate: '{{{data.key}}}'}");
    ObjectValue data =
        ObjectValue.builder().put("token", token).put("key", key(made, ".public")).build();
    assertEquals(1, verify.press(data).output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dataTemplate: '{}';                       {\"iat\":1705329000}",
        "dataTemplate: '{\"b\": 1, \"a\": 2}';     {\"b\":1,\"a\":2,\"iat\":1705329000}",
        "dataTemplate: '{\"a\": \"{{data.n}}\"}';  {\"a\":\"5\",\"iat\":1705329000}",
        "dataTemplate: 'data.claims', dataTemplateType: 'path'; {\"x\":[1,null],\"iat\":1705329000}",
        "dataTemplate: '{}', dataTemplateType: ''; {\"iat\":1705329000}",
        "dataTemplate: '{}', expiresIn: 60;        {\"iat\":1705329000,\"exp\":1705329060}",
        "dataTemplate: '{}', expiresIn: '60';      {\"iat\":1705329000,\"exp\":1705329060}",
        "dataTemplate: '{}', expiresIn: '10h';     {\"iat\":1705329000,\"exp\":1705365000}",
        "dataTemplate: '{}', expiresIn: 0;         {\"iat\":1705329000,\"exp\":1705329000}",
        "dataTemplate: '{}', expiresIn: -1;        {\"iat\":1705329000,\"exp\":1705328999}",
        "dataTemplate: '{}', expiresIn: '';        {\"iat\":1705329000}",
        "dataTemplate: '{}', expiresIn: null;      {\"iat\":1705329000}",
        "dataTemplate: '{\"exp\": 5}', expiresIn: 60;  {\"exp\":5,\"iat\":1705329000}",
        "dataTemplate: '{\"iat\": 100}', expiresIn: 60; {\"iat\":100,\"exp\":160}",
        "dataTemplate: '{\"iat\": 0}', expiresIn: 60;  {\"iat\":1705329000,\"exp\":1705329060}",
        "dataTemplate: '{\"nbf\": 7}';             {\"nbf\":7,\"iat\":1705329000}",
        "dataTemplate: '{}', issuerTemplate: 'me';  {\"iat\":1705329000,\"iss\":\"me\"}",
        "dataTemplate: '{}', issuerTemplate: '';    {\"iat\":1705329000}",
        "dataTemplate: '{}', issuerTemplate: '{{data.no}}'; {\"iat\":1705329000}",
        "dataTemplate: '{}', issuerTemplate: '{{data.n}}', expiresIn: 1; {\"iat\":1705329000,\"exp\":1705329001,\"iss\":\"5\"}",
        "dataTemplate: '{\"iss\": \"you\"}', issuerTemplate: 'me'; {\"iss\":\"you\",\"iat\":1705329000}",
        "dataTemplate: '{\"iss\": null}', issuerTemplate: 'me';  {\"iss\":null,\"iat\":1705329000}",
      })
  void theClaimsAreThoseOfTheFlowAndTheirDefaults(String config, String claims) {
    String token = token(secret(config), Json.value("{n: 5, claims: {x: [1, null]}}"));
    assertEquals(claims, part(token, 1));
    assertEquals("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", part(token, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "headerTemplate: '';                     {\"alg\":\"HS256\",\"typ\":\"JWT\"}",
        "headerTemplate: '{\"kid\": \"{{data.n}}\"}'; {\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"5\"}",
        "headerTemplate: '{\"kid\": 1, \"typ\": \"at+jwt\"}', headerTemplateType: 'json'; {\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":1}",
        "headerTemplate: '{\"alg\": \"HS512\"}'; {\"alg\":\"HS512\",\"typ\":\"JWT\"}",
        "headerTemplate: 'data.header', headerTemplateType: 'path'; {\"alg\":\"HS256\",\"typ\":\"JWT\",\"k\":true}",
        "algorithmTemplate: '{{data.algorithm}}'; {\"alg\":\"HS384\",\"typ\":\"JWT\"}",
        "algorithmTemplate: '';                   {\"alg\":\"HS256\",\"typ\":\"JWT\"}",
        "algorithmTemplate: ' HS384 ';            {\"alg\":\"HS384\",\"typ\":\"JWT\"}",
      })
  void theHeaderIsTheUsualOneAndWhatTheFlowGives(String config, String header) {
    String token =
        token(
            secret("dataTemplate: '{}', " + config),
            Json.value("{n: 5, algorithm: 'HS384', header: {k: true}}"));
    assertEquals(header, part(token, 0));
  }

  @Test
  void theHeadersAlgorithmSigns() {
    String chosen =
        token(secret("dataTemplate: '{}', algorithmTemplate: 'HS512'"), Json.value("{}"));
    String given =
        token(
            secret("dataTemplate: '{}', headerTemplate: '{\"alg\": \"HS512\"}'"), Json.value("{}"));
    assertEquals(chosen, given);
  }

  @Test
  void aHeaderIsWrittenInSingleBytes() {
    String token =
        token(secret("dataTemplate: '{}', headerTemplate: '{\"k\": \"é\"}'"), Json.value("{}"));
    byte[] header = Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]);
    assertEquals(
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"k\":\"é\"}",
        new String(header, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dataTemplate: 'x';                                        payload is required",
        "dataTemplate: 'data.no', dataTemplateType: 'path';         payload is required",
        "dataTemplate: '[1]';                         Expected \"payload\" to be a plain object.",
        "dataTemplate: '\"text\"';                    Expected \"payload\" to be a plain object.",
        "dataTemplate: 'null';                        Expected \"payload\" to be a plain object.",
        "dataTemplate: '{\"iat\": \"1\"}';            \"iat\" should be a number of seconds",
        "dataTemplate: '{\"exp\": null}';             \"exp\" should be a number of seconds",
        "dataTemplate: '{\"nbf\": true}';             \"nbf\" should be a number of seconds",
        "dataTemplate: '{}', headerTemplate: '[]';    \"header\" must be an object",
        "dataTemplate: '{}', headerTemplate: 'x';     \"header\" must be an object",
        "dataTemplate: '{}', headerTemplate: 'data.no', headerTemplateType: 'path'; \"header\" must be an object",
        "dataTemplate: '{}', algorithmTemplate: 'RS256'; secretOrPrivateKey must be an asymmetric key when using RS256",
        "dataTemplate: '{}', algorithmTemplate: 'ES512'; secretOrPrivateKey must be an asymmetric key when using ES512",
        "dataTemplate: '{}', algorithmTemplate: 'PS384'; secretOrPrivateKey must be an asymmetric key when using PS384",
      })
  void whatMakesNoTokenIsStored(String config, String message) {
    assertEquals(message, error(secret(config), Json.value("{}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"none\"", "\"hs256\"", "\" HS256\"", "1", "null", "\"\""})
  void aHeaderMayNotNameWhatDoesNotSign(String algorithm) {
    String message =
        error(
            secret("dataTemplate: '{}', headerTemplate: '{\"alg\": " + algorithm + "}'"),
            Json.value("{}"));
    assertEquals("\"alg\" must be " + TokenAlgorithm.FORM, message);
  }

  @Test
  void anUnknownAlgorithmIsStored() {
    NodeRun node = secret("dataTemplate: '{}', algorithmTemplate: '{{data.a}}'");
    Outcome outcome = node.press("{a: 'none'}").succeeded();
    assertEquals("ValidationError", outcome.at("r.error.type").toText());
    assertEquals(
        "algorithmTemplate must be " + TokenAlgorithm.FORM + ", not \"none\"",
        outcome.at("r.error.message").toText());
  }

  @Test
  void aSecretIsRequired() {
    String message = "secretOrPrivateKey must have a value";
    assertEquals(message, error(node("dataTemplate: '{}'"), Json.value("{}")));
    assertEquals(
        message,
        error(node("dataTemplate: '{}', secretTemplate: '{{data.no}}'"), Json.value("{}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rsa.private;      HS256; secretOrPrivateKey must be a symmetric key when using HS256",
        "p-256.private;    HS512; secretOrPrivateKey must be a symmetric key when using HS512",
        "rsa.public;       RS256; secretOrPrivateKey must be an asymmetric key when using RS256",
        "rsa.encrypted;    RS256; secretOrPrivateKey must be an asymmetric key when using RS256",
        "rsa-1024.private; RS256; secretOrPrivateKey has a minimum key size of 2048 bits for RS256",
        "rsa-1024.private; PS512; secretOrPrivateKey has a minimum key size of 2048 bits for PS512",
        "rsa.private;      ES256; \"alg\" parameter for \"rsa\" key type must be one of: RS256, PS256, RS384, PS384, RS512, PS512.",
        "rsa-1024.private; ES256; \"alg\" parameter for \"rsa\" key type must be one of: RS256, PS256, RS384, PS384, RS512, PS512.",
        "p-256.private;    RS256; \"alg\" parameter for \"ec\" key type must be one of: ES256, ES384, ES512.",
        "rsa-pss.private;  RS256; \"alg\" parameter for \"rsa-pss\" key type must be one of: PS256, PS384, PS512.",
        "p-384.private;    ES256; \"alg\" parameter \"ES256\" requires curve \"prime256v1\".",
        "p-256.private;    ES384; \"alg\" parameter \"ES384\" requires curve \"secp384r1\".",
        "p-256.private;    ES512; \"alg\" parameter \"ES512\" requires curve \"secp521r1\".",
        "k-256.private;    ES256; \"alg\" parameter \"ES256\" requires curve \"prime256v1\".",
        "dsa.private;      RS256; Unknown key type \"dsa\".",
        "ed25519.private;  ES256; Unknown key type \"other\".",
      })
  void keyAndAlgorithmMustBelongTogether(String file, String algorithm, String message) {
    NodeRun node =
        node(
            "secretTemplate: '{{data.key}}', dataTemplate: '{}', algorithmTemplate: '"
                + algorithm
                + "'");
    assertEquals(message, error(node, ObjectValue.of("key", Value.of(Fixtures.pem(file)))));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.pkcs1, RS256",
    "rsa-pss.private, PS256",
    "p-256.sec1, ES256",
    "p-256.with-parameters, ES256"
  })
  void keysMayBeInAnyForm(String file, String algorithm) {
    NodeRun node =
        node(
            "secretTemplate: '{{data.key}}', dataTemplate: '{}', algorithmTemplate: '"
                + algorithm
                + "'");
    String token = token(node, ObjectValue.of("key", Value.of(Fixtures.pem(file))));
    assertEquals(algorithm, Json.value(part(token, 0)).get("alg").toText());
  }

  @Test
  void withoutADestinationNothingIsStored() {
    Outcome outcome =
        NodeRun.of("JWTCreateNode")
            .config("{secretTemplate: 's', dataTemplate: '{}'}")
            .press("{a: 1}")
            .succeeded();
    assertEquals(Json.value("{a: 1}"), outcome.at("data"));
  }

  @Test
  void aCredentialEndsTheRun() {
    var error =
        node("credentialNameTemplate: '{{data.c}}', dataTemplate: '{}'").press("{c: 'x'}").error();
    assertEquals("CredentialNotFoundError", error.name());
    assertEquals("There is no service credential \"x\"", error.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "secretTemplate: 's';                                              dataTemplate",
        "dataTemplate: ' ';                                                dataTemplate",
        "dataTemplate: '{{';                                               dataTemplate",
        "dataTemplate: 'a..b', dataTemplateType: 'path';                   dataTemplate",
        "dataTemplate: '{}', dataTemplateType: 'text';                     dataTemplateType",
        "dataTemplate: '{}', headerTemplate: '{{';                         headerTemplate",
        "dataTemplate: '{}', headerTemplateType: 'text';                   headerTemplateType",
        "dataTemplate: '{}', algorithmTemplate: 'none';                    algorithmTemplate",
        "dataTemplate: '{}', algorithmTemplate: 'HS1';                     algorithmTemplate",
        "dataTemplate: '{}', expiresIn: 'soon';                            expiresIn",
        "dataTemplate: '{}', expiresIn: 1.5;                               expiresIn",
        "dataTemplate: '{}', credentialNameTemplate: 'c', expiresIn: 1.5;  expiresIn",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, node(config).refusal().field());
  }
}
