package dev.sluice.nodes.crypto;

import dev.sluice.nodes.crypto.SignatureScheme.DsaEncoding;
import dev.sluice.nodes.crypto.SignatureScheme.Padding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;

/**
 * The algorithms of signed tokens.
 *
 * <p>Source: RFC 7518; which keys go with which algorithm is as jsonwebtoken 9 has it.
 */
enum TokenAlgorithm {
  HS256(Family.HS, HashAlgorithm.SHA256),
  HS384(Family.HS, HashAlgorithm.SHA384),
  HS512(Family.HS, HashAlgorithm.SHA512),
  RS256(Family.RS, HashAlgorithm.SHA256),
  RS384(Family.RS, HashAlgorithm.SHA384),
  RS512(Family.RS, HashAlgorithm.SHA512),
  PS256(Family.PS, HashAlgorithm.SHA256),
  PS384(Family.PS, HashAlgorithm.SHA384),
  PS512(Family.PS, HashAlgorithm.SHA512),
  ES256(Family.ES, HashAlgorithm.SHA256),
  ES384(Family.ES, HashAlgorithm.SHA384),
  ES512(Family.ES, HashAlgorithm.SHA512);

  static final String FORM =
      "one of HS256, HS384, HS512, RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512";

  private static final int MIN_RSA_BITS = 2048;

  private enum Family {
    HS,
    RS,
    PS,
    ES
  }

  private final Family family;
  private final HashAlgorithm hash;

  TokenAlgorithm(Family family, HashAlgorithm hash) {
    this.family = family;
    this.hash = hash;
  }

  /** The algorithm of a name. */
  static Optional<TokenAlgorithm> named(String name) {
    for (TokenAlgorithm algorithm : values()) {
      if (algorithm.name().equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** The signature of a text as tokens have it. */
  String sign(TokenKey key, String text, RandomGenerator random) {
    byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
    return Encoding.BASE64URL.encode(
        switch (key) {
          case TokenKey.Secret secret -> hash.hmac(secret.bytes(), data);
          case TokenKey.Pair pair -> scheme().sign(pair.key(), data, random);
        });
  }

  /** Whether a signature is that of a text. Secrets are compared in a time that tells nothing. */
  boolean verify(TokenKey key, String text, String signature) {
    byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
    return switch (key) {
      case TokenKey.Secret secret ->
          MessageDigest.isEqual(
              Encoding.BASE64URL
                  .encode(hash.hmac(secret.bytes(), data))
                  .getBytes(StandardCharsets.ISO_8859_1),
              signature.getBytes(StandardCharsets.ISO_8859_1));
      case TokenKey.Pair pair ->
          scheme().verify(pair.key(), data, Encoding.BASE64URL.decode(signature));
    };
  }

  /** Throws unless this signs with keys of that kind. */
  void requireSigning(TokenKey key) {
    if (key instanceof TokenKey.Secret && family != Family.HS) {
      throw failure("secretOrPrivateKey must be an asymmetric key when using " + name());
    }
    if (key instanceof TokenKey.Pair pair) {
      if (family == Family.HS) {
        throw failure("secretOrPrivateKey must be a symmetric key when using " + name());
      }
      if (family != Family.ES && pair.key().isRsa() && pair.key().modulusLength() < MIN_RSA_BITS) {
        throw failure(
            "secretOrPrivateKey has a minimum key size of " + MIN_RSA_BITS + " bits for " + name());
      }
      requireKind(pair.key());
    }
  }

  /** Throws unless this verifies with keys of that kind. */
  void requireVerifying(TokenKey key) {
    boolean fits =
        switch (key) {
          case TokenKey.Secret secret -> family == Family.HS;
          case TokenKey.Pair pair when pair.key().kind() == Key.Kind.EC -> family == Family.ES;
          case TokenKey.Pair pair -> family == Family.RS || family == Family.PS;
        };
    if (!fits) {
      throw new CryptoFailure(JsonWebToken.ERROR, "invalid algorithm");
    }
    if (key instanceof TokenKey.Pair pair) {
      requireKind(pair.key());
    }
  }

  private void requireKind(Key key) {
    List<TokenAlgorithm> allowed =
        switch (key.kind()) {
          case RSA -> List.of(RS256, PS256, RS384, PS384, RS512, PS512);
          case RSA_PSS -> List.of(PS256, PS384, PS512);
          case EC -> List.of(ES256, ES384, ES512);
          case DSA, OTHER -> throw failure("Unknown key type \"" + key.kind() + "\".");
        };
    if (!allowed.contains(this)) {
      throw failure(
          "\"alg\" parameter for \""
              + key.kind()
              + "\" key type must be one of: "
              + allowed.stream().map(Enum::name).collect(Collectors.joining(", "))
              + ".");
    }
    if (family == Family.ES && !key.curve().equals(curve())) {
      throw failure("\"alg\" parameter \"" + name() + "\" requires curve \"" + curveName() + "\".");
    }
  }

  private SignatureScheme scheme() {
    return new SignatureScheme(
        hash, family == Family.PS ? Padding.PSS_HASH_SALT : Padding.PKCS1, DsaEncoding.IEEE_P1363);
  }

  private String curve() {
    return (switch (hash) {
          case SHA256 -> SECObjectIdentifiers.secp256r1;
          case SHA384 -> SECObjectIdentifiers.secp384r1;
          default -> SECObjectIdentifiers.secp521r1;
        })
        .getId();
  }

  private String curveName() {
    return switch (hash) {
      case SHA256 -> "prime256v1";
      case SHA384 -> "secp384r1";
      default -> "secp521r1";
    };
  }

  private static CryptoFailure failure(String message) {
    return new CryptoFailure("Error", message);
  }
}
