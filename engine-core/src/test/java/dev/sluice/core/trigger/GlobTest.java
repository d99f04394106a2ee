package dev.sluice.core.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "high *,      HIGH Temperature, true",
        "high *,      a high one,       false",
        "*temp*,      Low temperature,  true",
        "*,           a/b/c,            true",
        "?ot,         hot,              true",
        "?ot,         ot,               false",
        "[hp]ot,      POT,              true",
        "[!hp]ot,     pot,              false",
        "[a-c]1,      b1,               true",
        "[a-c]1,      d1,               false",
        "[-a]1,       -1,               true",
        "\"{hot,cold} *\", cold water,  true",
        "\"{hot,{c,f}old}\", fold,      true",
        "\"{hot,cold\", \"{hot,cold\",  true",
        "a.b,         axb,              false",
        "a\\*,        a*,               true",
        "a\\*,        ab,               false",
        "a[,          a[,               true",
        "a+(b)|$^,    a+(b)|$^,         true",
      })
  void aGlobOfText(String glob, String text, boolean matches) {
    assertEquals(matches, Glob.ofText(glob).matches(text));
  }

  @ParameterizedTest
  @CsvSource({
    "/data/*.txt,       /data/a.txt,     true",
    "/data/*.txt,       /data/b/a.txt,   false",
    "/data/**/*.txt,    /data/a.txt,     true",
    "/data/**/*.txt,    /data/b/c/a.txt, true",
    "/data/**/*.txt,    /dat/a.txt,      false",
    "/data/**,          /data/b/c,       true",
    "/data/?.txt,       /data/a.txt,     true",
    "/data/?.txt,       /data//.txt,     false",
    "/data/A.txt*,      /data/a.txt,     false",
  })
  void aGlobOfPaths(String glob, String path, boolean matches) {
    assertEquals(matches, Glob.ofPaths(glob).matches(path));
  }

  @Test
  void aLongOneStandsForItself() {
    String stars = "*".repeat(2_000);
    assertTrue(Glob.isPlain(stars));
    assertTrue(Glob.ofText(stars).matches(stars));
    assertFalse(Glob.ofText(stars).matches("a"));
  }

  @Test
  void hostileOnesTakeNoLongTime() {
    String text = "a".repeat(20_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertFalse(Glob.ofText("*a".repeat(200) + "b").matches(text));
          assertFalse(Glob.ofText("{".repeat(500) + "a" + "}".repeat(500)).matches(text));
        });
  }
}
