package dev.sluice.nodes.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.DSAExt;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.generators.MGF1BytesGenerator;
import org.bouncycastle.crypto.params.MGFParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * How data is signed: its hash, the padding if the key is an RSA key, and the form of the signature
 * if it is an EC or DSA key. EC and DSA signatures are deterministic (RFC 6979), so that they need
 * no randomness that would have to be kept secret.
 */
record SignatureScheme(HashAlgorithm hash, Padding padding, DsaEncoding dsaEncoding) {
  private static final int TRAILER = 0xBC;

  /** How an RSA signature is padded. */
  enum Padding {
    PKCS1,
    /** The salt is as long as the key allows; one of any length is verified. */
    PSS_LONGEST_SALT,
    /** The salt is as long as the hash. */
    PSS_HASH_SALT
  }

  /** How the two numbers of an EC or DSA signature are written. */
  enum DsaEncoding {
    DER,
    IEEE_P1363
  }

  /**
   * Signs data.
   *
   * @param random where the salt comes from, which need not be secret: the signature shows it
   */
  byte[] sign(Key key, byte[] data, RandomGenerator random) {
    try {
      return switch (key.kind()) {
        case RSA, RSA_PSS -> {
          Signer signer =
              rsaSigner(
                  key, digest -> new PSSSigner(new RSABlindedEngine(), digest, salt(key, random)));
          signer.init(true, key.parameters());
          signer.update(data, 0, data.length);
          yield signer.generateSignature();
        }
        case EC, DSA -> {
          DSAExt signer = dsaSigner(key);
          signer.init(true, key.parameters());
          BigInteger[] numbers = signer.generateSignature(hash.hash(data));
          yield switch (dsaEncoding) {
            case DER ->
                StandardDSAEncoding.INSTANCE.encode(signer.getOrder(), numbers[0], numbers[1]);
            case IEEE_P1363 ->
                PlainDSAEncoding.INSTANCE.encode(signer.getOrder(), numbers[0], numbers[1]);
          };
        }
        case OTHER -> throw unsupported();
      };
    } catch (CryptoFailure failure) {
      throw failure;
    } catch (CryptoException | IOException | RuntimeException e) {
      throw CryptoFailure.invalid("The key cannot sign this: " + e.getMessage());
    }
  }

  /** Whether a signature is one of data. */
  boolean verify(Key key, byte[] data, byte[] signature) {
    return switch (key.kind()) {
      case RSA, RSA_PSS -> verifyRsa(key, data, signature);
      case EC, DSA -> verifyDsa(key, data, signature);
      case OTHER -> throw unsupported();
    };
  }

  private boolean verifyRsa(Key key, byte[] data, byte[] signature) {
    if (signature.length != (key.modulusLength() + 7) / 8) {
      return false;
    }
    try {
      Signer signer =
          rsaSigner(
              key,
              digest ->
                  new PSSSigner(new RSABlindedEngine(), digest, expectedSalt(key, signature)));
      signer.init(false, key.parameters());
      signer.update(data, 0, data.length);
      return signer.verifySignature(signature);
    } catch (CryptoFailure failure) {
      throw failure;
    } catch (RuntimeException e) {
      // The library throws at numbers that are no signature of this key.
      return false;
    }
  }

  private boolean verifyDsa(Key key, byte[] data, byte[] signature) {
    DSAExt signer = dsaSigner(key);
    signer.init(false, key.parameters());
    BigInteger order = signer.getOrder();
    if (dsaEncoding == DsaEncoding.IEEE_P1363
        && signature.length != 2 * ((order.bitLength() + 7) / 8)) {
      throw CryptoFailure.invalid("Malformed signature");
    }
    try {
      BigInteger[] numbers =
          dsaEncoding == DsaEncoding.DER
              ? StandardDSAEncoding.INSTANCE.decode(order, signature)
              : PlainDSAEncoding.INSTANCE.decode(order, signature);
      return signer.verifySignature(hash.hash(data), numbers[0], numbers[1]);
    } catch (IOException | RuntimeException e) {
      // The library throws at what is no pair of numbers within the key's order.
      return false;
    }
  }

  private Signer rsaSigner(Key key, Function<Digest, Signer> pss) {
    if (padding != Padding.PKCS1) {
      return pss.apply(hash.newDigest());
    }
    if (key.kind() == Key.Kind.RSA_PSS) {
      throw CryptoFailure.invalid("A key for PSS cannot be used with another padding");
    }
    return new RSADigestSigner(hash.newDigest());
  }

  private DSAExt dsaSigner(Key key) {
    HMacDSAKCalculator numbers = new HMacDSAKCalculator(hash.newDigest());
    return key.kind() == Key.Kind.EC ? new ECDSASigner(numbers) : new DSASigner(numbers);
  }

  private byte[] salt(Key key, RandomGenerator random) {
    int length =
        padding == Padding.PSS_LONGEST_SALT ? encodedLength(key) - hash.size() - 2 : hash.size();
    byte[] salt = new byte[length];
    random.nextBytes(salt);
    return salt;
  }

  private int expectedSalt(Key key, byte[] signature) {
    return padding == Padding.PSS_LONGEST_SALT ? usedSalt(key, signature) : hash.size();
  }

  /** The bytes that PSS fills of a number below the modulus. */
  private static int encodedLength(Key key) {
    return (key.modulusLength() - 1 + 7) / 8;
  }

  /**
   * The length of the salt that a signature was made with; whether it fits is seen when the
   * signature is verified with it.
   */
  private int usedSalt(Key key, byte[] signature) {
    RSAEngine engine = new RSAEngine();
    engine.init(false, key.parameters());
    byte[] number = engine.processBlock(signature, 0, signature.length);
    int length = encodedLength(key);
    byte[] encoded = new byte[length];
    System.arraycopy(number, 0, encoded, length - number.length, number.length);
    if (Byte.toUnsignedInt(encoded[length - 1]) != TRAILER) {
      return 0;
    }
    Digest digest = hash.newDigest();
    int hashStart = length - 1 - digest.getDigestSize();
    byte[] mask = new byte[hashStart];
    MGF1BytesGenerator generator = new MGF1BytesGenerator(digest);
    generator.init(new MGFParameters(Arrays.copyOfRange(encoded, hashStart, length - 1)));
    generator.generateBytes(mask, 0, mask.length);
    int unusedBits = 8 * length - (key.modulusLength() - 1);
    int start = 0;
    while (start < hashStart && unmasked(encoded, mask, start, unusedBits) == 0) {
      start++;
    }
    return Math.max(0, hashStart - start - 1);
  }

  private static int unmasked(byte[] encoded, byte[] mask, int index, int unusedBits) {
    int octet = encoded[index] ^ mask[index];
    return octet & (index == 0 ? 0xFF >> unusedBits : 0xFF);
  }

  private static CryptoFailure unsupported() {
    return CryptoFailure.invalid("Keys of this kind do not sign with a hash");
  }
}
