package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** Issues a certificate for a request or a key. */
public final class CertificateCreateNode implements NodeType<CertificateCreateNode.Config> {
  private static final int MAX_DAYS = 3650;
  private static final int USUAL_DAYS = 365;
  private static final int MAX_ALTERNATIVE_NAMES = 32;
  private static final int SERIAL_BYTES = 16;
  private static final Pattern SERIAL = Pattern.compile("[0-9a-fA-F]{1,40}");
  private static final Pattern DAYS = Pattern.compile("[0-9]{1,4}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

  /**
   * Where serial numbers come from. They need not be secret, but nobody who asks for a certificate
   * may know what its number will be, or a weak hash would let them forge another.
   */
  private final RandomGenerator serials;

  record Config(
      @Description("The service credential that has the key and the certificate of the authority.")
          @Default("")
          StringTemplate credentialNameTemplate,
      @Description("How the key of the authority is given.")
          TextSource.@Nullable Type caKeyTemplateType,
      @Description("The private key of the authority, in PEM.") @Default("") String caKeyTemplate,
      @Description("How the certificate of the authority is given.")
          TextSource.@Nullable Type caCrtTemplateType,
      @Description("The certificate of the authority, in PEM.") @Default("") String caCrtTemplate,
      @Description("How the request is given.") @Default("stringTemplate")
          TextSource.Type csrTemplateType,
      @Description("The signing request, or a key, in PEM.") @Default("") String csrTemplate,
      @Description("The hash: SHA1, SHA256, SHA384 or SHA512.") @Default("SHA256")
          StringTemplate algorithmTemplate,
      @Description("The days that the certificate is valid, 1 to 3650; 365 if blank.")
          @Default("365")
          StringTemplate expiresInDaysTemplate,
      @Description("The common name, in place of the one of the request.") @Default("")
          StringTemplate commonNameTemplate,
      @Description("The two letters of the country.") @Default("") StringTemplate countryTemplate,
      @Description("The state or province.") @Default("") StringTemplate stateTemplate,
      @Description("The city.") @Default("") StringTemplate localityTemplate,
      @Description("The organization.") @Default("") StringTemplate organizationTemplate,
      @Description("The unit of the organization.") @Default("")
          StringTemplate organizationalUnitTemplate,
      @Description("The e-mail address.") @Default("") StringTemplate emailTemplate,
      @Description("The serial number, up to 40 hexadecimal digits; a new one if blank.")
          @Default("")
          StringTemplate serialNumberTemplate,
      @Description(
              "When the certificate begins, as ISO 8601 or milliseconds since 1970; now if blank.")
          @Default("")
          StringTemplate notBeforeTemplate,
      @Description("The alternative names, in place of those of the request; at most 32.")
          List<AlternativeName> subjectAltNames,
      @Description("What the key may be used for.") List<KeyUse> keyUsages,
      @Description("The purposes that the key may be used for.")
          List<KeyUse.Purpose> extendedKeyUsages,
      @Description("Where to put the certificate, or what went wrong.") PayloadPath resultPath) {}

  /** What the fields of a configuration mean. */
  private record Settings(
      TextSource caKey,
      TextSource caCertificate,
      TextSource request,
      Setting<HashAlgorithm> hash,
      Setting<Duration> validity,
      Setting<Optional<Instant>> notBefore,
      Setting<Optional<BigInteger>> serial,
      Map<ASN1ObjectIdentifier, Setting<String>> subject,
      CertificateExtensions extensions) {}

  /** What stands in the payload. */
  private record Texts(String caKey, String caCertificate, String request, Instant notBefore) {}

  /** A node whose serial numbers come from the platform's secure randomness. */
  public CertificateCreateNode() {
    this(() -> new SecureRandom().nextLong());
  }

  CertificateCreateNode(RandomGenerator serials) {
    this.serials = serials;
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CertificateCreateNode", "certificate-create")
        .label("Certificate: Create")
        .description("Issues a certificate for a signing request or a key.")
        .minimumAgentVersion("2.3.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    requireUnique("keyUsages", config.keyUsages);
    requireUnique("extendedKeyUsages", config.extendedKeyUsages);
    if (config.subjectAltNames.size() > MAX_ALTERNATIVE_NAMES) {
      throw new InvalidConfigException(
          "subjectAltNames",
          "are too many",
          String.valueOf(config.subjectAltNames.size()),
          "at most " + MAX_ALTERNATIVE_NAMES);
    }
    boolean isCredential = Credential.isNamed(config.credentialNameTemplate);
    Settings settings = settings(config, binding, isCredential);
    if (isCredential) {
      return Credential.missing(config.credentialNameTemplate);
    }
    return node -> {
      Texts texts = texts(settings, node);
      ObjectValue result;
      try {
        result = issue(settings, texts, node);
      } catch (CryptoFailure failure) {
        result = failure.asError();
      }
      node.payload().set(config.resultPath, result);
      return NodeAction.NEXT;
    };
  }

  private static Settings settings(Config config, NodeBinding binding, boolean isCredential) {
    TextSource none = payload -> "";
    return new Settings(
        isCredential
            ? none
            : TextSource.of(
                "caKeyTemplate", config.caKeyTemplateType, config.caKeyTemplate, binding),
        isCredential
            ? none
            : TextSource.of(
                "caCrtTemplate", config.caCrtTemplateType, config.caCrtTemplate, binding),
        TextSource.of("csrTemplate", config.csrTemplateType, config.csrTemplate, binding),
        Setting.hash("algorithmTemplate", config.algorithmTemplate, HashAlgorithm.FOR_CERTIFICATES),
        Setting.of(
            "expiresInDaysTemplate",
            config.expiresInDaysTemplate,
            Duration.ofDays(USUAL_DAYS),
            "a whole number of days from 1 to " + MAX_DAYS,
            CertificateCreateNode::days),
        Setting.of(
            "notBeforeTemplate",
            config.notBeforeTemplate,
            Optional.empty(),
            CertificateTime.FORM,
            text -> CertificateTime.parse(text).map(Optional::of)),
        Setting.of(
            "serialNumberTemplate",
            config.serialNumberTemplate,
            Optional.empty(),
            "1 to 40 hexadecimal digits, not all of them 0",
            text -> serial(text).map(Optional::of)),
        subject(config),
        new CertificateExtensions(
            config.subjectAltNames, config.keyUsages, config.extendedKeyUsages));
  }

  private static Map<ASN1ObjectIdentifier, Setting<String>> subject(Config config) {
    Map<ASN1ObjectIdentifier, Setting<String>> parts = new LinkedHashMap<>();
    parts.put(
        BCStyle.C,
        Setting.of(
            "countryTemplate",
            config.countryTemplate,
            "",
            "a country's two letters",
            text ->
                Optional.of(text.strip()).filter(country -> COUNTRY.matcher(country).matches())));
    parts.put(BCStyle.ST, text(config.stateTemplate));
    parts.put(BCStyle.L, text(config.localityTemplate));
    parts.put(BCStyle.O, text(config.organizationTemplate));
    parts.put(BCStyle.OU, text(config.organizationalUnitTemplate));
    parts.put(BCStyle.CN, text(config.commonNameTemplate));
    parts.put(
        BCStyle.EmailAddress,
        Setting.of(
            "emailTemplate",
            config.emailTemplate,
            "",
            "an address of ASCII characters",
            text -> Optional.of(text.strip()).filter(CertificateCreateNode::isAscii)));
    return parts;
  }

  private static Setting<String> text(StringTemplate template) {
    return payload -> Setting.plain(template, payload).strip();
  }

  /** What must be there before anything is signed. */
  private static Texts texts(Settings settings, NodeContext node) {
    Payload payload = node.payload();
    try {
      return new Texts(
          required("caKeyTemplate", settings.caKey.read(payload)),
          required("caCrtTemplate", settings.caCertificate.read(payload)),
          required("csrTemplate", settings.request.read(payload)),
          settings.notBefore.in(payload).orElseGet(() -> now(node)));
    } catch (CryptoFailure failure) {
      throw failure.asNodeException();
    }
  }

  private static Instant now(NodeContext node) {
    return CertificateTime.of(node.clock().instant())
        .orElseThrow(() -> CryptoFailure.invalid("A certificate cannot begin now"));
  }

  private static String required(String field, String text) {
    if (text.isBlank()) {
      throw CryptoFailure.invalid(field + " gives no text");
    }
    return text;
  }

  private ObjectValue issue(Settings settings, Texts texts, NodeContext node) {
    Payload payload = node.payload();
    CertificateAuthority authority = CertificateAuthority.of(texts.caKey, texts.caCertificate);
    CertificateRequest request = CertificateRequest.parse(texts.request);
    X500Name subject =
        Keys.read(() -> SubjectNames.override(request.subject(), subject(settings, payload)));
    List<Extension> extensions = Keys.read(() -> settings.extensions.of(request, subject, payload));
    if (!request.isNamed()
        && subject.getRDNs(BCStyle.CN).length == 0
        && settings.extensions.alternativeNames().isEmpty()) {
      throw CryptoFailure.invalid("A common name or an alternative name is required with a key");
    }
    CertificateAuthority.Contents contents =
        new CertificateAuthority.Contents(
            settings.serial.in(payload).orElseGet(this::newSerial),
            subject,
            request.publicKey(),
            texts.notBefore,
            CertificateTime.of(texts.notBefore.plus(settings.validity.in(payload)))
                .orElseThrow(() -> CryptoFailure.invalid("The certificate would end too late")),
            extensions);
    Certificate certificate = authority.issue(contents, settings.hash.in(payload), node.random());
    return Keys.read(
        () ->
            ObjectValue.builder()
                .put("certificate", Pem.write("CERTIFICATE", certificate.getEncoded("DER")))
                .putAll(CertificateText.describe(certificate))
                .build());
  }

  private static Map<ASN1ObjectIdentifier, String> subject(Settings settings, Payload payload) {
    Map<ASN1ObjectIdentifier, String> parts = new LinkedHashMap<>();
    settings.subject.forEach(
        (type, setting) -> {
          String text = setting.in(payload);
          if (!text.isEmpty()) {
            parts.put(type, text);
          }
        });
    return parts;
  }

  private BigInteger newSerial() {
    byte[] bytes = new byte[SERIAL_BYTES];
    serials.nextBytes(bytes);
    // Positive, and as long as every other.
    bytes[0] = (byte) (bytes[0] & 0x3F | 0x40);
    return new BigInteger(bytes);
  }

  private static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  private static Optional<Duration> days(String text) {
    String digits = text.strip();
    return DAYS.matcher(digits).matches()
        ? Optional.of(Integer.parseInt(digits))
            .filter(days -> days >= 1 && days <= MAX_DAYS)
            .map(Duration::ofDays)
        : Optional.empty();
  }

  private static Optional<BigInteger> serial(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return SERIAL.matcher(digits).matches()
        ? Optional.of(new BigInteger(digits, 16)).filter(number -> number.signum() > 0)
        : Optional.empty();
  }

  private static void requireUnique(String field, List<?> values) {
    if (new HashSet<>(values).size() < values.size()) {
      throw new InvalidConfigException(
          field, "names one twice", values.toString(), "each one at most once");
    }
  }
}
