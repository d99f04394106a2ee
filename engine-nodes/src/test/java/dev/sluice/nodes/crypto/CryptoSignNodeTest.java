package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoSignNodeTest {
  private static final String KEY = "keyTemplateType: 'payloadPath', keyTemplate: 'data.key'";

  private static NodeRun node(String config) {
    return NodeRun.of("CryptoSignNode")
        .config("{dataTemplate: 'payload é', resultPath: 'r', " + config + "}");
  }

  private static Value key(String file) {
    return ObjectValue.of("key", Value.of(Fixtures.pem(file)));
  }

  private static String signature(NodeRun node, Value data) {
    return node.press(data).succeeded().at("r.signature").toText();
  }

  private static String options(ObjectValue signed) {
    return ", algorithmTemplate: '"
        + signed.get("algorithm").toText()
        + "', paddingTemplate: '"
        + signed.get("padding").toText()
        + "', dsaEncodingTemplate: '"
        + signed.get("dsaEncoding").toText()
        + "'";
  }

  static List<ObjectValue> signatures() {
    return Fixtures.list("signatures");
  }

  static Stream<ObjectValue> signaturesWithoutChance() {
    return signatures().stream()
        .filter(signed -> signed.get("padding").toText().equals("RSA_PKCS1_PADDING"));
  }

  @ParameterizedTest
  @MethodSource
  void signaturesWithoutChance(ObjectValue signed) {
    NodeRun node = node(KEY + options(signed));
    Value data = key(signed.get("key").toText() + ".private");
    assertEquals(signed.get("signature").toText(), signature(node, data));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void whatIsSignedIsVerified(ObjectValue signed) {
    String file = signed.get("key").toText();
    String signature = signature(node(KEY + options(signed)), key(file + ".private"));
    assertEquals(
        signed.get("signature").toText().length() > 150,
        signature.length() > 150,
        "The signature is not as long as Node's");
    ObjectValue data =
        ObjectValue.builder()
            .put("key", Fixtures.pem(file + ".public"))
            .put("signature", signature)
            .build();
    NodeRun verify =
        NodeRun.of("CryptoVerifyNode")
            .outputs(2)
            .config(
                "{dataTemplate: 'payload é', signatureTemplate: '{{data.signature}}', "
                    + KEY
                    + options(signed)
                    + "}");
    assertEquals(1, verify.press(data).output());
  }

  @Test
  void theSaltComesFromTheEnginesRandomness() {
    NodeRun node = node(KEY + ", paddingTemplate: 'RSA_PKCS1_PSS_PADDING'");
    assertEquals(signature(node, key("rsa.private")), signature(node, key("rsa.private")));
    SignatureScheme scheme =
        new SignatureScheme(
            HashAlgorithm.SHA256,
            SignatureScheme.Padding.PSS_HASH_SALT,
            SignatureScheme.DsaEncoding.DER);
    Key key = Keys.privateKey(Fixtures.pem("rsa.private"));
    byte[] first = scheme.sign(key, new byte[1], new SplittableRandom(1));
    byte[] again = scheme.sign(key, new byte[1], new SplittableRandom(1));
    byte[] second = scheme.sign(key, new byte[1], new SplittableRandom(2));
    assertArrayEquals(first, again);
    assertFalse(Arrays.equals(first, second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa.private", "rsa.pkcs1"})
  void keysMayBeInEitherForm(String file) {
    String expected = signaturesWithoutChance().findFirst().orElseThrow().get("signature").toText();
    String md5 = ", algorithmTemplate: 'MD5'";
    assertEquals(expected, signature(node(KEY + md5), key(file)));
    for (String template : new String[] {"{{data.key}}", "{{{data.key}}}"}) {
      NodeRun node = node("keyTemplate: '" + template + "'" + md5);
      assertEquals(expected, signature(node, key(file)));
      node = node("keyTemplateType: 'stringTemplate', keyTemplate: '" + template + "'" + md5);
      assertEquals(expected, signature(node, key(file)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "signatureEncodingTemplate: 'base64';        BASE64",
        "signatureEncodingTemplate: '';              BASE64",
        "signatureEncodingTemplate: 'hex';           HEX",
        "signatureEncodingTemplate: '{{data.e}}';    HEX",
        "signatureEncodingTemplate: 'latin1';        LATIN1",
        "dataEncodingTemplate: 'utf8';               BASE64",
        "dataEncodingTemplate: '';                   BASE64",
        "algorithmTemplate: '';                      BASE64",
        "algorithmTemplate: 'sha256';                BASE64",
        "paddingTemplate: '';                        BASE64",
        "paddingTemplate: 'rsa_pkcs1_padding';       BASE64",
        "dsaEncodingTemplate: '';                    BASE64",
        "dsaEncodingTemplate: 'IEEE-P1363';          BASE64",
      })
  void theSignatureIsWrittenInItsEncoding(String config, Encoding encoding) {
    ObjectValue data =
        ObjectValue.builder().put("key", Fixtures.pem("rsa.private")).put("e", "hex").build();
    byte[] plain = Encoding.BASE64.decode(signature(node(KEY), data));
    assertEquals(
        HexFormat.of().formatHex(plain),
        HexFormat.of().formatHex(encoding.decode(signature(node(KEY + ", " + config), data))));
  }

  @Test
  void dataIsReadInItsEncoding() {
    NodeRun utf8 = node(KEY);
    NodeRun hex =
        NodeRun.of("CryptoSignNode")
            .config(
                "{dataTemplate: '7061796c6f616420c3a9', dataEncodingTemplate: 'hex',"
                    + " resultPath: 'r', "
                    + KEY
                    + "}");
    assertEquals(signature(utf8, key("rsa.private")), signature(hex, key("rsa.private")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rsa.public;       x: 1;                                There is no private key in PEM form",
        "rsa.encrypted;    x: 1;                                The private key is encrypted",
        "ed25519.private;  x: 1;                  Keys of this kind do not sign with a hash",
        "rsa-pss.private;  x: 1;    A key for PSS cannot be used with another padding",
        "rsa.private; algorithmTemplate: '{{data.no}}x';  algorithmTemplate must be one of MD5, SHA1, SHA256, SHA384, not \"x\"",
        "rsa.private; paddingTemplate: '{{data.no}}x';    paddingTemplate must be RSA_PKCS1_PADDING or RSA_PKCS1_PSS_PADDING, not \"x\"",
        "rsa.private; dsaEncodingTemplate: '{{data.no}}x'; dsaEncodingTemplate must be der or ieee-p1363, not \"x\"",
        "rsa.private; dataEncodingTemplate: 'base64', dataTemplate: '{{data.key}}'; ",
      })
  void whatCannotBeSignedIsStored(String file, String config, String message) {
    Outcome outcome = node(KEY + ", " + config).press(key(file)).succeeded();
    if (message == null) {
      assertTrue(outcome.at("r.signature").isPresent());
    } else {
      assertEquals(message, outcome.at("r.error.message").toText());
      assertEquals(Value.undefined(), outcome.at("r.signature"));
    }
  }

  @Test
  void aKeyThatIsNotThereIsStored() {
    String message = "There is no private key in PEM form";
    for (String data : new String[] {"{}", "{key: 5}", "{key: ''}"}) {
      assertEquals(message, node(KEY).press(data).succeeded().at("r.error.message").toText());
    }
  }

  @Test
  void aHashTooLongForTheKeyIsStored() {
    ObjectValue data = ObjectValue.of("key", Value.of(Fixtures.pem("rsa-small.private")));
    Outcome pkcs1 = node(KEY + ", algorithmTemplate: 'SHA384'").press(data).succeeded();
    assertTrue(pkcs1.at("r.error.message").toText().startsWith("The key cannot sign this: "));
    assertEquals(
        88, signature(node(KEY + ", paddingTemplate: 'RSA_PKCS1_PSS_PADDING'"), data).length());
  }

  @Test
  void aCredentialEndsTheRun() {
    var error = node("credentialNameTemplate: 'my-{{data.n}}'").press("{n: 'key'}").error();
    assertEquals("CredentialNotFoundError", error.name());
    assertEquals("There is no service credential \"my-key\"", error.message());
  }

  @Test
  void aFileEndsTheRunOnEdge() {
    String config = "keyTemplateType: 'diskPath', keyTemplate: '/data/{{data.n}}.pem'";
    var error = node(config).in("edge").press("{n: 'key'}").error();
    assertEquals("FileAccessError", error.name());
    assertTrue(error.message().contains("\"/data/key.pem\""), error.message());
    assertEquals("config.keyTemplateType", node(config).refusal().field());
    assertEquals(
        "FileAccessError", node("keyTemplate: '/key'").in("edge").press("{}").error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{resultPath: 'r', keyTemplate: 'k'};                                           dataTemplate",
        "{dataTemplate: '', keyTemplate: 'k'};                                            resultPath",
        "{dataTemplate: '', resultPath: 'r'};                                            keyTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', keyTemplateType: 'x'}; keyTemplateType",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: '{{'};                         keyTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', algorithmTemplate: 'SHA512'}; algorithmTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', algorithmTemplate: 'RIPEMD'}; algorithmTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', paddingTemplate: 'none'};   paddingTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', dsaEncodingTemplate: 'x'}; dsaEncodingTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', dataEncodingTemplate: 'x'}; dataEncodingTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplate: 'k', signatureEncodingTemplate: 'x'}; signatureEncodingTemplate",
        "{dataTemplate: '', resultPath: 'r', keyTemplateType: 'payloadPath', keyTemplate: 'a..b'}; keyTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("CryptoSignNode").config(config).refusal().field());
  }
}
