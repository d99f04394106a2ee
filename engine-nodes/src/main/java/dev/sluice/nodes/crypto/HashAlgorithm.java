package dev.sluice.nodes.crypto;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash functions of the flow format; the constants are named as flows name them. */
enum HashAlgorithm {
  MD5(MD5Digest::new),
  SHA1(SHA1Digest::new),
  SHA256(SHA256Digest::new),
  SHA384(SHA384Digest::new),
  SHA512(SHA512Digest::new),
  RIPEMD(RIPEMD160Digest::new),
  WHIRLPOOL(WhirlpoolDigest::new);

  /** Those that sign; the reference has the others for hashing alone. */
  static final Set<HashAlgorithm> FOR_SIGNATURES = EnumSet.of(MD5, SHA1, SHA256, SHA384);

  static final Set<HashAlgorithm> FOR_CERTIFICATES = EnumSet.of(SHA1, SHA256, SHA384, SHA512);

  private final Supplier<Digest> digests;

  HashAlgorithm(Supplier<Digest> digests) {
    this.digests = digests;
  }

  /** The algorithm of a name, whatever its case. */
  static Optional<HashAlgorithm> named(String name, Set<HashAlgorithm> allowed) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return allowed.stream().filter(algorithm -> algorithm.name().equals(wanted)).findFirst();
  }

  /** What is expected where one of some is to be named. */
  static String form(Set<HashAlgorithm> allowed) {
    return allowed.stream().map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
  }

  Digest newDigest() {
    return digests.get();
  }

  int size() {
    return newDigest().getDigestSize();
  }

  byte[] hash(byte[] data) {
    Digest digest = newDigest();
    digest.update(data, 0, data.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  byte[] hmac(byte[] secret, byte[] data) {
    HMac mac = new HMac(newDigest());
    mac.init(new KeyParameter(secret));
    mac.update(data, 0, data.length);
    byte[] hash = new byte[mac.getMacSize()];
    mac.doFinal(hash, 0);
    return hash;
  }
}
