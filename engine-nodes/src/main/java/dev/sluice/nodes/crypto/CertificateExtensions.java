package dev.sluice.nodes.crypto;

import dev.sluice.api.payload.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a certificate says besides whose it is and how long. A class apart from the node's, so that
 * who only lists the nodes does not load the library of certificates.
 *
 * @param alternativeNames the alternative names, in place of those of the request
 * @param uses what the key may be used for
 * @param purposes the purposes that the key may be used for
 */
record CertificateExtensions(
    List<AlternativeName> alternativeNames, List<KeyUse> uses, List<KeyUse.Purpose> purposes) {

  /** The extensions of a certificate. */
  List<Extension> of(CertificateRequest request, X500Name subject, Payload payload)
      throws IOException {
    List<Extension> extensions = new ArrayList<>();
    if (!uses.isEmpty()) {
      int bits = uses.stream().mapToInt(KeyUse::bit).reduce(0, (a, b) -> a | b);
      extensions.add(Extension.create(Extension.keyUsage, true, new KeyUsage(bits)));
    }
    if (!purposes.isEmpty()) {
      KeyPurposeId[] identifiers =
          purposes.stream().map(KeyUse.Purpose::identifier).toArray(KeyPurposeId[]::new);
      extensions.add(
          Extension.create(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(identifiers)));
    }
    alternativeNames(request, payload)
        .ifPresent(
            names ->
                // Names that stand for an empty subject must not be overlooked.
                extensions.add(
                    new Extension(Extension.subjectAlternativeName, subject.size() == 0, names)));
    return extensions;
  }

  /** The alternative names of the configuration, else those of the request. */
  private Optional<ASN1OctetString> alternativeNames(CertificateRequest request, Payload payload)
      throws IOException {
    if (alternativeNames.isEmpty()) {
      return request.alternativeNames();
    }
    GeneralName[] names =
        alternativeNames.stream().map(name -> name.evaluate(payload)).toArray(GeneralName[]::new);
    return Optional.of(new DEROctetString(new GeneralNames(names)));
  }
}
