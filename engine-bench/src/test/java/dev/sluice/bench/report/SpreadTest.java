package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
  /** The numbers of the two values between which the median is, from tables of the sign test. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "8, 1, 8", "9, 2, 8", "12, 3, 10", "20, 6, 15"})
  void theMedianIsBetweenTwoOfTheValues(int count, double low, double high) {
    List<Double> values =
        IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).collect(Collectors.toList());
    Collections.shuffle(values, new Random(7));
    assertEquals(new Spread(low, (count + 1) / 2.0, high), Spread.of(values));
  }

  @Test
  void onlyWhatIsWhollyFurtherOffIsBeyond() {
    assertTrue(new Spread(1.031, 1.05, 1.06).isBeyond(0.03));
    assertTrue(new Spread(0.90, 0.95, 0.969).isBeyond(0.03));
    assertFalse(new Spread(1.029, 1.05, 1.06).isBeyond(0.03));
    assertFalse(new Spread(0.9, 0.95, 0.971).isBeyond(0.03));
    assertFalse(new Spread(0.5, 1, 1.5).isBeyond(0.03));
  }
}
