package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans with a unit are as long as the ms library has them. */
class TokenLifetimeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "60, 60",
    "-60, -60",
    "' 60 ', 60",
    "86400.0, 86400",
    "1500ms, 1.5",
    "2000 milliseconds, 2",
    "1000 millisecond, 1",
    "1000msecs, 1",
    "1000 msec, 1",
    "60s, 60",
    "60 seconds, 60",
    "1 second, 1",
    "2 secs, 2",
    "1sec, 1",
    "2m, 120",
    "2 minutes, 120",
    "1 minute, 60",
    "2mins, 120",
    "1 min, 60",
    "10h, 36000",
    "2 hours, 7200",
    "1 hour, 3600",
    "2hrs, 7200",
    "1hr, 3600",
    "1 H, 3600",
    "1d, 86400",
    "2 days, 172800",
    "1 day, 86400",
    "1.5d, 129600",
    ".5d, 43200",
    "-1d, -86400",
    "1w, 604800",
    "2 weeks, 1209600",
    "1 week, 604800",
    "1y, 31557600",
    "2 years, 63115200",
    "1 year, 31557600",
    "2yrs, 63115200",
    "1yr, 31557600",
  })
  void aSpanIsSoManySeconds(String text, double seconds) {
    assertEquals(seconds, TokenLifetime.parse(text).orElseThrow().seconds(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", ".", "1.", "1.d", "h", "10 x", "10h 5m", "1.5", "--1", "1e3", "ten", "10hh",
        "1,5h", "٣h",
      })
  void anythingElseIsNoSpan(String text) {
    assertEquals(Optional.empty(), TokenLifetime.parse(text));
  }

  @Test
  void aSpanIsNoLongerThanAHundredCharacters() {
    assertEquals(1, TokenLifetime.parse("0".repeat(98) + "1s").orElseThrow().seconds());
    assertEquals(Optional.empty(), TokenLifetime.parse("0".repeat(99) + "1s"));
  }

  @Test
  void theEndIsAWholeSecond() {
    assertEquals(101, new TokenLifetime(1.5).end(100));
    assertEquals(160, new TokenLifetime(60).end(100));
  }
}
