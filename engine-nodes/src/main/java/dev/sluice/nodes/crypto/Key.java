package dev.sluice.nodes.crypto;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** A private or public key. */
record Key(Kind kind, AsymmetricKeyParameter parameters) {
  /** What keys are for, as Node names it. */
  enum Kind {
    RSA("rsa"),
    RSA_PSS("rsa-pss"),
    EC("ec"),
    DSA("dsa"),
    OTHER("other");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    static Kind of(AlgorithmIdentifier algorithm) {
      var identifier = algorithm.getAlgorithm();
      if (identifier.equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return RSA;
      } else if (identifier.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
        return RSA_PSS;
      } else if (identifier.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        return EC;
      } else if (identifier.equals(X9ObjectIdentifiers.id_dsa)) {
        return DSA;
      }
      return OTHER;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  boolean isRsa() {
    return kind == Kind.RSA || kind == Kind.RSA_PSS;
  }

  /** The bits of an RSA key's modulus. */
  int modulusLength() {
    return ((RSAKeyParameters) parameters).getModulus().bitLength();
  }

  /** The object identifier of an EC key's curve. */
  String curve() {
    var domain = ((ECKeyParameters) parameters).getParameters();
    return ((ECNamedDomainParameters) domain).getName().getId();
  }
}
