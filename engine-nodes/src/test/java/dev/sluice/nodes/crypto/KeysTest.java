package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final BigInteger HUGE = BigInteger.TWO.pow(8192).add(BigInteger.ONE);
  private static final BigInteger SMALL = BigInteger.valueOf(65_537);

  private static String spki(Key publicKey) throws IOException {
    return Pem.write("PUBLIC KEY", Keys.info(publicKey).getEncoded("DER"));
  }

  private static String message(String text, boolean isPrivate) {
    CryptoFailure failure =
        assertThrows(
            CryptoFailure.class,
            () -> {
              if (isPrivate) {
                Keys.privateKey(text);
              } else {
                Keys.publicKey(text);
              }
            });
    return failure.text();
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.private,            rsa,     RSA",
    "rsa.pkcs1,              rsa,     RSA",
    "rsa-1024.private,       rsa-1024, RSA",
    "p-256.private,          p-256,   EC",
    "p-256.sec1,             p-256,   EC",
    "p-256.with-parameters,  p-256,   EC",
    "p-384.private,          p-384,   EC",
    "p-521.private,          p-521,   EC",
    "k-256.private,          k-256,   EC",
    "dsa.private,            dsa,     DSA",
    "dsa.traditional,        dsa,     DSA",
    "ed25519.private,        ed25519, OTHER",
  })
  void aPrivateKeyHasThePublicKeyThatWasMadeWithIt(String file, String pair, Key.Kind kind)
      throws IOException {
    Key key = Keys.privateKey(Fixtures.pem(file));
    assertEquals(kind, key.kind());
    String expected = Fixtures.pem(pair + ".public").strip();
    assertEquals(expected, spki(Keys.publicOf(key)));
    assertEquals(expected, spki(Keys.publicKey(Fixtures.pem(file))));
    assertEquals(expected, spki(Keys.publicKey(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.pkcs1-public,   rsa",
    "rsa.certificate,    rsa",
    "p-256.certificate,  p-256",
  })
  void aPublicKeyMayBeAloneOrInACertificate(String file, String pair) throws IOException {
    String expected = Fixtures.pem(pair + ".public").strip();
    assertEquals(expected, spki(Keys.publicKey(Fixtures.pem(file))));
    String other = Fixtures.pem("p-384.private");
    assertEquals(expected, spki(Keys.publicKey(other + Fixtures.pem(file))));
  }

  @Test
  void aPublicKeyComesBeforeACertificate() throws IOException {
    String text = Fixtures.pem("p-256.certificate") + Fixtures.pem("p-384.public");
    assertEquals(Fixtures.pem("p-384.public").strip(), spki(Keys.publicKey(text)));
  }

  @Test
  void aPssKeyIsForNothingElse() {
    assertEquals(Key.Kind.RSA_PSS, Keys.privateKey(Fixtures.pem("rsa-pss.private")).kind());
    assertEquals(Key.Kind.RSA_PSS, Keys.publicKey(Fixtures.pem("rsa-pss.public")).kind());
    assertEquals(Key.Kind.RSA_PSS, Keys.publicKey(Fixtures.pem("rsa-pss.private")).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.encrypted,       The private key is encrypted",
    "rsa.encrypted-pkcs1, The private key is encrypted",
    "rsa.public,          There is no private key in PEM form",
    "rsa.certificate,     There is no private key in PEM form",
    "p-256.explicit,      The key's curve is not one of those that have a name",
  })
  void whatIsNoPrivateKeyIsRefused(String file, String message) {
    assertEquals(message, message(Fixtures.pem(file), true));
  }

  @Test
  void whatHoldsNoKeyIsRefused() {
    String message = "There is neither a key nor a certificate in PEM form";
    assertEquals(message, message("a secret", false));
    assertEquals(message, message(Fixtures.pem("plain.csr"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "DSA PRIVATE KEY",
        "PUBLIC KEY",
        "RSA PUBLIC KEY",
        "CERTIFICATE",
      })
  void whatIsMalformedIsRefused(String label) {
    byte[] nested = new byte[4000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    for (byte[] content : new byte[][] {{}, {0x30}, {0x30, 0}, {0x02, 1, 1}, nested}) {
      String text = Pem.write(label, content);
      String message = message(text, label.contains("PRIVATE"));
      assertTrue(message.startsWith("The key or certificate cannot be read: "), message);
    }
  }

  private static String rsaPublic(BigInteger modulus, BigInteger exponent) throws IOException {
    return Pem.write("RSA PUBLIC KEY", new RSAPublicKey(modulus, exponent).getEncoded());
  }

  private static String rsaPrivate(BigInteger modulus, BigInteger p, BigInteger q)
      throws IOException {
    return Pem.write(
        "RSA PRIVATE KEY",
        new RSAPrivateKey(modulus, SMALL, SMALL, p, q, SMALL, SMALL, SMALL).getEncoded());
  }

  private static String dsaPublic(BigInteger p) throws IOException {
    ASN1Encodable group = new DSAParameter(p, SMALL, SMALL);
    return Pem.write(
        "PUBLIC KEY",
        new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, group), new ASN1Integer(2))
            .getEncoded());
  }

  @Test
  void keysThatWouldTakeLongAreRefused() throws IOException {
    String expected = "The key has more than 8192 bits";
    assertEquals(expected, message(rsaPublic(HUGE, SMALL), false));
    assertEquals(expected, message(rsaPublic(SMALL, HUGE), false));
    assertEquals(expected, message(rsaPrivate(HUGE, SMALL, SMALL), true));
    assertEquals(expected, message(rsaPrivate(SMALL, HUGE, SMALL), true));
    assertEquals(expected, message(rsaPrivate(SMALL, SMALL, HUGE), true));
    assertEquals(expected, message(dsaPublic(HUGE), false));
    assertEquals(
        "The private key has more than 6000 bytes",
        message(Pem.write("PRIVATE KEY", new byte[6001]), true));
    String notLong = message(Pem.write("PRIVATE KEY", new byte[6000]), true);
    assertTrue(notLong.startsWith("The key or certificate cannot be read"), notLong);
  }

  @Test
  void theLongestKeysAreRead() throws IOException {
    BigInteger modulus = BigInteger.TWO.pow(8191).add(BigInteger.ONE);
    String message = message(rsaPublic(modulus, BigInteger.TWO), false);
    assertTrue(message.contains("publicExponent"), message);
    assertEquals(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        Keys.info(Keys.publicKey(Fixtures.pem("rsa.pkcs1-public"))).getAlgorithm());
  }
}
