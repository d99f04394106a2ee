package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table holds what Node.js 20 gives in the time zone UTC. */
class DateValueTest {
  static Stream<Arguments> dates() {
    return Stream.of(
        Arguments.of(
            0.0,
            "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "1970-01-01T00:00:00.000Z"),
        Arguments.of(
            -1.0,
            "Wed Dec 31 1969 23:59:59 GMT+0000 (Coordinated Universal Time)",
            "1969-12-31T23:59:59.999Z"),
        Arguments.of(
            1705329000123.0,
            "Mon Jan 15 2024 14:30:00 GMT+0000 (Coordinated Universal Time)",
            "2024-01-15T14:30:00.123Z"),
        Arguments.of(
            951782400000.0,
            "Tue Feb 29 2000 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "2000-02-29T00:00:00.000Z"),
        Arguments.of(
            -62135596800000.0,
            "Mon Jan 01 0001 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "0001-01-01T00:00:00.000Z"),
        Arguments.of(
            -62167219200000.0,
            "Sat Jan 01 0000 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "0000-01-01T00:00:00.000Z"),
        Arguments.of(
            -62167219200001.0,
            "Fri Dec 31 -0001 23:59:59 GMT+0000 (Coordinated Universal Time)",
            "-000001-12-31T23:59:59.999Z"),
        Arguments.of(
            -100000000000000.0,
            "Thu Feb 15 -1199 14:13:20 GMT+0000 (Coordinated Universal Time)",
            "-001199-02-15T14:13:20.000Z"),
        Arguments.of(
            253402300799999.0,
            "Fri Dec 31 9999 23:59:59 GMT+0000 (Coordinated Universal Time)",
            "9999-12-31T23:59:59.999Z"),
        Arguments.of(
            253402300800000.0,
            "Sat Jan 01 10000 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "+010000-01-01T00:00:00.000Z"),
        Arguments.of(
            8640000000000000.0,
            "Sat Sep 13 275760 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "+275760-09-13T00:00:00.000Z"),
        Arguments.of(
            -8640000000000000.0,
            "Tue Apr 20 -271821 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "-271821-04-20T00:00:00.000Z"),
        Arguments.of(
            -68478048000000.0,
            "Tue Jan 07 -0200 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "-000200-01-07T00:00:00.000Z"));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void isWrittenAsJavaScriptDoes(double millis, String text, String iso) {
    DateValue date = new DateValue(millis);
    assertEquals(text, date.toText());
    assertEquals(text, date.toString());
    assertEquals(iso, date.toIsoString());
    assertEquals('"' + iso + '"', date.toJson());
    assertEquals(iso, date.toJsonNode().textValue());
    assertEquals(millis, date.toNumber());
    assertTrue(date.isValid());
    assertTrue(date.isTruthy());
    assertTrue(date.isPresent());
    assertEquals(Instant.ofEpochMilli((long) millis), date.instant());
  }

  @ParameterizedTest
  @CsvSource({"1.9, 1", "-1.9, -1", "-0.5, 0", "8.64e15, 8.64e15"})
  void aFractionIsCutOff(double given, double kept) {
    assertEquals(kept, new DateValue(given).epochMillis());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        8.640000000000001e15,
        -8.640000000000001e15,
        1e300
      })
  void whatIsOutOfRangeIsTheInvalidDate(double millis) {
    DateValue date = new DateValue(millis);
    assertEquals(DateValue.INVALID, date);
    assertEquals(DateValue.INVALID.hashCode(), date.hashCode());
    assertFalse(date.isValid());
    assertTrue(date.isTruthy());
    assertEquals("Invalid Date", date.toText());
    assertEquals("null", date.toJson());
    assertTrue(date.toJsonNode().isNull());
    assertEquals(Double.NaN, date.toNumber());
    assertThrows(IllegalStateException.class, date::instant);
    assertThrows(IllegalStateException.class, date::toIsoString);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T14:30:00.123999Z, 2024-01-15T14:30:00.123Z",
    "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
  })
  void aMomentIsKeptToTheMillisecond(Instant instant, String iso) {
    assertEquals(iso, DateValue.of(instant).toIsoString());
    assertEquals(DateValue.of(instant), Value.of(instant));
  }

  @Test
  void momentsThatJavaScriptDoesNotKnowAreInvalid() {
    assertEquals(DateValue.INVALID, DateValue.of(Instant.MAX));
    assertEquals(DateValue.INVALID, DateValue.of(Instant.MIN));
  }

  @Test
  void datesAreEqualByTheirMoment() {
    assertEquals(new DateValue(5), new DateValue(5.5));
    assertFalse(new DateValue(5).equals(new DateValue(6)));
    assertFalse(new DateValue(5).equals(NumberValue.of(5)));
  }
}
