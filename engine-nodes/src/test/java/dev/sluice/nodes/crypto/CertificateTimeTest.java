package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2024-01-15T14:30:00.999Z,   2024-01-15T14:30:00Z",
    "' 2024-01-15T14:30:00Z ',   2024-01-15T14:30:00Z",
    "2024-01-15T14:30:00+02:00,  2024-01-15T12:30:00Z",
    "2024-01-15T14:30,           2024-01-15T14:30:00Z",
    "2024-01-15,                 2024-01-15T00:00:00Z",
    "1705329000123,              2024-01-15T14:30:00Z",
    "0,                          1970-01-01T00:00:00Z",
    "-1000,                      1969-12-31T23:59:59Z",
    "0001-01-01,                 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z,       9999-12-31T23:59:59Z",
  })
  void aTimeIsReadToTheSecond(String text, Instant expected) {
    assertEquals(Optional.of(expected), CertificateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2024-13-01",
        "2024-01-15T25:00:00Z",
        "1e12",
        "0000-12-31",
        "+10000-01-01T00:00:00Z",
        "999999999999999",
        "9999999999999999999",
        "15.1.2024",
      })
  void whatIsNoneOrDoesNotFitIsRefused(String text) {
    assertEquals(Optional.empty(), CertificateTime.parse(text));
  }

  @Test
  void theFirstAndTheLastSecondFit() {
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    Instant first = Instant.parse("0001-01-01T00:00:00Z");
    assertEquals(Optional.of(last), CertificateTime.of(last));
    assertEquals(Optional.of(first), CertificateTime.of(first));
    assertEquals(Optional.empty(), CertificateTime.of(last.plusSeconds(1)));
    assertEquals(Optional.empty(), CertificateTime.of(first.minusNanos(1)));
  }
}
