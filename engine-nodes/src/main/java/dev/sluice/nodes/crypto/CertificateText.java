package dev.sluice.nodes.crypto;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;

/** Certificates as flows see them. */
final class CertificateText {
  /** A property that tells a part of the subject. */
  private record Part(String property, ASN1ObjectIdentifier type) {}

  private static final List<Part> SUBJECT =
      List.of(
          new Part("country", BCStyle.C),
          new Part("state", BCStyle.ST),
          new Part("locality", BCStyle.L),
          new Part("organization", BCStyle.O),
          new Part("organizationUnit", BCStyle.OU),
          new Part("commonName", BCStyle.CN),
          new Part("emailAddress", BCStyle.EmailAddress));

  private static final Map<String, String> NAMES_IN_TEXT =
      Map.of(BCStyle.EmailAddress.getId(), "emailAddress");

  private CertificateText() {}

  /** The blocks of a text that say they are certificates. */
  static List<Pem> blocks(String text) {
    return Pem.parse(text).stream()
        .filter(block -> Keys.CERTIFICATE.contains(block.label()))
        .toList();
  }

  /** The certificate of a block. */
  static Certificate certificate(Pem block) {
    return Keys.read(() -> Certificate.getInstance(block.content()));
  }

  /** A certificate's public key and what is known of the certificate. */
  static ObjectValue describe(Certificate certificate) {
    return Keys.read(
        () ->
            ObjectValue.builder()
                .put(
                    "publicKey",
                    Pem.write(
                        "PUBLIC KEY", certificate.getSubjectPublicKeyInfo().getEncoded("DER")))
                .put("info", info(certificate))
                .build());
  }

  private static ObjectValue info(Certificate certificate) throws IOException {
    ObjectValue.Builder info =
        ObjectValue.builder().put("serial", serial(certificate.getSerialNumber().getValue()));
    for (Part part : SUBJECT) {
      RDN[] values = certificate.getSubject().getRDNs(part.type);
      if (values.length > 0) {
        info.put(part.property, text(part, values[0]));
      }
    }
    return info.put("notValidBefore", time(certificate.getStartDate().getDate()))
        .put("notValidAfter", time(certificate.getEndDate().getDate()))
        .put("issuerName", name(certificate.getIssuer()))
        .put("fingerprint", fingerprint(certificate.getEncoded("DER")))
        .build();
  }

  /** Hexadecimal, two digits a byte. */
  private static String serial(BigInteger number) {
    String digits = number.toString(16);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  private static String text(Part part, RDN values) {
    for (AttributeTypeAndValue value : values.getTypesAndValues()) {
      if (value.getType().equals(part.type) && value.getValue() instanceof ASN1String string) {
        return string.getString();
      }
    }
    return "";
  }

  private static String time(Date time) {
    return DateValue.of(time.toInstant()).toIsoString();
  }

  /** The name as RFC 4514 writes it, from the last part to the first. */
  private static String name(X500Name name) throws IOException {
    return new X500Principal(name.getEncoded("DER")).getName(X500Principal.RFC2253, NAMES_IN_TEXT);
  }

  private static String fingerprint(byte[] certificate) {
    return HexFormat.ofDelimiter(":")
        .formatHex(HashAlgorithm.SHA1.hash(certificate))
        .toUpperCase(Locale.ROOT);
  }
}
