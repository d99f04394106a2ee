package dev.sluice.nodes.logic;

import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Utf8;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes ids.
 *
 * <p>Source of the layouts: RFC 9562 for UUIDs, the BSON specification for object ids, the Nano ID
 * project for its alphabet.
 */
final class Ids {
  private static final String NANO_ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";

  private static final Pattern UUID_TEXT =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
              + "|0{8}-0{4}-0{4}-0{4}-0{12}|[fF]{8}-[fF]{4}-[fF]{4}-[fF]{4}-[fF]{12}");

  /** From the Gregorian reform, where the time in UUIDs begins, to 1970, in seconds. */
  private static final long GREGORIAN_SECONDS = 12_219_292_800L;

  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final int TICKS_PER_MILLI = 10_000;
  private static final int NANOS_PER_TICK = 100;

  private Ids() {}

  /** By time; clock sequence and node are random, and so is what is finer than a millisecond. */
  static String uuidV1(Instant time, RandomGenerator random) {
    long ticks =
        (time.getEpochSecond() + GREGORIAN_SECONDS) * TICKS_PER_SECOND
            + time.getNano() / NANOS_PER_TICK / TICKS_PER_MILLI * TICKS_PER_MILLI
            + random.nextInt(TICKS_PER_MILLI);
    long high = (ticks << 32) | ((ticks & 0xFFFF_0000_0000L) >>> 16) | ((ticks >>> 48) & 0x0FFFL);
    // The bit says that the node is no hardware address.
    long low = random.nextLong() | 0x0100_0000_0000L;
    return text(high, low, 1);
  }

  static String uuidV3(String namespace, String name) {
    return named("MD5", 3, namespace, name);
  }

  static String uuidV4(RandomGenerator random) {
    return text(random.nextLong(), random.nextLong(), 4);
  }

  static String uuidV5(String namespace, String name) {
    return named("SHA-1", 5, namespace, name);
  }

  private static String named(String algorithm, int version, String namespace, String name) {
    if (!UUID_TEXT.matcher(namespace).matches()) {
      throw new NodeException(
          "ValidationError", "The namespace of the id must be a UUID, not \"" + namespace + "\"");
    }
    UUID space = UUID.fromString(namespace);
    MessageDigest digest = digest(algorithm);
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(space.getMostSignificantBits())
            .putLong(space.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(Utf8.encode(name)));
    return text(hash.getLong(), hash.getLong(), version);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(long high, long low, int version) {
    return new UUID(
            (high & ~0xF000L) | ((long) version << 12),
            (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L)
        .toString();
  }

  /** The seconds since 1970, then random bytes. */
  static String objectId(Instant time, RandomGenerator random) {
    return HexFormat.of()
        .formatHex(
            ByteBuffer.allocate(12)
                .putInt((int) time.getEpochSecond())
                .putLong(random.nextLong())
                .array());
  }

  static String nanoId(int length, RandomGenerator random) {
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      id.append(NANO_ALPHABET.charAt(random.nextInt(NANO_ALPHABET.length())));
    }
    return id.toString();
  }
}
