package dev.sluice.nodes.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * Who issues certificates.
 *
 * <p>Source of what is in them: RFC 5280.
 */
record CertificateAuthority(Key key, Certificate certificate) {
  /** What a certificate is to say. */
  record Contents(
      BigInteger serial,
      X500Name subject,
      SubjectPublicKeyInfo publicKey,
      Instant notBefore,
      Instant notAfter,
      List<Extension> extensions) {}

  /** The authority of a private key and a certificate in PEM, which must belong together. */
  static CertificateAuthority of(String keyText, String certificateText) {
    Key key = Keys.privateKey(keyText);
    Certificate certificate =
        CertificateText.blocks(certificateText).stream()
            .findFirst()
            .map(CertificateText::certificate)
            .orElseThrow(() -> CryptoFailure.invalid("There is no CA certificate in PEM form"));
    ASN1BitString own = Keys.info(Keys.publicOf(key)).getPublicKeyData();
    if (!own.equals(certificate.getSubjectPublicKeyInfo().getPublicKeyData())) {
      throw CryptoFailure.invalid("The CA's certificate and private key do not belong together");
    }
    return new CertificateAuthority(key, certificate);
  }

  /** Issues a certificate for one that is no authority itself. */
  Certificate issue(Contents contents, HashAlgorithm hash, RandomGenerator random) {
    CertificateAlgorithm algorithm = CertificateAlgorithm.of(key, hash);
    return Keys.read(
        () -> {
          V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
          generator.setSerialNumber(new ASN1Integer(contents.serial));
          generator.setSignature(algorithm.identifier());
          generator.setIssuer(certificate.getSubject());
          generator.setStartDate(time(contents.notBefore));
          generator.setEndDate(time(contents.notAfter));
          generator.setSubject(contents.subject);
          generator.setSubjectPublicKeyInfo(contents.publicKey);
          generator.setExtensions(extensions(contents));
          TBSCertificate signed = generator.generateTBSCertificate();
          byte[] signature = algorithm.scheme().sign(key, signed.getEncoded("DER"), random);
          return new Certificate(signed, algorithm.identifier(), new DERBitString(signature));
        });
  }

  private Extensions extensions(Contents contents) throws IOException {
    ExtensionsGenerator generator = new ExtensionsGenerator();
    generator.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    generator.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(identifier(contents.publicKey)));
    generator.addExtension(
        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier()));
    contents.extensions.forEach(generator::addExtension);
    return generator.generate();
  }

  /** How the authority's own certificate identifies its key. */
  private byte[] identifier() {
    Extensions extensions = certificate.getTBSCertificate().getExtensions();
    SubjectKeyIdentifier named =
        extensions == null ? null : SubjectKeyIdentifier.fromExtensions(extensions);
    return named != null
        ? named.getKeyIdentifier()
        : identifier(certificate.getSubjectPublicKeyInfo());
  }

  private static byte[] identifier(SubjectPublicKeyInfo key) {
    return HashAlgorithm.SHA1.hash(key.getPublicKeyData().getBytes());
  }

  private static Time time(Instant instant) {
    return new Time(Date.from(instant), Locale.ROOT);
  }
}
