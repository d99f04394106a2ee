package dev.sluice.nodes.crypto;

import dev.sluice.nodes.crypto.SignatureScheme.DsaEncoding;
import dev.sluice.nodes.crypto.SignatureScheme.Padding;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** How certificates and requests are signed, by the object identifiers that they name. */
enum CertificateAlgorithm {
  RSA_SHA1(Key.Kind.RSA, HashAlgorithm.SHA1, PKCSObjectIdentifiers.sha1WithRSAEncryption),
  RSA_SHA256(Key.Kind.RSA, HashAlgorithm.SHA256, PKCSObjectIdentifiers.sha256WithRSAEncryption),
  RSA_SHA384(Key.Kind.RSA, HashAlgorithm.SHA384, PKCSObjectIdentifiers.sha384WithRSAEncryption),
  RSA_SHA512(Key.Kind.RSA, HashAlgorithm.SHA512, PKCSObjectIdentifiers.sha512WithRSAEncryption),
  EC_SHA1(Key.Kind.EC, HashAlgorithm.SHA1, X9ObjectIdentifiers.ecdsa_with_SHA1),
  EC_SHA256(Key.Kind.EC, HashAlgorithm.SHA256, X9ObjectIdentifiers.ecdsa_with_SHA256),
  EC_SHA384(Key.Kind.EC, HashAlgorithm.SHA384, X9ObjectIdentifiers.ecdsa_with_SHA384),
  EC_SHA512(Key.Kind.EC, HashAlgorithm.SHA512, X9ObjectIdentifiers.ecdsa_with_SHA512);

  private final Key.Kind kind;
  private final HashAlgorithm hash;
  private final ASN1ObjectIdentifier identifier;

  CertificateAlgorithm(Key.Kind kind, HashAlgorithm hash, ASN1ObjectIdentifier identifier) {
    this.kind = kind;
    this.hash = hash;
    this.identifier = identifier;
  }

  /** The one that a key signs with. */
  static CertificateAlgorithm of(Key key, HashAlgorithm hash) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.kind == key.kind() && algorithm.hash == hash)
        .findFirst()
        .orElseThrow(() -> CryptoFailure.invalid("Only RSA and EC keys can sign certificates"));
  }

  /** The one that something was signed with. */
  static CertificateAlgorithm of(AlgorithmIdentifier used) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.identifier.equals(used.getAlgorithm()))
        .findFirst()
        .orElseThrow(
            () ->
                CryptoFailure.invalid(
                    "The signature's algorithm " + used.getAlgorithm() + " is not supported"));
  }

  /** As certificates name it. */
  AlgorithmIdentifier identifier() {
    return kind == Key.Kind.RSA
        ? new AlgorithmIdentifier(identifier, DERNull.INSTANCE)
        : new AlgorithmIdentifier(identifier);
  }

  SignatureScheme scheme() {
    return new SignatureScheme(hash, Padding.PKCS1, DsaEncoding.DER);
  }

  boolean isFor(Key key) {
    return kind == key.kind();
  }
}
