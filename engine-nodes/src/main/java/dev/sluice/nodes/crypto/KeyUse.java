package dev.sluice.nodes.crypto;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certified key may be used for; the constants are named as flows name them. */
enum KeyUse {
  DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
  NON_REPUDIATION(KeyUsage.nonRepudiation),
  KEY_ENCIPHERMENT(KeyUsage.keyEncipherment),
  DATA_ENCIPHERMENT(KeyUsage.dataEncipherment),
  KEY_AGREEMENT(KeyUsage.keyAgreement),
  KEY_CERT_SIGN(KeyUsage.keyCertSign),
  C_R_L_SIGN(KeyUsage.cRLSign),
  ENCIPHER_ONLY(KeyUsage.encipherOnly),
  DECIPHER_ONLY(KeyUsage.decipherOnly);

  private final int bit;

  KeyUse(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  /** The purposes that extend these uses. */
  enum Purpose {
    SERVER_AUTH(KeyPurposeId.id_kp_serverAuth),
    CLIENT_AUTH(KeyPurposeId.id_kp_clientAuth),
    CODE_SIGNING(KeyPurposeId.id_kp_codeSigning),
    EMAIL_PROTECTION(KeyPurposeId.id_kp_emailProtection),
    TIME_STAMPING(KeyPurposeId.id_kp_timeStamping),
    OCSP_SIGNING(KeyPurposeId.id_kp_OCSPSigning);

    private final KeyPurposeId identifier;

    Purpose(KeyPurposeId identifier) {
      this.identifier = identifier;
    }

    KeyPurposeId identifier() {
      return identifier;
    }
  }
}
