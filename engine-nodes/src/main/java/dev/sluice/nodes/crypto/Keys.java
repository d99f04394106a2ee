package dev.sluice.nodes.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Reads keys from PEM: PKCS#8, PKCS#1, SEC 1, SPKI, and the public keys of certificates. */
final class Keys {
  static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE");

  private static final Set<String> PRIVATE =
      Set.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY");
  private static final Set<String> PUBLIC = Set.of("PUBLIC KEY", "RSA PUBLIC KEY");

  /** More would only serve to keep a processor busy. */
  private static final int MAX_BITS = 8192;

  /** Room for the numbers of the longest keys. */
  private static final int MAX_BYTES = 6000;

  private Keys() {}

  /** The first private key of a text. */
  static Key privateKey(String text) {
    List<Pem> blocks = Pem.parse(text);
    Pem block =
        blocks.stream()
            .filter(pem -> pem.encrypted() || PRIVATE.contains(pem.label()))
            .findFirst()
            .orElseThrow(() -> CryptoFailure.invalid("There is no private key in PEM form"));
    if (block.encrypted()) {
      throw CryptoFailure.invalid("The private key is encrypted");
    }
    return readPrivate(block);
  }

  /** The first public key of a text, else that of its first certificate or private key. */
  static Key publicKey(String text) {
    List<Pem> blocks = Pem.parse(text);
    Optional<Pem> open =
        Stream.concat(
                blocks.stream().filter(pem -> PUBLIC.contains(pem.label())),
                blocks.stream().filter(pem -> CERTIFICATE.contains(pem.label())))
            .findFirst();
    if (open.isPresent()) {
      return publicKey(read(() -> publicKeyInfo(open.get())));
    }
    if (blocks.stream().noneMatch(pem -> PRIVATE.contains(pem.label()))) {
      throw CryptoFailure.invalid("There is neither a key nor a certificate in PEM form");
    }
    return publicOf(privateKey(text));
  }

  /** The key of a certificate or a request. */
  static Key publicKey(SubjectPublicKeyInfo info) {
    return read(
        () -> {
          requireBounded(info);
          return new Key(Key.Kind.of(info.getAlgorithm()), PublicKeyFactory.createKey(info));
        });
  }

  /** A private key's public half. */
  static Key publicOf(Key key) {
    return new Key(key.kind(), publicOf(key.parameters()));
  }

  /** A public key as certificates hold it. */
  static SubjectPublicKeyInfo info(Key publicKey) {
    return read(
        () -> SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey.parameters()));
  }

  private static Key readPrivate(Pem block) {
    return read(
        () -> {
          if (block.content().length > MAX_BYTES) {
            throw CryptoFailure.invalid("The private key has more than " + MAX_BYTES + " bytes");
          }
          PrivateKeyInfo info = privateKeyInfo(block);
          requireBounded(info);
          return new Key(
              Key.Kind.of(info.getPrivateKeyAlgorithm()), PrivateKeyFactory.createKey(info));
        });
  }

  private static PrivateKeyInfo privateKeyInfo(Pem block) throws IOException {
    byte[] content = block.content();
    return switch (block.label()) {
      case "RSA PRIVATE KEY" -> new PrivateKeyInfo(rsa(), RSAPrivateKey.getInstance(content));
      case "EC PRIVATE KEY" -> {
        ECPrivateKey key = ECPrivateKey.getInstance(content);
        yield new PrivateKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
            key);
      }
      case "DSA PRIVATE KEY" -> {
        ASN1Sequence numbers = ASN1Sequence.getInstance(content);
        DSAParameter parameters =
            new DSAParameter(number(numbers, 1), number(numbers, 2), number(numbers, 3));
        yield new PrivateKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters),
            new ASN1Integer(number(numbers, 5)));
      }
      default -> PrivateKeyInfo.getInstance(content);
    };
  }

  private static SubjectPublicKeyInfo publicKeyInfo(Pem block) throws IOException {
    return switch (block.label()) {
      case "RSA PUBLIC KEY" ->
          new SubjectPublicKeyInfo(rsa(), RSAPublicKey.getInstance(block.content()));
      case "PUBLIC KEY" -> SubjectPublicKeyInfo.getInstance(block.content());
      default -> Certificate.getInstance(block.content()).getSubjectPublicKeyInfo();
    };
  }

  private static AlgorithmIdentifier rsa() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  }

  private static BigInteger number(ASN1Sequence numbers, int index) {
    return ASN1Integer.getInstance(numbers.getObjectAt(index)).getValue();
  }

  private static void requireBounded(PrivateKeyInfo info) throws IOException {
    if (Key.Kind.of(info.getPrivateKeyAlgorithm()) == Key.Kind.RSA) {
      RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
      requireBounded(key.getModulus(), key.getPrime1(), key.getPrime2());
    }
    requireKnownGroup(info.getPrivateKeyAlgorithm());
  }

  private static void requireBounded(SubjectPublicKeyInfo info) throws IOException {
    switch (Key.Kind.of(info.getAlgorithm())) {
      case RSA, RSA_PSS -> {
        RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
        requireBounded(key.getModulus(), key.getPublicExponent());
      }
      default -> requireKnownGroup(info.getAlgorithm());
    }
  }

  /** A curve of a key's own could be one that never ends to compute, or that proves nothing. */
  private static void requireKnownGroup(AlgorithmIdentifier algorithm) {
    switch (Key.Kind.of(algorithm)) {
      case EC -> {
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier)) {
          throw CryptoFailure.invalid("The key's curve is not one of those that have a name");
        }
      }
      case DSA -> requireBounded(DSAParameter.getInstance(algorithm.getParameters()).getP());
      default -> {
        // Nothing in their parameters can be large.
      }
    }
  }

  private static void requireBounded(BigInteger... numbers) {
    for (BigInteger number : numbers) {
      if (number.bitLength() > MAX_BITS) {
        throw CryptoFailure.invalid("The key has more than " + MAX_BITS + " bits");
      }
    }
  }

  private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter key) {
    return switch (key) {
      case RSAPrivateCrtKeyParameters rsa ->
          new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
      case ECPrivateKeyParameters ec ->
          new ECPublicKeyParameters(
              ec.getParameters().getG().multiply(ec.getD()), ec.getParameters());
      case DSAPrivateKeyParameters dsa ->
          new DSAPublicKeyParameters(
              dsa.getParameters().getG().modPow(dsa.getX(), dsa.getParameters().getP()),
              dsa.getParameters());
      case Ed25519PrivateKeyParameters ed -> ed.generatePublicKey();
      default -> throw CryptoFailure.invalid("Keys of this kind are not supported");
    };
  }

  @FunctionalInterface
  interface Reader<T> {
    T read() throws IOException;
  }

  /** Reads what may be malformed, of which the library complains in many ways. */
  static <T> T read(Reader<T> reader) {
    try {
      return reader.read();
    } catch (CryptoFailure failure) {
      throw failure;
    } catch (IOException | RuntimeException e) {
      throw CryptoFailure.invalid("The key or certificate cannot be read: " + e.getMessage());
    }
  }
}
