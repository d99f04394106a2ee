package dev.sluice.core.manage;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes ids: 24 hexadecimal digits, of which the first eight tell the second. */
final class NewIds {
  private static final String KEY_CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
  private static final int KEY_LENGTH = 21;

  private final InstantSource clock;
  private final RandomGenerator random;

  NewIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  String next() {
    int seconds = (int) clock.instant().getEpochSecond();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(seconds) + hex.toHexDigits(random.nextLong());
  }

  /** What makes the key of a trigger different from all others of its flow. */
  String key() {
    StringBuilder key = new StringBuilder(KEY_LENGTH);
    for (int i = 0; i < KEY_LENGTH; i++) {
      key.append(KEY_CHARACTERS.charAt(random.nextInt(KEY_CHARACTERS.length())));
    }
    return key.toString();
  }
}
