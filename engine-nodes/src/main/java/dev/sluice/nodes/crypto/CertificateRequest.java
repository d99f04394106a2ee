package dev.sluice.nodes.crypto;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Whom a certificate is asked for: a signed request, or just a key.
 *
 * @param publicKey the key to certify
 * @param subject the name that is asked for, without parts where only a key was given
 * @param alternativeNames the other names that are asked for; of a request's extensions the only
 *     ones that a certificate takes over
 */
record CertificateRequest(
    SubjectPublicKeyInfo publicKey, X500Name subject, Optional<ASN1OctetString> alternativeNames) {
  private static final Set<String> LABELS =
      Set.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

  /** A request in PEM, else a public or private key. */
  static CertificateRequest parse(String text) {
    List<Pem> requests =
        Pem.parse(text).stream().filter(block -> LABELS.contains(block.label())).toList();
    if (!requests.isEmpty()) {
      return Keys.read(() -> of(CertificationRequest.getInstance(requests.getFirst().content())));
    }
    if (!CertificateText.blocks(text).isEmpty()) {
      throw CryptoFailure.invalid("A certificate is neither a request nor a key");
    }
    return new CertificateRequest(
        Keys.info(Keys.publicKey(text)), new X500Name(new RDN[0]), Optional.empty());
  }

  /** Whether it tells who is to be certified. */
  boolean isNamed() {
    return subject.size() > 0 || alternativeNames.isPresent();
  }

  private static CertificateRequest of(CertificationRequest request) throws IOException {
    CertificationRequestInfo info = request.getCertificationRequestInfo();
    Key key = Keys.publicKey(info.getSubjectPublicKeyInfo());
    CertificateAlgorithm algorithm = CertificateAlgorithm.of(request.getSignatureAlgorithm());
    if (!algorithm.isFor(key)
        || !algorithm
            .scheme()
            .verify(key, info.getEncoded("DER"), request.getSignature().getOctets())) {
      throw CryptoFailure.invalid("The request is not signed with the key that it names");
    }
    return new CertificateRequest(
        info.getSubjectPublicKeyInfo(), info.getSubject(), alternativeNames(info));
  }

  private static Optional<ASN1OctetString> alternativeNames(CertificationRequestInfo info) {
    if (info.getAttributes() != null) {
      for (ASN1Encodable item : info.getAttributes()) {
        Attribute attribute = Attribute.getInstance(item);
        if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)) {
          Extensions extensions = Extensions.getInstance(attribute.getAttrValues().getObjectAt(0));
          return Optional.ofNullable(extensions.getExtension(Extension.subjectAlternativeName))
              .map(Extension::getExtnValue);
        }
      }
    }
    return Optional.empty();
  }
}
