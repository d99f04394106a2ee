package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes are those of {@code Buffer.from(text)} in Node.js. */
class Utf8Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                ''",
        "a?;                613f",
        "é€😀;              c3a9e282acf09f9880",
        "\ud83d;            efbfbd",
        "\ude00;            efbfbd",
        "a\ud83db;          61efbfbd62",
        "a\ude00b;          61efbfbd62",
        "\ud83d\ud83d\ude00; efbfbdf09f9880",
        "\ud83d\ude00\ude00; f09f9880efbfbd",
        "\ude00\ud83d;      efbfbdefbfbd",
        "\ufffd;            efbfbd",
      })
  void halfACharacterIsReplaced(String text, String hex) {
    assertEquals(hex, HexFormat.of().formatHex(Utf8.encode(text)));
  }

  @Test
  void wellFormedTextStaysTheSame() {
    String text = "é€😀";
    assertSame(text, Utf8.wellFormed(text));
  }
}
