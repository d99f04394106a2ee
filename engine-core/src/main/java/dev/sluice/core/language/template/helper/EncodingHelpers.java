package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Utf8;
import dev.sluice.api.payload.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Encodings of text for transport. */
final class EncodingHelpers {
  private static final String UNRESERVED = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,#";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private EncodingHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "encodeURI", TextHelpers.of(text -> encode(text, UNRESERVED + RESERVED)),
        "encodeURIComponent", TextHelpers.of(text -> encode(text, UNRESERVED)),
        "decodeURI", TextHelpers.of(text -> decode(text, RESERVED)),
        "decodeURIComponent", TextHelpers.of(text -> decode(text, "")),
        "encodeBase64", TextHelpers.of(EncodingHelpers::encodeBase64),
        "decodeBase64", TextHelpers.of(EncodingHelpers::decodeBase64),
        "queryStringEncode", (Helper.OfOne) EncodingHelpers::encodeQuery);
  }

  /** Percent-encodes all but letters, digits and some marks, as JavaScript does. */
  static String encode(String text, String kept) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
        result.append((char) c);
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new EvaluationException("Text with half a character cannot be encoded for a URI");
      } else {
        for (byte octet : Utf8.encode(Character.toString(c))) {
          result.append('%').append(HEX[(octet >> 4) & 15]).append(HEX[octet & 15]);
        }
      }
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static String decode(String text, String kept) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) != '%') {
        result.append(text.charAt(i++));
        continue;
      }
      int first = octet(text, i);
      int count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
      byte[] octets = new byte[count];
      for (int k = 0; k < count; k++) {
        octets[k] = (byte) octet(text, i + 3 * k);
      }
      String decoded = decode(octets);
      int end = i + 3 * count;
      result.append(
          count == 1 && kept.indexOf(decoded.charAt(0)) >= 0 ? text.substring(i, end) : decoded);
      i = end;
    }
    return result.toString();
  }

  private static String decode(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static int octet(String text, int at) {
    if (at + 2 < text.length() && text.charAt(at) == '%') {
      int high = Character.digit(text.charAt(at + 1), 16);
      int low = Character.digit(text.charAt(at + 2), 16);
      if (high >= 0 && low >= 0) {
        return high * 16 + low;
      }
    }
    throw malformed();
  }

  private static EvaluationException malformed() {
    return new EvaluationException("Text that should be URI-encoded is malformed");
  }

  private static String encodeBase64(String text) {
    return Base64.getEncoder().encodeToString(Utf8.encode(text));
  }

  /** Takes both alphabets, passes over what is in neither, and ends at the padding. */
  private static String decodeBase64(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() * 3 / 4 + 3);
    int bits = 0;
    int count = 0;
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      int digit = base64Digit(text.charAt(i));
      if (digit < 0) {
        continue;
      }
      bits = (bits << 6 | digit) & 0xFFFFFF;
      count += 6;
      if (count >= 8) {
        count -= 8;
        octets.write(bits >> count);
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  private static int base64Digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }

  private static Value encodeQuery(Value value) {
    if (!(value instanceof ObjectValue object)) {
      return Value.of("");
    }
    StringBuilder result = new StringBuilder();
    object.forEach(
        (key, entry) -> {
          if (entry instanceof ArrayValue array) {
            array.forEach(item -> appendPair(result, key, item));
          } else {
            appendPair(result, key, entry);
          }
        });
    return Value.of(result.toString());
  }

  private static void appendPair(StringBuilder result, String key, Value value) {
    if (!result.isEmpty()) {
      result.append('&');
    }
    String text =
        switch (value) {
          case StringValue string -> string.text();
          case NumberValue number when Double.isFinite(number.number()) -> number.toText();
          case BooleanValue flag -> flag.toText();
          // What has no plain text is sent without a value, as Node's querystring does.
          default -> "";
        };
    result
        .append(encode(Utf8.wellFormed(key), UNRESERVED))
        .append('=')
        .append(encode(Utf8.wellFormed(text), UNRESERVED));
  }
}
