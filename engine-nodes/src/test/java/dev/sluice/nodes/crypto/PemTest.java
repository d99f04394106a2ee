package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  private static String block(String label, String body) {
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
  }

  @ParameterizedTest
  @ValueSource(strings = {"YWJj", "YW\r\nJj", "  Y W J j  ", "\n\nYWJj\n\n"})
  void theBytesOfABlockAreItsDigits(String body) {
    List<Pem> blocks = Pem.parse("before " + block("A KEY", body) + " after");
    assertEquals(1, blocks.size());
    assertEquals("A KEY", blocks.getFirst().label());
    assertArrayEquals(new byte[] {'a', 'b', 'c'}, blocks.getFirst().content());
    assertEquals(false, blocks.getFirst().encrypted());
  }

  @Test
  void paddingThatATemplateEscapedIsPadding() {
    assertArrayEquals(
        new byte[] {'a'}, Pem.parse(block("X", "YQ&#x3D;&#x3D;")).getFirst().content());
  }

  @ParameterizedTest
  @CsvSource({
    "ENCRYPTED PRIVATE KEY, YWJj, true",
    "RSA PRIVATE KEY, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nYWJj', true",
    "RSA PRIVATE KEY, YWJj, false",
  })
  void anEncryptedBlockIsKnown(String label, String body, boolean encrypted) {
    assertEquals(encrypted, Pem.parse(block(label, body)).getFirst().encrypted());
  }

  @Test
  void aBlockThatCannotBeReadKeepsItsPlace() {
    String text =
        block("A", "YQ==")
            + block("B", "!")
            + "-----BEGIN C-----\nYQ==\n-----END D-----"
            + block("E", "Yg==");
    List<Pem> blocks = Pem.parse(text);
    assertEquals(List.of("A", "B", "C", "E"), blocks.stream().map(Pem::label).toList());
    assertEquals(List.of(1, 0, 0, 1), blocks.stream().map(b -> b.content().length).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "YWJj",
        "-----BEGIN A",
        "-----BEGIN A-----",
        "-----BEGIN A-----\nYWJj\n",
        "-----BEGIN A -----END A-----",
        "-----END A----- -----BEGIN A-----",
      })
  void whatHasNoEndIsNoBlock(String text) {
    assertEquals(List.of(), Pem.parse(text));
  }

  @Test
  void aBlockMayBeEmpty() {
    assertEquals(0, Pem.parse("-----BEGIN A----------END A-----").getFirst().content().length);
  }

  @Test
  void manyBeginningsTakeNoLongerThanTheyAreLong() {
    String text = "-----BEGIN A-----".repeat(200_000) + "-----END B-----";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(1, Pem.parse(text).size()));
  }

  @Test
  void aBlockIsWrittenInLinesOf64() {
    byte[] content = new byte[49];
    assertEquals(
        "-----BEGIN X-----\n" + "A".repeat(64) + "\nAA==\n-----END X-----",
        Pem.write("X", content));
    assertArrayEquals(content, Pem.parse(Pem.write("X", content)).getFirst().content());
  }
}
