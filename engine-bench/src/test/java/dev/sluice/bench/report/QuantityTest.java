package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "7.304, 7.3 ns",
    "35.04, 35 ns",
    "999.4, 999 ns",
    "999.6, 1 µs",
    "1273, 1.27 µs",
    "300000000, 300 ms",
    "4200000000000, '4,200 s'"
  })
  void timeHasThreeDigitsAndTheUnitThatFits(double nanoseconds, String text) {
    assertEquals(text, Quantity.TIME.format(nanoseconds));
  }

  @ParameterizedTest
  @CsvSource({"16000, 16 KB", "1219, 1.22 KB", "24, 24 B", "2048000000, 2.05 GB"})
  void aThousandBytesAreOneKb(double bytes, String text) {
    assertEquals(text, Quantity.MEMORY.format(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5234, 0.52, 0.523",
    "0.00151, 0.0015, 0.00151",
    "7.44, 7.4, 7.44",
    "123.4, 123, 123"
  })
  void aRatioHasTwoDigitsOrThree(double ratio, String two, String three) {
    assertEquals(two, Quantity.ratio(ratio));
    assertEquals(three, Quantity.fineRatio(ratio));
  }
}
