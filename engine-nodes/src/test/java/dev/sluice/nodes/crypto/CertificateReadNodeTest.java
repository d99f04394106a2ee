package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReadNodeTest {
  private static final String ERROR = "{error: {message: 'Invalid certificate in bundle.'}}";

  private static NodeRun node(String source) {
    return NodeRun.of("CertificateReadNode").config("{resultPath: 'r', " + source + "}");
  }

  private static Value read(String text) {
    return node("crtTemplateType: 'payloadPath', crtTemplate: 'data.crt'")
        .press(ObjectValue.of("crt", Value.of(text)))
        .succeeded()
        .at("r");
  }

  private static Value rsa() {
    return ObjectValue.builder()
        .put("publicKey", Fixtures.pem("rsa.public").strip())
        .put(
            "info",
            Json.value(
                "{serial: '0a1b2c3d', country: 'DE', state: 'Sachsen', locality: 'Leipzig',"
                    + " organization: 'Größe, Inc.', organizationUnit: 'Works',"
                    + " commonName: 'Root', emailAddress: 'ca@example.com',"
                    + " notValidBefore: '2026-11-25T09:58:50.000Z', notValidAfter: '2036-11-22T09:58:50.000Z',"
                    + " issuerName: 'emailAddress=ca@example.com,CN=Root,OU=Works,"
                    + "O=Größe\\\\, Inc.,L=Leipzig,ST=Sachsen,C=DE',"
                    + " fingerprint: 'EF:C9:AE:E6:9C:56:61:BD:96:AF:A6:5C:87:80:F6:00:C6:D0:BD:72'}"))
        .build();
  }

  private static Value ec() {
    return ObjectValue.builder()
        .put("publicKey", Fixtures.pem("p-256.public").strip())
        .put(
            "info",
            Json.value(
                "{serial: 'f1', commonName: 'EC Root', notValidBefore: '2026-11-25T09:58:50.000Z',"
                    + " notValidAfter: '2036-11-22T09:58:50.000Z', issuerName: 'CN=EC Root',"
                    + " fingerprint: 'AE:2A:61:DF:0B:64:7C:25:AB:71:3C:C4:9A:0D:34:64:33:71:36:45'}"))
        .build();
  }

  @Test
  void aCertificateTellsItsKeyAndWhatItSays() {
    assertEquals(rsa(), read(Fixtures.pem("rsa.certificate")));
    assertEquals(ec(), read("EC Root:\n" + Fixtures.pem("p-256.certificate")));
  }

  @Test
  void otherBlocksAreLeftOut() {
    String text =
        Fixtures.pem("rsa.private") + Fixtures.pem("p-256.certificate") + Fixtures.pem("plain.csr");
    assertEquals(ec(), read(text));
  }

  @Test
  void ofABundleEachIsRead() {
    String text =
        Fixtures.pem("rsa.certificate")
            + Pem.write("CERTIFICATE", new byte[] {1, 2})
            + Fixtures.pem("p-256.certificate").replace("CERTIFICATE", "X509 CERTIFICATE");
    Value result = read(text);
    assertEquals(Value.of(3), result.get("length"));
    assertEquals(rsa(), result.get(0));
    assertEquals(Json.value(ERROR), result.get(1));
    assertEquals(ec(), result.get(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crtTemplate: '{{data.crt}}'",
        "crtTemplate: '{{{data.crt}}}'",
        "crtTemplate: '{{data.crt}}', crtTemplateType: 'stringTemplate'",
        "crtTemplate: 'data.crt', crtTemplateType: 'payloadPath'",
      })
  void theCertificateMayBeInATemplateOrAtAPath(String source) {
    Value data = ObjectValue.of("crt", Value.of(Fixtures.pem("rsa.certificate")));
    assertEquals(rsa(), node(source).press(data).succeeded().at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-----BEGIN CERTIFICATE-----", "rsa.public"})
  void whatIsNoCertificateFailsTheRun(String text) {
    String data = text.equals("rsa.public") ? Fixtures.pem(text) : text;
    var outcome = node("crtTemplate: '{{data.crt}}'").press(ObjectValue.of("crt", Value.of(data)));
    assertEquals("ValidationError", outcome.error().name());
    assertEquals("There is no certificate in PEM form", outcome.error().message());
    assertEquals(Value.undefined(), outcome.at("r"));
  }

  @Test
  void oneThatCannotBeReadFailsTheRun() {
    byte[] whole = Pem.parse(Fixtures.pem("rsa.certificate")).getFirst().content();
    for (int length : new int[] {0, 1, 4, 100, 400, whole.length - 1}) {
      String cut = Pem.write("CERTIFICATE", Arrays.copyOf(whole, length));
      var error = node("crtTemplate: '" + cut.replace("\n", "\\n") + "'").press("{}").error();
      assertEquals("ValidationError", error.name());
      assertTrue(
          error.message().startsWith("The key or certificate cannot be read"), error.message());
    }
  }

  @Test
  void certificatesWithWrongBytesAreReadOrRefused() {
    byte[] whole = Pem.parse(Fixtures.pem("rsa.certificate")).getFirst().content();
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x55;
      String text = Pem.write("CERTIFICATE", changed);
      Value first = CertificateReadNodeTest.describe(text);
      assertTrue(first.get("info").isPresent() || first.get("error").isPresent(), "Byte " + i);
    }
  }

  private static Value describe(String text) {
    try {
      return CertificateText.describe(
          CertificateText.certificate(CertificateText.blocks(text).getFirst()));
    } catch (CryptoFailure failure) {
      return failure.asError();
    }
  }

  @Test
  void onEdgeItIsAFileUnlessSaidOtherwise() {
    var error = node("crtTemplate: '/data/ca.crt'").in("edge").press("{}").error();
    assertEquals("FileAccessError", error.name());
    assertTrue(error.message().contains("/data/ca.crt"), error.message());
    Value data = ObjectValue.of("crt", Value.of(Fixtures.pem("rsa.certificate")));
    NodeRun template = node("crtTemplate: '{{data.crt}}', crtTemplateType: 'stringTemplate'");
    assertEquals(rsa(), template.in("edge").press(data).succeeded().at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{resultPath: 'r'};                                                          crtTemplate",
        "{resultPath: 'r', crtTemplate: ' '};                                        crtTemplate",
        "{crtTemplate: 'x'};                                                         resultPath",
        "{resultPath: 'r', crtTemplate: 'x', crtTemplateType: 'diskPath'};           crtTemplateType",
        "{resultPath: 'r', crtTemplate: 'x', crtTemplateType: 'url'};                crtTemplateType",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field, NodeRun.of("CertificateReadNode").config(config).refusal().field());
  }
}
