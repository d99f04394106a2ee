package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoVerifyNodeTest {
  private static final int INVALID = 0;
  private static final int VALID = 1;
  private static final String COMMON =
      "signatureTemplate: '{{data.signature}}', keyTemplateType: 'payloadPath',"
          + " keyTemplate: 'data.key', resultPath: 'r'";

  private static NodeRun node(String config) {
    return NodeRun.of("CryptoVerifyNode").outputs(2).config("{" + COMMON + ", " + config + "}");
  }

  private static ObjectValue data(String keyFile, String signature) {
    return ObjectValue.builder()
        .put("key", Fixtures.pem(keyFile))
        .put("signature", signature)
        .build();
  }

  private static NodeRun nodeFor(ObjectValue signed, String text) {
    return node(
        "dataTemplate: '"
            + text
            + "', algorithmTemplate: '"
            + signed.get("algorithm").toText()
            + "', paddingTemplate: '"
            + signed.get("padding").toText()
            + "', dsaEncodingTemplate: '"
            + signed.get("dsaEncoding").toText()
            + "'");
  }

  private static int press(NodeRun node, ObjectValue data) {
    Outcome outcome = node.press(data).succeeded();
    assertEquals(Value.undefined(), outcome.at("r"), "Nothing went wrong, but something is stored");
    return outcome.output();
  }

  static List<ObjectValue> signatures() {
    return Fixtures.list("signatures");
  }

  private static ObjectValue signature(String key, String algorithm, String padding) {
    return signatures().stream()
        .filter(
            signed ->
                signed.get("key").toText().equals(key)
                    && signed.get("algorithm").toText().equals(algorithm)
                    && signed.get("padding").toText().equals(padding))
        .findFirst()
        .orElseThrow();
  }

  private static String changed(String signature, int index) {
    byte[] bytes = Base64.getDecoder().decode(signature);
    bytes[index < 0 ? bytes.length + index : index] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void theSignaturesOfNodeAreValidForTheirDataAndKey(ObjectValue signed) {
    String key = signed.get("key").toText() + ".public";
    String signature = signed.get("signature").toText();
    NodeRun node = nodeFor(signed, "payload é");
    assertEquals(VALID, press(node, data(key, signature)));
    assertEquals(VALID, press(node, data(key.replace("public", "private"), signature)));
    assertEquals(INVALID, press(nodeFor(signed, "payload e"), data(key, signature)));
    assertEquals(INVALID, press(node, data(key, changed(signature, -1))));
    assertEquals(INVALID, press(node, data(key, changed(signature, -30))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rsa.public", "rsa.private", "rsa.pkcs1", "rsa.pkcs1-public", "rsa.certificate"})
  void theKeyMayBeInAnyForm(String file) {
    ObjectValue signed = signature("rsa", "SHA256", "RSA_PKCS1_PADDING");
    NodeRun node = nodeFor(signed, "payload é");
    assertEquals(VALID, press(node, data(file, signed.get("signature").toText())));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA_PKCS1_PADDING,     SHA256, RSA_PKCS1_PSS_PADDING",
    "RSA_PKCS1_PSS_PADDING, SHA256, RSA_PKCS1_PADDING",
    "RSA_PKCS1_PADDING,     SHA1,   RSA_PKCS1_PADDING",
    "RSA_PKCS1_PSS_PADDING, SHA1,   RSA_PKCS1_PSS_PADDING",
  })
  void paddingAndAlgorithmMustBeThoseOfTheSignature(
      String signedPadding, String algorithm, String padding) {
    ObjectValue signed =
        signature("rsa", "SHA256", signedPadding).toBuilder()
            .put("algorithm", algorithm)
            .put("padding", padding)
            .build();
    NodeRun node = nodeFor(signed, "payload é");
    assertEquals(INVALID, press(node, data("rsa.public", signed.get("signature").toText())));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.public,   RSA_PKCS1_PADDING,     AAAA",
    "rsa.public,   RSA_PKCS1_PSS_PADDING, AAAA",
    "rsa.public,   RSA_PKCS1_PADDING,     ''",
    "p-256.public, RSA_PKCS1_PADDING,     AAAA",
    "p-256.public, RSA_PKCS1_PADDING,     ''",
    "p-256.public, RSA_PKCS1_PADDING,     MAYCAQACAQA=",
    "dsa.public,   RSA_PKCS1_PADDING,     MAYCAQECAQE=",
    "dsa.public,   RSA_PKCS1_PADDING,     MAMCAQE=",
    "rsa-1024.public, RSA_PKCS1_PADDING,  AAAA",
  })
  void whatIsNoSignatureIsNotValid(String key, String padding, String signature) {
    NodeRun node = node("dataTemplate: 'x', paddingTemplate: '" + padding + "'");
    assertEquals(INVALID, press(node, data(key, signature)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA_PKCS1_PADDING", "RSA_PKCS1_PSS_PADDING"})
  void aNumberBeyondTheModulusIsNotValid(String padding) {
    for (String key : new String[] {"rsa", "rsa-odd"}) {
      for (int octet : new int[] {0, 0xFF}) {
        byte[] bytes = new byte[key.equals("rsa") ? 256 : 257];
        Arrays.fill(bytes, (byte) octet);
        NodeRun node = node("dataTemplate: 'x', paddingTemplate: '" + padding + "'");
        String signature = Base64.getEncoder().encodeToString(bytes);
        assertEquals(INVALID, press(node, data(key + ".public", signature)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"p-256.public, 63", "p-256.public, 65", "p-521.public, 131", "dsa.public, 63"})
  void anUnencodedSignatureOfAnotherLengthIsAnError(String key, int length) {
    NodeRun node = node("dataTemplate: 'x', dsaEncodingTemplate: 'ieee-p1363'");
    String signature = Base64.getEncoder().encodeToString(new byte[length]);
    Outcome outcome = node.press(data(key, signature)).succeeded();
    assertEquals(INVALID, outcome.output());
    assertEquals("Malformed signature", outcome.at("r.error.message").toText());
  }

  @ParameterizedTest
  @CsvSource({"p-256.public, 64", "p-521.public, 132", "dsa.public, 64", "k-256.public, 64"})
  void anUnencodedSignatureOfNothingIsNotValid(String key, int length) {
    NodeRun node = node("dataTemplate: 'x', dsaEncodingTemplate: 'ieee-p1363'");
    String signature = Base64.getEncoder().encodeToString(new byte[length]);
    assertEquals(INVALID, press(node, data(key, signature)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "signatureEncodingTemplate: 'base64'; BASE64",
        "signatureEncodingTemplate: '';       BASE64",
        "signatureEncodingTemplate: 'hex';    HEX",
        "signatureEncodingTemplate: 'latin1'; LATIN1",
        "signatureEncodingTemplate: '{{data.e}}'; HEX",
      })
  void theSignatureIsReadInItsEncoding(String config, Encoding encoding) {
    ObjectValue signed = signature("rsa", "SHA256", "RSA_PKCS1_PADDING");
    byte[] bytes = Base64.getDecoder().decode(signed.get("signature").toText());
    ObjectValue data =
        data("rsa.public", encoding.encode(bytes)).toBuilder().put("e", "hex").build();
    assertEquals(VALID, press(node("dataTemplate: 'payload é', " + config), data));
  }

  @Test
  void dataIsReadInItsEncoding() {
    ObjectValue signed = signature("rsa", "SHA256", "RSA_PKCS1_PADDING");
    String hex = HexFormat.of().formatHex("payload é".getBytes(StandardCharsets.UTF_8));
    NodeRun node = node("dataTemplate: '" + hex + "', dataEncodingTemplate: 'hex'");
    assertEquals(VALID, press(node, data("rsa.public", signed.get("signature").toText())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nameless.csr;   dataTemplate: 'x'; There is neither a key nor a certificate in PEM form",
        "rsa.encrypted;  dataTemplate: 'x'; There is neither a key nor a certificate in PEM form",
        "rsa.encrypted-pkcs1;  dataTemplate: 'x'; The private key is encrypted",
        "ed25519.public; dataTemplate: 'x'; Keys of this kind do not sign with a hash",
        "rsa.public; dataTemplate: 'x', signatureEncodingTemplate: 'hex'; Hexadecimal text has two digits a byte, not 5 characters",
        "rsa.public; dataTemplate: 'x', algorithmTemplate: '{{data.no}}x'; algorithmTemplate must be one of MD5, SHA1, SHA256, SHA384, not \"x\"",
      })
  void whatGoesWrongIsStored(String file, String config, String message) {
    Outcome outcome = node(config).press(data(file, "AAAAA")).succeeded();
    assertEquals(INVALID, outcome.output());
    assertEquals(message, outcome.at("r.error.message").toText());
  }

  @Test
  void aPssKeyIsForNoOtherPadding() {
    NodeRun node = node("dataTemplate: 'x'");
    ObjectValue signed = signature("rsa-pss", "SHA256", "RSA_PKCS1_PSS_PADDING");
    Outcome outcome =
        node.press(data("rsa-pss.public", signed.get("signature").toText())).succeeded();
    assertEquals(INVALID, outcome.output());
    assertEquals(
        "A key for PSS cannot be used with another padding",
        outcome.at("r.error.message").toText());
  }

  @Test
  void withoutAResultPathNothingIsStored() {
    NodeRun node =
        NodeRun.of("CryptoVerifyNode")
            .outputs(2)
            .config("{dataTemplate: 'x', signatureTemplate: 'x', keyTemplate: 'x'}");
    assertEquals(INVALID, node.press("{}").succeeded().output());
  }

  @Test
  void aCredentialEndsTheRun() {
    NodeRun node =
        NodeRun.of("CryptoVerifyNode")
            .outputs(2)
            .config("{credentialNameTemplate: 'c', dataTemplate: 'x', signatureTemplate: 'x'}");
    assertEquals("CredentialNotFoundError", node.press("{}").error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{signatureTemplate: '', keyTemplate: 'k'};                                   dataTemplate",
        "{dataTemplate: '', keyTemplate: 'k'};                                   signatureTemplate",
        "{dataTemplate: '', signatureTemplate: ''};                                    keyTemplate",
        "{dataTemplate: '', signatureTemplate: '', keyTemplate: 'k', paddingTemplate: 'x'}; paddingTemplate",
        "{dataTemplate: '', signatureTemplate: '', keyTemplateType: 'diskPath', keyTemplate: 'k'}; keyTemplateType",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field,
        NodeRun.of("CryptoVerifyNode").outputs(2).config(config).refusal().field());
  }
}
