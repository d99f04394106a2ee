package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is issued is read by the platform's own parser, and verified by it. */
class CertificateCreateNodeTest {
  private static final String SOURCES =
      "resultPath: 'r', caKeyTemplateType: 'payloadPath', caKeyTemplate: 'data.key',"
          + " caCrtTemplateType: 'payloadPath', caCrtTemplate: 'data.crt',"
          + " csrTemplateType: 'payloadPath', csrTemplate: 'data.csr'";

  private static NodeRun node(String config) {
    return NodeRun.of("CertificateCreateNode").config("{" + SOURCES + ", " + config + "}");
  }

  private static ObjectValue data(String authority, String request) {
    return ObjectValue.builder()
        .put("key", Fixtures.pem(authority + ".private"))
        .put("crt", Fixtures.pem(authority + ".certificate"))
        .put("csr", Fixtures.pem(request))
        .build();
  }

  private static X509Certificate parse(String pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static X509Certificate issue(String config, Value data) throws CertificateException {
    Outcome outcome = node(config).press(data).succeeded();
    assertEquals(Value.undefined(), outcome.at("r.error"));
    return parse(outcome.at("r.certificate").toText());
  }

  private static X509Certificate issue(String config, String request) throws CertificateException {
    return issue(config, data("rsa", request));
  }

  private static String error(String config, Value data) {
    Outcome outcome = node(config).press(data).succeeded();
    assertEquals(Value.undefined(), outcome.at("r.certificate"));
    return outcome.at("r.error.message").toText();
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    List<String> names = new ArrayList<>();
    Collection<List<?>> found = certificate.getSubjectAlternativeNames();
    if (found != null) {
      found.forEach(name -> names.add(name.get(0) + ":" + name.get(1)));
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "rsa,   SHA1,   SHA1withRSA",
    "rsa,   SHA256, SHA256withRSA",
    "rsa,   SHA384, SHA384withRSA",
    "rsa,   SHA512, SHA512withRSA",
    "rsa,   '',     SHA256withRSA",
    "p-256, SHA1,   SHA1withECDSA",
    "p-256, SHA256, SHA256withECDSA",
    "p-256, sha384, SHA384withECDSA",
    "p-256, SHA512, SHA512withECDSA",
  })
  void theAuthoritySignsWithItsKey(String authority, String algorithm, String name)
      throws Exception {
    ObjectValue data = data(authority, "plain.csr").toBuilder().put("algorithm", algorithm).build();
    for (String template : new String[] {algorithm, "{{data.algorithm}}"}) {
      X509Certificate certificate = issue("algorithmTemplate: '" + template + "'", data);
      X509Certificate parent = parse(Fixtures.pem(authority + ".certificate"));
      assertEquals(name, certificate.getSigAlgName());
      certificate.verify(parent.getPublicKey());
      assertEquals(parent.getSubjectX500Principal(), certificate.getIssuerX500Principal());
      assertEquals(3, certificate.getVersion());
      assertEquals(-1, certificate.getBasicConstraints());
      assertArrayEquals(
          parent.getExtensionValue("2.5.29.14"),
          octets(certificate.getExtensionValue("2.5.29.35"), 6));
      assertTrue(certificate.getCriticalExtensionOIDs().contains("2.5.29.19"));
    }
  }

  @Test
  void otherKeysIssueNothing() {
    assertEquals(
        "Only RSA and EC keys can sign certificates", error("x: 1", data("dsa", "plain.csr")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p-384", "p-521"})
  void anAuthorityWithoutIdentifierIsKnownByItsKey(String authority) throws Exception {
    X509Certificate certificate =
        issue("commonNameTemplate: 'a'", data(authority, authority + ".public"));
    assertArrayEquals(
        certificate.getExtensionValue("2.5.29.14"),
        octets(certificate.getExtensionValue("2.5.29.35"), 6));
  }

  @Test
  void aKeyIsIdentifiedByTheHashOfItsBits() throws Exception {
    byte[] extension = issue("x: 1", "plain.csr").getExtensionValue("2.5.29.14");
    byte[] bits =
        Keys.info(Keys.publicKey(Fixtures.pem("p-256.public"))).getPublicKeyData().getBytes();
    assertArrayEquals(
        MessageDigest.getInstance("SHA-1").digest(bits),
        Arrays.copyOfRange(extension, 4, extension.length));
  }

  @ParameterizedTest
  @CsvSource({"rsa, true", "p-256, false"})
  void anAlgorithmOfRsaHasNullForParameters(String authority, boolean hasNull) throws Exception {
    X509Certificate certificate = issue("x: 1", data(authority, "plain.csr"));
    var algorithm =
        org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.getEncoded())
            .getSignatureAlgorithm();
    assertEquals(hasNull ? DERNull.INSTANCE : null, algorithm.getParameters());
  }

  @Test
  void aRequestThatNamesTheAlgorithmOfAnotherKindOfKeyIsStored() throws Exception {
    CertificationRequest request =
        CertificationRequest.getInstance(
            Pem.parse(Fixtures.pem("p-256-sha256.csr")).getFirst().content());
    byte[] mislabelled =
        new CertificationRequest(
                request.getCertificationRequestInfo(),
                CertificateAlgorithm.RSA_SHA256.identifier(),
                request.getSignature())
            .getEncoded();
    ObjectValue data =
        data("rsa", "plain.csr").toBuilder()
            .put("csr", Pem.write("CERTIFICATE REQUEST", mislabelled))
            .build();
    assertEquals("The request is not signed with the key that it names", error("x: 1", data));
  }

  /** The identifier of a key among the octets of an extension, as another extension has it. */
  private static byte[] octets(byte[] extension, int start) {
    byte[] identifier = new byte[4 + extension.length - start];
    identifier[0] = 4;
    identifier[1] = (byte) (identifier.length - 2);
    identifier[2] = 4;
    identifier[3] = (byte) (identifier.length - 4);
    System.arraycopy(extension, start, identifier, 4, extension.length - start);
    return identifier;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa-sha1.csr",
        "rsa-sha256.csr",
        "rsa-sha384.csr",
        "rsa-sha512.csr",
        "p-256-sha1.csr",
        "p-256-sha256.csr",
        "p-384-sha384.csr",
        "p-521-sha512.csr",
      })
  void aRequestGetsItsNamesAndNothingElse(String request) throws Exception {
    X509Certificate certificate = issue("x: 1", request);
    assertEquals("CN=device,O=Acme,C=US", certificate.getSubjectX500Principal().getName());
    assertEquals(List.of("2:a.example.com", "7:10.0.0.1"), names(certificate));
    assertNull(certificate.getKeyUsage());
    assertNull(certificate.getExtendedKeyUsage());
    assertEquals(-1, certificate.getBasicConstraints());
    String pair = request.substring(0, request.lastIndexOf('-'));
    assertEquals(
        Fixtures.pem(pair + ".public").strip(),
        Pem.write("PUBLIC KEY", certificate.getPublicKey().getEncoded()));
    assertTrue(certificate.getNonCriticalExtensionOIDs().contains("2.5.29.17"));
  }

  @Test
  void theResultIsTheCertificateAndWhatReadingItTells() {
    Outcome outcome =
        node("serialNumberTemplate: '1a2b3C', expiresInDaysTemplate: '1'")
            .press(data("rsa", "plain.csr"))
            .succeeded();
    Value read =
        CertificateText.describe(
            CertificateText.certificate(
                Pem.parse(outcome.at("r.certificate").toText()).getFirst()));
    assertEquals(read.get("publicKey"), outcome.at("r.publicKey"));
    assertEquals(read.get("info"), outcome.at("r.info"));
    assertEquals(
        Json.value(
            "{serial: '1a2b3c', commonName: 'plain', notValidBefore: '2024-01-15T14:30:00.000Z',"
                + " notValidAfter: '2024-01-16T14:30:00.000Z'}"),
        ((ObjectValue) outcome.at("r.info"))
            .toBuilder().remove("issuerName").remove("fingerprint").build());
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.public,        rsa",
    "rsa.private,       rsa",
    "rsa.pkcs1,         rsa",
    "rsa.pkcs1-public,  rsa",
    "p-256.sec1,        p-256",
    "p-384.public,      p-384",
    "ed25519.public,    ed25519",
    "ed25519.private,   ed25519",
    "dsa.public,        dsa",
  })
  void aKeyMayStandInTheRequestsPlace(String file, String pair) throws Exception {
    X509Certificate certificate = issue("commonNameTemplate: 'me'", file);
    assertEquals("CN=me", certificate.getSubjectX500Principal().getName());
    assertEquals(
        Fixtures.pem(pair + ".public").strip(),
        Pem.write("PUBLIC KEY", certificate.getPublicKey().getEncoded()));
  }

  @Test
  void whatHasNoNameGetsOne() throws Exception {
    String message = "A common name or an alternative name is required with a key";
    assertEquals(message, error("x: 1", data("rsa", "rsa.public")));
    assertEquals(message, error("organizationTemplate: 'o'", data("rsa", "rsa.public")));
    assertEquals(message, error("commonNameTemplate: '{{data.no}} '", data("rsa", "rsa.public")));
    assertEquals(message, error("x: 1", data("rsa", "nameless.csr")));
    X509Certificate named =
        issue("subjectAltNames: [{type: 'dns', valueTemplate: 'a.b'}]", "rsa.public");
    assertEquals("", named.getSubjectX500Principal().getName());
    assertTrue(named.getCriticalExtensionOIDs().contains("2.5.29.17"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "commonNameTemplate: '{{data.n}}';               CN=A & B,O=Acme,C=US",
        "countryTemplate: 'de';                          CN=device,O=Acme,C=de",
        "countryTemplate: ' ';                           CN=device,O=Acme,C=US",
        "stateTemplate: 'S';                             ST=S,CN=device,O=Acme,C=US",
        "localityTemplate: 'L';                          L=L,CN=device,O=Acme,C=US",
        "organizationTemplate: 'Ö';                      CN=device,O=Ö,C=US",
        "organizationTemplate: '{{data.no}}';            CN=device,O=Acme,C=US",
        "organizationalUnitTemplate: 'U';                OU=U,CN=device,O=Acme,C=US",
        "emailTemplate: 'a@b'; 1.2.840.113549.1.9.1=#1603614062,CN=device,O=Acme,C=US",
        "stateTemplate: 'S', localityTemplate: 'L', organizationalUnitTemplate: 'U'; OU=U,L=L,ST=S,CN=device,O=Acme,C=US",
      })
  void partsOfTheSubjectAreReplacedOrAdded(String config, String subject) throws Exception {
    ObjectValue data = data("rsa", "rsa-sha256.csr").toBuilder().put("n", "A & B").build();
    assertEquals(subject, issue(config, data).getSubjectX500Principal().getName());
  }

  @Test
  void aKeysSubjectIsInTheUsualOrder() throws Exception {
    String config =
        "countryTemplate: 'US', stateTemplate: 'S', localityTemplate: 'L',"
            + " organizationTemplate: 'O', organizationalUnitTemplate: 'U',"
            + " commonNameTemplate: 'N', emailTemplate: 'a@b'";
    assertEquals(
        "1.2.840.113549.1.9.1=#1603614062,CN=N,OU=U,O=O,L=L,ST=S,C=US",
        issue(config, "rsa.public").getSubjectX500Principal().getName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{type: 'dns', valueTemplate: 'x.example.com'};            2:x.example.com",
        "{type: 'dns', valueTemplate: '*.{{data.n}}'};             2:*.n",
        "{type: 'uri', valueTemplate: '{{data.uri}}'};             6:urn:a?b=c&d",
        "{type: 'email', valueTemplate: 'a@b'};                    1:a@b",
        "{type: 'ip', valueTemplate: ' 192.168.1.100 '};           7:192.168.1.100",
        "{type: 'ip', valueTemplate: '2001:db8::1'};               7:2001:db8:0:0:0:0:0:1",
      })
  void alternativeNamesReplaceThoseOfTheRequest(String name, String expected) throws Exception {
    ObjectValue data =
        data("rsa", "rsa-sha256.csr").toBuilder().put("n", "n").put("uri", "urn:a?b=c&d").build();
    assertEquals(List.of(expected), names(issue("subjectAltNames: [" + name + "]", data)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{type: 'dns', valueTemplate: ''};                   \"\" is no alternative name of type dns",
        "{type: 'uri', valueTemplate: '{{data.no}}'};        \"\" is no alternative name of type uri",
        "{type: 'dns', valueTemplate: 'ö.de'};           \"ö.de\" is no alternative name of type dns",
        "{type: 'ip', valueTemplate: '1.2.3'};            \"1.2.3\" is no alternative name of type ip",
        "{type: 'ip', valueTemplate: '10.0.0.0/8'};  \"10.0.0.0/8\" is no alternative name of type ip",
      })
  void whatIsNoAlternativeNameIsStored(String name, String message) {
    assertEquals(message, error("subjectAltNames: [" + name + "]", data("rsa", "rsa-sha256.csr")));
  }

  @Test
  void thirtyTwoAlternativeNamesAreEnough() throws Exception {
    String name = "{type: 'dns', valueTemplate: 'a'}";
    String many = String.join(",", Collections.nCopies(32, name));
    assertEquals(32, names(issue("subjectAltNames: [" + many + "]", "plain.csr")).size());
    assertEquals(
        "config.subjectAltNames",
        node("subjectAltNames: [" + many + "," + name + "]").refusal().field());
  }

  @ParameterizedTest
  @CsvSource({
    "digitalSignature, 0",
    "nonRepudiation, 1",
    "keyEncipherment, 2",
    "dataEncipherment, 3",
    "keyAgreement, 4",
    "keyCertSign, 5",
    "cRLSign, 6",
    "encipherOnly, 7",
    "decipherOnly, 8",
  })
  void aUseIsABit(String use, int bit) throws Exception {
    X509Certificate certificate = issue("keyUsages: ['" + use + "']", "plain.csr");
    boolean[] bits = certificate.getKeyUsage();
    for (int i = 0; i < bits.length; i++) {
      assertEquals(i == bit, bits[i], "Bit " + i);
    }
    assertTrue(certificate.getCriticalExtensionOIDs().contains("2.5.29.15"));
  }

  @Test
  void usesAddUp() throws Exception {
    boolean[] bits =
        issue("keyUsages: ['keyAgreement', 'digitalSignature']", "plain.csr").getKeyUsage();
    assertTrue(bits[0] && bits[4] && !bits[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "serverAuth, 1.3.6.1.5.5.7.3.1", "clientAuth, 1.3.6.1.5.5.7.3.2",
    "codeSigning, 1.3.6.1.5.5.7.3.3", "emailProtection, 1.3.6.1.5.5.7.3.4",
    "timeStamping, 1.3.6.1.5.5.7.3.8", "ocspSigning, 1.3.6.1.5.5.7.3.9",
  })
  void aPurposeIsAnIdentifier(String purpose, String identifier) throws Exception {
    X509Certificate certificate = issue("extendedKeyUsages: ['" + purpose + "']", "plain.csr");
    assertEquals(List.of(identifier), certificate.getExtendedKeyUsage());
    assertTrue(certificate.getNonCriticalExtensionOIDs().contains("2.5.29.37"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x: 1;                                          2024-01-15T14:30:00Z; 365",
        "expiresInDaysTemplate: '';                     2024-01-15T14:30:00Z; 365",
        "expiresInDaysTemplate: 1;                      2024-01-15T14:30:00Z; 1",
        "expiresInDaysTemplate: '{{data.days}}';        2024-01-15T14:30:00Z; 3650",
        "expiresInDaysTemplate: ' 30 ';                 2024-01-15T14:30:00Z; 30",
        "notBeforeTemplate: '2030-02-01T00:00:00Z', expiresInDaysTemplate: 28; 2030-02-01T00:00:00Z; 28",
        "notBeforeTemplate: '{{data.at}}';              1970-01-01T00:00:01Z; 365",
        "notBeforeTemplate: '2049-12-31';               2049-12-31T00:00:00Z; 365",
        "notBeforeTemplate: '1900-01-01';               1900-01-01T00:00:00Z; 365",
      })
  void aCertificateIsValidForSomeDays(String config, Instant start, long days) throws Exception {
    ObjectValue data =
        data("rsa", "plain.csr").toBuilder().put("days", "3650").put("at", 1500).build();
    X509Certificate certificate = issue(config, data);
    assertEquals(start, certificate.getNotBefore().toInstant());
    assertEquals(start.plus(Duration.ofDays(days)), certificate.getNotAfter().toInstant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "expiresInDaysTemplate: '{{data.v}}0';    expiresInDaysTemplate must be a whole number of days from 1 to 3650, not \"0\"",
        "expiresInDaysTemplate: '{{data.v}}3651'; expiresInDaysTemplate must be a whole number of days from 1 to 3650, not \"3651\"",
        "expiresInDaysTemplate: '{{data.v}}1.5';  expiresInDaysTemplate must be a whole number of days from 1 to 3650, not \"1.5\"",
        "serialNumberTemplate: '{{data.v}}0';     serialNumberTemplate must be 1 to 40 hexadecimal digits, not all of them 0, not \"0\"",
        "serialNumberTemplate: '{{data.v}}0x1';   serialNumberTemplate must be 1 to 40 hexadecimal digits, not all of them 0, not \"0x1\"",
        "countryTemplate: '{{data.v}}USA';        countryTemplate must be a country's two letters, not \"USA\"",
        "countryTemplate: '{{data.v}}1A';         countryTemplate must be a country's two letters, not \"1A\"",
        "algorithmTemplate: '{{data.v}}MD5';      algorithmTemplate must be one of SHA1, SHA256, SHA384, SHA512, not \"MD5\"",
        "notBeforeTemplate: '9999-12-31', expiresInDaysTemplate: 1; The certificate would end too late",
        "emailTemplate: '{{data.v}}ö';            emailTemplate must be an address of ASCII characters, not \"ö\"",
        "organizationTemplate: '{{data.half}}';   The key or certificate cannot be read: ",
      })
  void whatCannotBeIssuedIsStored(String config, String message) {
    ObjectValue data = data("rsa", "plain.csr").toBuilder().put("half", "\ud800").build();
    String actual = error(config, data);
    assertTrue(actual.startsWith(message.substring(0, Math.min(60, message.length()))), actual);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 01",
    "00ff, ff",
    "ABCDEF, abcdef",
    "ffffffffffffffffffffffffffffffffffffffff, ffffffffffffffffffffffffffffffffffffffff",
  })
  void aSerialNumberIsHexadecimal(String serial, String expected) throws Exception {
    Outcome outcome =
        node("serialNumberTemplate: '{{data.s}}'")
            .press(data("rsa", "plain.csr").toBuilder().put("s", serial).build())
            .succeeded();
    assertEquals(expected, outcome.at("r.info.serial").toText());
    assertEquals(
        new BigInteger(serial, 16), parse(outcome.at("r.certificate").toText()).getSerialNumber());
  }

  @Test
  void serialNumbersAreNewAndOfOneLength() throws Exception {
    X509Certificate first = issue("x: 1", "plain.csr");
    X509Certificate second = issue("x: 1", "plain.csr");
    assertNotEquals(first.getSerialNumber(), second.getSerialNumber());
    assertEquals(127, first.getSerialNumber().bitLength());
    assertEquals(1, first.getSerialNumber().signum());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "key; ed25519.private;   The CA's certificate and private key do not belong together",
        "key; rsa-1024.private;  The CA's certificate and private key do not belong together",
        "key; rsa.encrypted;     The private key is encrypted",
        "key; rsa.public;        There is no private key in PEM form",
        "crt; dsa.certificate;   The CA's certificate and private key do not belong together",
        "crt; rsa.public;        There is no CA certificate in PEM form",
        "crt; p-256.certificate; The CA's certificate and private key do not belong together",
        "csr; rsa.certificate;   A certificate is neither a request nor a key",
        "csr; rsa.encrypted-pkcs1; The private key is encrypted",
        "csr; ed25519.csr;       The signature's algorithm 1.3.101.112 is not supported",
      })
  void whatDoesNotBelongTogetherIsStored(String place, String file, String message) {
    ObjectValue data = data("rsa", "plain.csr").toBuilder().put(place, Fixtures.pem(file)).build();
    assertEquals(message, error("commonNameTemplate: 'a'", data));
  }

  @Test
  void aRequestSignedByAnotherIsStored() {
    String text = Fixtures.pem("plain.csr");
    byte[] content = Pem.parse(text).getFirst().content();
    content[content.length - 1] ^= 1;
    ObjectValue.Builder data = data("rsa", "plain.csr").toBuilder();
    String message = "The request is not signed with the key that it names";
    assertEquals(
        message, error("x: 1", data.put("csr", Pem.write("CERTIFICATE REQUEST", content)).build()));
    assertEquals(
        "There is neither a key nor a certificate in PEM form",
        error("x: 1", data.put("csr", "x").build()));
    assertTrue(
        error("x: 1", data.put("csr", Pem.write("CERTIFICATE REQUEST", new byte[] {1})).build())
            .startsWith("The key or certificate cannot be read"));
  }

  @Test
  void anOlderLabelIsARequestToo() throws Exception {
    String text =
        Fixtures.pem("plain.csr").replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
    ObjectValue data = data("rsa", "plain.csr").toBuilder().put("csr", text).build();
    assertEquals("CN=plain", issue("x: 1", data).getSubjectX500Principal().getName());
  }

  @ParameterizedTest
  @CsvSource({"key, caKeyTemplate", "crt, caCrtTemplate", "csr, csrTemplate"})
  void whatIsMissingFailsTheRun(String place, String field) {
    for (Value missing : new Value[] {Value.undefined(), Value.of(" "), Value.of(5)}) {
      ObjectValue data = data("rsa", "plain.csr").toBuilder().put(place, missing).build();
      var error = node("x: 1").press(data).error();
      assertEquals("ValidationError", error.name());
      assertEquals(field + " gives no text", error.message());
    }
  }

  @Test
  void aTimeThatIsNoneFailsTheRun() {
    var error =
        node("notBeforeTemplate: '{{data.no}}soon'").press(data("rsa", "plain.csr")).error();
    assertEquals("ValidationError", error.name());
    assertEquals(
        "notBeforeTemplate must be an ISO 8601 date or milliseconds since 1970, not \"soon\"",
        error.message());
  }

  @Test
  void aClockBeyondAllCertificatesFailsTheRun() {
    try (TestEngine engine =
        TestEngine.start(builder -> builder.clock(() -> Instant.parse("+10000-01-01T00:00:00Z")))) {
      engine.deploy(node("x: 1").flow());
      var error = engine.press("flow", data("rsa", "plain.csr")).error();
      assertEquals("A certificate cannot begin now", error.message());
    }
  }

  @Test
  void aCredentialEndsTheRun() {
    NodeRun node =
        NodeRun.of("CertificateCreateNode")
            .config("{credentialNameTemplate: 'my-ca', csrTemplate: 'x', resultPath: 'r'}");
    var error = node.press("{}").error();
    assertEquals("CredentialNotFoundError", error.name());
    assertEquals("There is no service credential \"my-ca\"", error.message());
  }

  @Test
  void onEdgeTheAuthorityIsInFilesUnlessSaidOtherwise() {
    NodeRun files =
        NodeRun.of("CertificateCreateNode")
            .in("edge")
            .config(
                "{caKeyTemplate: '/ca.key', caCrtTemplate: '/ca.crt', csrTemplate: 'x',"
                    + " resultPath: 'r'}");
    var error = files.press("{}").error();
    assertEquals("FileAccessError", error.name());
    assertTrue(error.message().contains("/ca.key"), error.message());
    assertNotNull(
        node("x: 1").in("edge").press(data("rsa", "plain.csr")).succeeded().at("r.certificate"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{csrTemplate: 'x', resultPath: 'r', caCrtTemplate: 'x'};                     caKeyTemplate",
        "{csrTemplate: 'x', resultPath: 'r', caKeyTemplate: 'x'};                     caCrtTemplate",
        "{caKeyTemplate: 'x', resultPath: 'r', caCrtTemplate: 'x'};                   csrTemplate",
        "{credentialNameTemplate: 'c', resultPath: 'r'};                              csrTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x'};                             resultPath",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', csrTemplateType: 'diskPath', resultPath: 'r'}; csrTemplateType",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', algorithmTemplate: 'MD5'}; algorithmTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', expiresInDaysTemplate: 3651}; expiresInDaysTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', expiresInDaysTemplate: 99999}; expiresInDaysTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', countryTemplate: 'USA'}; countryTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', emailTemplate: 'ö'}; emailTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', serialNumberTemplate: 'xyz'}; serialNumberTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', serialNumberTemplate: '00000000000000000000000000000000000000001'}; serialNumberTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', notBeforeTemplate: 'soon'}; notBeforeTemplate",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', keyUsages: ['x']}; keyUsages[0]",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', keyUsages: ['cRLSign', 'cRLSign']}; keyUsages",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', extendedKeyUsages: ['serverAuth', 'serverAuth']}; extendedKeyUsages",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', subjectAltNames: [{type: 'x', valueTemplate: 'a'}]}; subjectAltNames[0].type",
        "{credentialNameTemplate: 'c', csrTemplate: 'x', resultPath: 'r', subjectAltNames: [{type: 'dns'}]}; subjectAltNames[0].valueTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field, NodeRun.of("CertificateCreateNode").config(config).refusal().field());
  }
}
