package dev.sluice.nodes.crypto;

import dev.sluice.api.payload.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How text stands for bytes, by the names and with the leniency of JavaScript's buffers. */
enum Encoding {
  UTF8,
  UTF16LE,
  LATIN1,
  ASCII,
  HEX,
  BASE64,
  BASE64URL;

  static final String FORM = "one of utf8, utf16le, latin1, ascii, hex, base64, base64url";

  private static final Pattern NO_BASE64_DIGITS = Pattern.compile("[^A-Za-z0-9+/]+");

  /** The encoding of a name. */
  static Optional<Encoding> named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "utf8", "utf-8" -> Optional.of(UTF8);
      case "utf16le", "utf-16le", "ucs2", "ucs-2" -> Optional.of(UTF16LE);
      case "latin1", "binary" -> Optional.of(LATIN1);
      case "ascii" -> Optional.of(ASCII);
      case "hex" -> Optional.of(HEX);
      case "base64" -> Optional.of(BASE64);
      case "base64url" -> Optional.of(BASE64URL);
      default -> Optional.empty();
    };
  }

  /** The bytes that a text stands for. */
  byte[] decode(String text) {
    return switch (this) {
      case UTF8 -> Utf8.encode(text);
      case UTF16LE -> utf16(text);
      case LATIN1, ASCII -> lowBytes(text);
      case HEX -> hex(text);
      case BASE64, BASE64URL -> base64(text);
    };
  }

  /** The text that stands for bytes. */
  String encode(byte[] bytes) {
    return switch (this) {
      case UTF8 -> new String(bytes, StandardCharsets.UTF_8);
      case UTF16LE -> fromUtf16(bytes);
      case LATIN1 -> new String(bytes, StandardCharsets.ISO_8859_1);
      case ASCII -> sevenBits(bytes);
      case HEX -> HexFormat.of().formatHex(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }

  private static byte[] utf16(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) text.charAt(i);
      bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
    }
    return bytes;
  }

  private static String fromUtf16(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length / 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      text.append((char) (Byte.toUnsignedInt(bytes[i]) | Byte.toUnsignedInt(bytes[i + 1]) << 8));
    }
    return text.toString();
  }

  private static byte[] lowBytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private static String sevenBits(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte octet : bytes) {
      text.append((char) (octet & 0x7F));
    }
    return text.toString();
  }

  /** Pairs of digits up to the first that is none. */
  private static byte[] hex(String text) {
    if (text.length() % 2 != 0) {
      throw CryptoFailure.invalid(
          "Hexadecimal text has two digits a byte, not " + text.length() + " characters");
    }
    int end = 0;
    while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
      end++;
    }
    return HexFormat.of().parseHex(text, 0, end - end % 2);
  }

  /** Either alphabet up to the padding; what is in neither, or is no whole byte, is skipped. */
  private static byte[] base64(String text) {
    int padding = text.indexOf('=');
    String digits =
        NO_BASE64_DIGITS
            .matcher(
                (padding < 0 ? text : text.substring(0, padding))
                    .replace('-', '+')
                    .replace('_', '/'))
            .replaceAll("");
    int end = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, end));
  }
}
