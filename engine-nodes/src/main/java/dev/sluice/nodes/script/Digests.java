package dev.sluice.nodes.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of bytes, which cross as text of one character a byte. */
final class Digests {
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha224", "SHA-224",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512");

  private Digests() {}

  /** The digest of some bytes, or null if the algorithm is unknown. */
  static @Nullable String digest(String algorithm, String bytes) {
    String name = ALGORITHMS.get(algorithm);
    if (name == null) {
      return null;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance(name).digest(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      // Not every JDK has every one.
      return null;
    }
  }
}
