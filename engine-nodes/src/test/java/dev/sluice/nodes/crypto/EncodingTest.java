package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes are those of Node's buffers. */
class EncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UTF8;      é€;              c3a9e282ac",
        "UTF8;      a\ud800b;        61efbfbd62",
        "UTF8;      \udfff\ud800;    efbfbdefbfbd",
        "UTF8;      😀;              f09f9880",
        "UTF16LE;   €a;              ac206100",
        "UTF16LE;   \ud800;          00d8",
        "LATIN1;    é€;              e9ac",
        "ASCII;     é€;              e9ac",
        "HEX;       C3a9;            c3a9",
        "HEX;       abzz01;          ab",
        "HEX;       abc!;            ab",
        "HEX;       zz;              ''",
        "BASE64;    w6nDqQ==;        c3a9c3a9",
        "BASE64;    w6nDqQ;          c3a9c3a9",
        "BASE64;    ' YW\nJj=ZZ';    616263",
        "BASE64;    YQ==YQ==;        61",
        "BASE64;    YWJjZ;           616263",
        "BASE64;    =YQ;             ''",
        "BASE64;    _-8;             ffef",
        "BASE64;    /+8;             ffef",
        "BASE64URL; _-8;             ffef",
        "BASE64URL; /+8;             ffef",
        "BASE64;    '';              ''",
        "HEX;       '';              ''",
      })
  void textStandsForBytes(Encoding encoding, String text, String hex) {
    assertEquals(hex, HexFormat.of().formatHex(encoding.decode(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UTF8;      c3a9ff;    é\ufffd",
        "UTF16LE;   ac20e9d8aa; €\ud8e9",
        "LATIN1;    e97f80;    é\u007f\u0080",
        "ASCII;     e961;      ia",
        "HEX;       00FF;      00ff",
        "BASE64;    ffefff01;  /+//AQ==",
        "BASE64URL; ffefff01;  _-__AQ",
      })
  void bytesAreWrittenAsText(Encoding encoding, String hex, String text) {
    assertEquals(text, encoding.encode(HexFormat.of().parseHex(hex)));
  }

  @Test
  void hexadecimalTextOfHalfAByteIsRefused() {
    assertThrows(CryptoFailure.class, () -> Encoding.HEX.decode("abc"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF8", "' utf8 ', UTF8", "utf16le, UTF16LE", "utf-16le, UTF16LE", "ucs2, UTF16LE",
    "UCS-2, UTF16LE", "binary, LATIN1", "Latin1, LATIN1", "ascii, ASCII", "HEX, HEX",
    "base64, BASE64", "base64url, BASE64URL",
  })
  void encodingsHaveTheNamesThatNodeKnows(String name, Encoding encoding) {
    assertEquals(Optional.of(encoding), Encoding.named(name));
  }

  @ParameterizedTest
  @EnumSource
  void everyEncodingIsNamedWhereOneIsExpected(Encoding encoding) {
    String name = encoding.name().toLowerCase(Locale.ROOT);
    assertEquals(Optional.of(encoding), Encoding.named(name));
    assertTrue(Encoding.FORM.contains(name));
  }

  @Test
  void anUnknownNameIsNone() {
    assertEquals(Optional.empty(), Encoding.named("utf7"));
  }
}
