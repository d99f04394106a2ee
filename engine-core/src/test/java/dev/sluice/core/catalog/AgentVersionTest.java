package dev.sluice.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.0.1",
    "1.0.9, 1.0.10",
    "1.9.0, 1.10.0",
    "1.9.9, 2.0.0",
    "9.0.0, 10.0.0",
    "0.0.999999999, 0.1.0",
  })
  void numbersNotLettersDecideTheOrder(String older, String newer) {
    assertTrue(version(older).compareTo(version(newer)) < 0);
    assertTrue(version(newer).compareTo(version(older)) > 0);
  }

  @Test
  void sortsFromOldToNew() {
    List<AgentVersion> sorted =
        List.of(
            version("0.0.1"),
            version("1.0.0"),
            version("1.2.0"),
            version("1.2.3"),
            version("1.21.0"),
            version("2.0.0"));
    List<AgentVersion> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertEquals(sorted, shuffled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0", "1.21.0", "999999999.0.1"})
  void isWrittenAsItWasRead(String text) {
    assertEquals(text, version(text).toString());
    assertEquals(0, version(text).compareTo(version(text)));
    assertEquals(version(text), version(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2",
        "1.2.3.4",
        "1.2.x",
        "v1.2.3",
        "-1.2.3",
        "01.2.3",
        "1.02.3",
        " 1.2.3",
        "1.2.3 ",
        "1.2.3\n",
        "1..3",
        "9999999999.0.0",
        "1.2.3-beta",
        "١.٢.٣"
      })
  void otherTextIsNoVersion(String text) {
    assertTrue(AgentVersion.parse(text).isEmpty());
  }

  private static AgentVersion version(String text) {
    return AgentVersion.parse(text).orElseThrow();
  }
}
