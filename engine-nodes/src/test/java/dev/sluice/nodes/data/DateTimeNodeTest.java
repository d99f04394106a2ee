package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The results in the tables are those of Moment 2.30 with its time zones. */
class DateTimeNodeTest {
  private static final String LIMIT = "+275760-09-13T00:00:00Z";

  private static NodeRun node(String operation, String more) {
    return NodeRun.of("DateTimeNode")
        .config("{operation: '" + operation + "', resultPath: 'r'" + more + "}");
  }

  private static Outcome run(String operation, String more, String source) {
    return node(operation, ", sourcePath: 'data.t', timezone: 'UTC'" + more)
        .press("{t: " + source + "}")
        .succeeded();
  }

  private static Value result(
      String operation, String unit, String zone, String time, String more) {
    return node(
            operation,
            ", sourcePath: 'data.t', unit: '" + unit + "', timezone: '" + zone + "'" + more)
        .press("{t: '" + time + "'}")
        .succeeded()
        .at("r");
  }

  private static void assertDate(String expected, Value actual) {
    assertEquals(Value.of(Instant.parse(expected)), actual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "year; 1; UTC; 2024-02-29T00:00:00Z; 2025-02-28T00:00:00.000Z",
        "year; 1.5; UTC; 2024-01-31T00:00:00Z; 2025-07-31T00:00:00.000Z",
        "quarter; 1; UTC; 2024-11-30T10:00:00Z; 2025-02-28T10:00:00.000Z",
        "month; 1; UTC; 2024-01-31T10:00:00Z; 2024-02-29T10:00:00.000Z",
        "month; -2; UTC; 2024-04-30T10:00:00Z; 2024-02-29T10:00:00.000Z",
        "month; 0.5; UTC; 2024-01-31T10:00:00Z; 2024-02-29T10:00:00.000Z",
        "month; -0.5; UTC; 2024-03-31T10:00:00Z; 2024-02-29T10:00:00.000Z",
        "month; 0.4; UTC; 2024-01-31T10:00:00Z; 2024-01-31T10:00:00.000Z",
        "week; -3; UTC; 2024-01-15T00:00:00Z; 2023-12-25T00:00:00.000Z",
        "day; 1; America/New_York; 2024-03-09T12:00:00Z; 2024-03-10T11:00:00.000Z",
        "day; 1; America/New_York; 2024-03-09T07:30:00Z; 2024-03-10T07:30:00.000Z",
        "day; 1; America/New_York; 2024-11-02T05:30:00Z; 2024-11-03T05:30:00.000Z",
        "day; 0.5; UTC; 2024-01-15T00:00:00Z; 2024-01-16T00:00:00.000Z",
        "day; 0.4; UTC; 2024-01-15T00:00:00Z; 2024-01-15T00:00:00.000Z",
        "day; 1; Pacific/Apia; 2011-12-29T12:00:00Z; 2011-12-30T12:00:00.000Z",
        "hour; 24; America/New_York; 2024-03-09T12:00:00Z; 2024-03-10T12:00:00.000Z",
        "hour; 1.5; UTC; 2024-01-15T00:00:00Z; 2024-01-15T01:30:00.000Z",
        "minute; 90; UTC; 2024-01-15T23:00:00Z; 2024-01-16T00:30:00.000Z",
        "second; 90; UTC; 2024-01-15T23:59:00Z; 2024-01-16T00:00:30.000Z",
        "second; -0.0005; UTC; 2024-01-01T00:00:00Z; 2023-12-31T23:59:59.999Z",
        "millisecond; -1; UTC; 2024-01-01T00:00:00Z; 2023-12-31T23:59:59.999Z",
        "millisecond; 1.5; UTC; 2024-01-01T00:00:00Z; 2024-01-01T00:00:00.001Z",
        "millisecond; -1.5; UTC; 2024-01-01T00:00:00Z; 2023-12-31T23:59:59.998Z",
        "millisecond; 1.5; UTC; 1969-12-31T23:59:59Z; 1969-12-31T23:59:59.002Z",
      })
  void unitsAreAdded(String unit, String number, String zone, String time, String expected) {
    String more = ", numberValue: '" + number + "'";
    assertDate(expected, result("add", unit, zone, time, more));
    String negative = ", numberValue: '" + -Double.parseDouble(number) + "'";
    assertDate(expected, result("subtract", unit, zone, time, negative));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dayOfYear", "dayOfWeek"})
  void namesOfDaysAddAndStartDays(String unit) {
    assertDate(
        "2024-03-01T12:30:00Z",
        result("add", unit, "UTC", "2024-02-29T12:30:00Z", ", numberValue: '1'"));
    assertDate(
        "2024-02-29T00:00:00Z", result("startOfTime", unit, "UTC", "2024-02-29T12:30:00Z", ""));
    Outcome difference =
        node("diff", ", sourcePath: 'data.t', diffDataPath: 'data.b', unit: '" + unit + "'")
            .press("{t: '2024-02-29T12:30:00Z', b: '2024-03-02T12:30:00Z'}");
    assertEquals(Value.of(-2), difference.at("r"));
  }

  @Test
  void aMissingOperationAddsAndAMissingUnitIsAYear() {
    Outcome outcome =
        NodeRun.of("DateTimeNode")
            .config("{sourcePath: 'data.t', resultPath: 'r', numberValue: '2'}")
            .press("{t: '2024-02-01'}");
    assertDate("2026-02-01T00:00:00Z", outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "year; UTC; 2024-05-17T13:45:10.123Z; 2024",
        "quarter; UTC; 2024-05-17T13:45:10.123Z; 2",
        "month; UTC; 2024-05-17T13:45:10.123Z; 4",
        "week; UTC; 2024-05-17T13:45:10.123Z; 20",
        "dayOfYear; UTC; 2024-05-17T13:45:10.123Z; 138",
        "day; UTC; 2024-05-17T13:45:10.123Z; 17",
        "dayOfWeek; UTC; 2024-05-17T13:45:10.123Z; 5",
        "hour; UTC; 2024-05-17T13:45:10.123Z; 13",
        "minute; UTC; 2024-05-17T13:45:10.123Z; 45",
        "second; UTC; 2024-05-17T13:45:10.123Z; 10",
        "millisecond; UTC; 2024-05-17T13:45:10.123Z; 123",
        "year; America/New_York; 2024-01-01T03:04:05.006Z; 2023",
        "quarter; America/New_York; 2024-01-01T03:04:05.006Z; 4",
        "month; America/New_York; 2024-01-01T03:04:05.006Z; 11",
        "week; America/New_York; 2024-01-01T03:04:05.006Z; 1",
        "dayOfYear; America/New_York; 2024-01-01T03:04:05.006Z; 365",
        "day; America/New_York; 2024-01-01T03:04:05.006Z; 31",
        "dayOfWeek; America/New_York; 2024-01-01T03:04:05.006Z; 0",
        "hour; America/New_York; 2024-01-01T03:04:05.006Z; 22",
        "minute; America/New_York; 2024-01-01T03:04:05.006Z; 4",
        "second; America/New_York; 2024-01-01T03:04:05.006Z; 5",
        "millisecond; America/New_York; 2024-01-01T03:04:05.006Z; 6",
        "year; Asia/Kolkata; 2023-12-31T20:00:00Z; 2024",
        "quarter; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "month; Asia/Kolkata; 2023-12-31T20:00:00Z; 0",
        "week; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "dayOfYear; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "day; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "dayOfWeek; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "hour; Asia/Kolkata; 2023-12-31T20:00:00Z; 1",
        "minute; Asia/Kolkata; 2023-12-31T20:00:00Z; 30",
        "second; Asia/Kolkata; 2023-12-31T20:00:00Z; 0",
        "millisecond; Asia/Kolkata; 2023-12-31T20:00:00Z; 0",
      })
  void partsAreTaken(String unit, String zone, String time, double expected) {
    assertEquals(Value.of(expected), result("getDatePart", unit, zone, time, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "year; 2023; UTC; 2024-02-29T12:00:00Z; 2023-02-28T12:00:00.000Z",
        "year; 1999.9; UTC; 2024-02-28T12:00:00Z; 1999-02-28T12:00:00.000Z",
        "quarter; 1; UTC; 2024-05-31T12:00:00Z; 2024-02-29T12:00:00.000Z",
        "quarter; 5; UTC; 2024-05-31T12:00:00Z; 2025-02-28T12:00:00.000Z",
        "quarter; 2.5; UTC; 2024-01-31T12:00:00Z; 2024-05-31T12:00:00.000Z",
        "month; 1; UTC; 2024-05-31T12:00:00Z; 2024-02-29T12:00:00.000Z",
        "month; 12; UTC; 2024-05-31T12:00:00Z; 2025-01-31T12:00:00.000Z",
        "month; -1; UTC; 2024-05-31T12:00:00Z; 2023-12-31T12:00:00.000Z",
        "week; 1; UTC; 2024-05-15T12:00:00Z; 2024-01-03T12:00:00.000Z",
        "dayOfYear; 60; UTC; 2024-05-15T12:00:00Z; 2024-02-29T12:00:00.000Z",
        "dayOfYear; 60; UTC; 2023-05-15T12:00:00Z; 2023-03-01T12:00:00.000Z",
        "day; 31; UTC; 2024-02-10T12:00:00Z; 2024-03-02T12:00:00.000Z",
        "day; 0; UTC; 2024-02-10T12:00:00Z; 2024-01-31T12:00:00.000Z",
        "dayOfWeek; 0; UTC; 2024-05-15T12:00:00Z; 2024-05-12T12:00:00.000Z",
        "dayOfWeek; -1.5; UTC; 2024-05-15T12:00:00Z; 2024-05-10T12:00:00.000Z",
        "dayOfWeek; 6; UTC; 2024-05-15T12:00:00Z; 2024-05-18T12:00:00.000Z",
        "hour; 3; America/New_York; 2024-03-10T05:00:00Z; 2024-03-10T07:00:00.000Z",
        "hour; 25; UTC; 2024-05-15T12:00:00Z; 2024-05-16T01:00:00.000Z",
        "minute; 90; UTC; 2024-05-15T12:00:00Z; 2024-05-15T13:30:00.000Z",
        "minute; 90; America/New_York; 2024-03-10T06:10:00Z; 2024-03-10T07:30:00.000Z",
        "second; -1; UTC; 2024-05-15T12:00:00Z; 2024-05-15T11:59:59.000Z",
        "millisecond; 1500; UTC; 2024-05-15T12:00:00Z; 2024-05-15T12:00:01.500Z",
      })
  void partsAreSetAndCarryOver(
      String unit, String number, String zone, String time, String expected) {
    String more = ", numberValue: '" + number + "'";
    assertDate(expected, result("setDatePart", unit, zone, time, more));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "year; America/New_York; 2024-08-17T03:45:10.123Z; 2024-01-01T05:00:00.000Z",
        "quarter; UTC; 2024-08-17T03:45:10.123Z; 2024-07-01T00:00:00.000Z",
        "quarter; UTC; 2024-12-31T23:45:10.123Z; 2024-10-01T00:00:00.000Z",
        "month; UTC; 2024-08-17T03:45:10.123Z; 2024-08-01T00:00:00.000Z",
        "week; UTC; 2024-08-17T03:45:10.123Z; 2024-08-11T00:00:00.000Z",
        "week; UTC; 2024-08-18T03:45:10.123Z; 2024-08-18T00:00:00.000Z",
        "day; America/New_York; 2024-08-17T03:45:10.123Z; 2024-08-16T04:00:00.000Z",
        "day; America/Sao_Paulo; 2018-11-04T12:00:00Z; 2018-11-04T03:00:00.000Z",
        "hour; Asia/Kolkata; 2024-08-17T03:45:10.123Z; 2024-08-17T03:30:00.000Z",
        "hour; America/New_York; 2024-11-03T06:30:00Z; 2024-11-03T06:00:00.000Z",
        "minute; UTC; 2024-08-17T03:45:10.123Z; 2024-08-17T03:45:00.000Z",
        "second; UTC; 2024-08-17T03:45:10.123Z; 2024-08-17T03:45:10.000Z",
        "millisecond; UTC; 2024-08-17T03:45:10.123Z; 2024-08-17T03:45:10.123Z",
      })
  void unitsBegin(String unit, String zone, String time, String expected) {
    assertDate(expected, result("startOfTime", unit, zone, time, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "year; UTC; 2024-02-28T00:00:00Z; 2020-02-29T00:00:00Z; 3",
        "year; UTC; 2024-02-29T00:00:00Z; 2020-02-29T00:00:00Z; 4",
        "quarter; UTC; 2024-07-01T00:00:00Z; 2024-01-01T00:00:00Z; 2",
        "month; UTC; 2024-03-31T00:00:00Z; 2024-02-29T00:00:00Z; 1",
        "month; UTC; 2024-02-29T00:00:00Z; 2024-03-31T00:00:00Z; -1",
        "month; UTC; 2024-03-30T23:59:59Z; 2024-01-31T00:00:00Z; 1",
        "month; UTC; 2024-01-31T00:00:00Z; 2024-06-15T00:00:00Z; -4",
        "month; UTC; 2023-03-01T00:00:00Z; 2023-01-31T12:00:00Z; 1",
        "month; UTC; 2023-01-31T12:00:00Z; 2023-03-01T00:00:00Z; -1",
        "week; UTC; 2024-01-22T00:00:00Z; 2024-01-01T00:00:01Z; 2",
        "day; UTC; 2024-01-15T00:00:00Z; 2024-01-10T00:00:00Z; 5",
        "day; UTC; 2024-01-15T23:59:59Z; 2024-01-15T00:00:00Z; 0",
        "day; America/New_York; 2024-03-11T04:00:00Z; 2024-03-10T05:00:00Z; 1",
        "hour; America/New_York; 2024-03-11T04:00:00Z; 2024-03-10T05:00:00Z; 23",
        "hour; UTC; 2024-01-10T00:00:00Z; 2024-01-15T12:30:00Z; -132",
        "minute; UTC; 2024-01-10T00:01:59Z; 2024-01-10T00:00:00Z; 1",
        "second; UTC; 2024-01-10T00:00:01.999Z; 2024-01-10T00:00:00Z; 1",
        "millisecond; UTC; 2024-01-10T00:00:01.999Z; 2024-01-10T00:00:00Z; 1999",
      })
  void differencesAreInWholeUnits(
      String unit, String zone, String time, String other, double expected) {
    Outcome outcome =
        node(
                "diff",
                ", sourcePath: 'data.t', diffDataPath: 'data.b', unit: '"
                    + unit
                    + "', timezone: '"
                    + zone
                    + "'")
            .press("{t: '" + time + "', b: '" + other + "'}")
            .succeeded();
    assertEquals(Value.of(expected), outcome.at("r"));
  }

  @Test
  void theOtherDateHasAFormatOfItsOwnAndIsNowIfNoneIsSet() {
    String more = ", sourcePath: 'data.t', unit: 'day'";
    assertEquals(
        Value.of(11),
        node("diff", more + ", diffDataPath: 'data.b', diffDataFormatString: '{{data.f}}'")
            .press("{t: '2024-01-15', b: '04/01/2024', f: 'DD/MM/YYYY'}")
            .at("r"));
    assertEquals(Value.of(-3), node("diff", more).press("{t: '2024-01-12T14:00:00Z'}").at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "YYYY-MM-DD HH:mm:ss; America/New_York; 2024-01-15T14:30:00Z; 2024-01-15 09:30:00",
        "dddd; America/New_York; 2024-01-15T02:00:00Z; Sunday",
        "''; UTC; 2024-01-15T14:30:00Z; 2024-01-15T14:30:00Z",
        "''; America/New_York; 2024-01-15T14:30:00Z; 2024-01-15T09:30:00-05:00",
        "x; UTC; 2024-01-15T14:30:00Z; 1705329000000",
        "Do MMMM YYYY [at] h:mm A z; Europe/Berlin; 2024-07-01T12:00:00Z; 1st July 2024 at 2:00 PM CEST",
        "LLLL; Asia/Kolkata; 2024-07-01T12:00:00Z; Monday, July 1, 2024 5:30 PM",
        "[Q]Q DDDD Wo; UTC; 2024-07-01T12:00:00Z; Q3 183 27th",
      })
  void datesAreWritten(String format, String zone, String time, String expected) {
    String more = ", resultFormatString: '" + format + "'";
    assertEquals(Value.of(expected), result("format", "day", zone, time, more));
    Outcome templates =
        node(
                "format",
                ", sourcePath: 'data.t', timezone: '{{data.z}}', resultFormatString: '{{data.f}}'")
            .press("{t: '" + time + "', z: '" + zone + "', f: '" + format + "'}");
    assertEquals(Value.of(expected), templates.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "add;         2025-01-15",
        "subtract;    2023-01-15",
        "setDatePart; 0001-01-15",
        "startOfTime; 2024-01-01",
      })
  void aMovedDateIsTextIfThereIsAFormat(String operation, String expected) {
    String more = ", numberValue: '1', resultFormatString: 'YYYY-MM-DD'";
    assertEquals(Value.of(expected), run(operation, more, "'2024-01-15T00:00:00Z'").at("r"));
  }

  @ParameterizedTest
  @CsvSource({"2024-02-10, 29", "2023-02-10, 28", "2024-04-30, 30", "2024-12-31, 31"})
  void monthsHaveDays(String time, double expected) {
    assertEquals(Value.of(expected), run("daysInMonth", "", "'" + time + "'").at("r"));
  }

  @Test
  void theZoneTellsTheMonth() {
    assertEquals(
        Value.of(29), result("daysInMonth", "day", "America/New_York", "2024-03-01T02:00:00Z", ""));
  }

  @Test
  void aDateIsTakenApart() {
    String time = "'2024-05-17T13:45:10.123Z'";
    assertEquals(Json.value("[2024, 4, 17, 13, 45, 10, 123]"), run("toArray", "", time).at("r"));
    ObjectValue expected =
        Json.object(
            "{years: 2024, months: 4, date: 17, hours: 13, minutes: 45, seconds: 10,"
                + " milliseconds: 123}");
    ObjectValue actual = (ObjectValue) run("toObject", "", time).at("r");
    assertEquals(expected, actual);
    assertEquals(expected.keys(), actual.keys());
    assertEquals(
        Json.value("[2024, 4, 17, 9, 45, 10, 123]"),
        result("toArray", "day", "America/New_York", "2024-05-17T13:45:10.123Z", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-08-17T03:45:10.999Z, 1723866310, 1723866310999",
    "1969-12-31T23:59:59.500Z, -1, -500",
    "1970-01-01T00:00:00.000Z, 0, 0"
  })
  void timestampsCountFrom1970(String time, double seconds, double millis) {
    String source = "'" + time + "'";
    assertEquals(Value.of(seconds), run("unixTimestampSeconds", "", source).at("r"));
    assertEquals(Value.of(millis), run("unixTimestampMilliseconds", "", source).at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'2024-01-15T14:30:00Z';                   2024-01-15T14:30:00Z",
        "'2024-01-15T14:30:00+02:00';              2024-01-15T12:30:00Z",
        "'2024-01-15T14:30:00';                    2024-01-15T14:30:00Z",
        "'2024-01-15';                             2024-01-15T00:00:00Z",
        "'Mon, 15 Jan 2024 14:30:00 +0100';        2024-01-15T13:30:00Z",
        "1705329000000;                            2024-01-15T14:30:00Z",
        "'1705329000000';                          2024-01-15T14:30:00Z",
        "1705329000000.9;                          2024-01-15T14:30:00Z",
        "[2024];                                   2024-01-01T00:00:00Z",
        "[2024, 4, 17, 13, 45, 10, 123];           2024-05-17T13:45:10.123Z",
        "{years: 2024, months: 4, milliseconds: 5}; 2024-05-01T00:00:00.005Z",
        "{years: 2024, date: '9', hours: 1, minutes: 2, seconds: 3}; 2024-01-09T01:02:03Z",
        "{year: 2024, month: 4, day: 9, hour: 1, minute: 2, second: 3, millisecond: 4};"
            + " 2024-05-09T01:02:03.004Z",
        "{y: 2024, M: 4, D: 9, h: 1, m: 2, s: 3, ms: 4}; 2024-05-09T01:02:03.004Z",
        "[300000];                                 ``",
        "[-271821, 3, 20];                         -271821-04-20T00:00:00Z",
        "[275760, 8, 13];                          +275760-09-13T00:00:00Z",
        "[275760, 8, 13, 0, 0, 0, 1];              ``",
        "[2024, 12];                               ``",
        "[2024, 1, 30];                            ``",
        "[2024, 0.5];                              ``",
        "[2024, 0, 1, 0, 0, 0, 1000];              ``",
        "[2024, 0, 1, 0, 0, 0, 99999];             ``",
        "[2000000000];                             ``",
        "[];                                       ``",
        "{};                                       ``",
        "'not a date';                             ``",
        "'2024-02-30';                             ``",
        "'2024-13-01T10:00:00Z';                   ``",
        "'2024-01-15T25:00';                       ``",
        "'2024-01-15T24:00';                       2024-01-16T00:00:00Z",
        "'';                                       ``",
        "'  ';                                     ``",
        "null;                                     ``",
        "true;                                     ``",
        "8640000000000001;                         ``",
      })
  void sourcesAreReadAsMomentReadsThem(String source, String expected) {
    Value actual = run("startOfTime", ", unit: 'millisecond'", source).at("r");
    if (expected.isEmpty()) {
      assertEquals(DateValue.INVALID, actual);
    } else {
      assertDate(expected, actual);
    }
  }

  @Test
  void aDateStaysOneAndNeedsNoFormat() {
    Value date = Value.of(Instant.parse("2024-01-31T10:00:00Z"));
    Outcome outcome =
        node("add", ", sourcePath: 'data.t', sourceFormatString: 'DD', numberValue: '1'")
            .press(ObjectValue.of("t", date));
    assertDate("2025-01-31T10:00:00Z", outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'15/01/2024';              DD/MM/YYYY;        2024-01-15T00:00:00Z",
        "'01-15-2024 2:30 pm';      MM-DD-YYYY h:mm a; 2024-01-15T14:30:00Z",
        "'1705329000';              X;                 2024-01-15T14:30:00Z",
        "1705329000;                X;                 2024-01-15T14:30:00Z",
        "1705329000123;             x;                 2024-01-15T14:30:00.123Z",
        "'2024-01-15 10:00 +02:00'; YYYY-MM-DD HH:mm Z; 2024-01-15T08:00:00Z",
        "'16:05';                   HH:mm;             2024-01-15T16:05:00Z",
        "'31/02/2024';              DD/MM/YYYY;        ``",
        "'nope';                    YYYY;              ``",
      })
  void textIsReadInAFormat(String source, String format, String expected) {
    for (String given : new String[] {format, "{{data.f}}"}) {
      Outcome outcome =
          node(
                  "startOfTime",
                  ", unit: 'millisecond', sourcePath: 'data.t', timezone: 'Asia/Tokyo',"
                      + " sourceFormatString: '"
                      + given
                      + "'")
              .press("{t: " + source + ", f: '" + format + "'}")
              .succeeded();
      if (expected.isEmpty()) {
        assertEquals(DateValue.INVALID, outcome.at("r"));
      } else {
        assertDate(expected, outcome.at("r"));
      }
    }
  }

  @Test
  void withoutASourceItIsTheEnginesTime() {
    Outcome outcome = node("unixTimestampMilliseconds", "").press("{}");
    assertEquals(Value.of(TestEngine.NOW.toEpochMilli()), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "add;                         Invalid Date",
        "setDatePart;                 Invalid Date",
        "startOfTime;                 Invalid Date",
        "format;                      Invalid date",
        "getDatePart;                 NaN",
        "daysInMonth;                 NaN",
        "diff;                        NaN",
        "unixTimestampSeconds;        NaN",
        "unixTimestampMilliseconds;   NaN",
        "toArray;                     'NaN,NaN,NaN,NaN,NaN,NaN,NaN'",
      })
  void whatIsNoDateFailsNoRun(String operation, String expected) {
    for (String source : new String[] {"'nope'", "null"}) {
      assertEquals(expected, run(operation, ", numberValue: '1'", source).at("r").toText());
    }
    assertEquals(expected, run(operation, ", numberValue: '1'", "[]").at("r").toText());
  }

  @Test
  void aDifferenceToWhatIsNoDateIsNoNumber() {
    Outcome outcome = node("diff", ", diffDataPath: 'data.nothing'").press("{}").succeeded();
    assertEquals(Value.of(Double.NaN), outcome.at("r"));
    assertEquals(
        Value.of("Invalid date"),
        run("add", ", numberValue: '1', resultFormatString: 'YYYY'", "'x'").at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "add; year;         300000",
        "add; year;         1e300",
        "add; month;        1e7",
        "add; month;        1.1e7",
        "add; quarter;      -1e9",
        "add; week;         1e9",
        "add; day;          1e9",
        "add; day;          1.1e9",
        "add; hour;         1e15",
        "add; minute;       1e15",
        "add; second;       1e300",
        "add; millisecond;  9e15",
        "add; millisecond;  2.1e16",
        "setDatePart; year; 1e9",
        "setDatePart; year; 1e10",
        "setDatePart; year; -999999999",
        "setDatePart; month; 1e9",
        "setDatePart; week; 1e9",
        "setDatePart; hour; 1e12",
        "setDatePart; dayOfYear; -1e12",
      })
  void beyondAllDatesIsTheInvalidDate(String operation, String unit, String number) {
    String more = ", numberValue: '" + number + "', unit: '" + unit + "'";
    assertEquals(DateValue.INVALID, run(operation, more, "'2024-01-15'").at("r"));
  }

  @Test
  void theLastDateCanBeReached() {
    assertDate(
        LIMIT, run("add", ", numberValue: '1', unit: 'millisecond'", "8639999999999999").at("r"));
    assertEquals(
        DateValue.INVALID,
        run("add", ", numberValue: '2', unit: 'millisecond'", "8639999999999999").at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "subtract", "setDatePart"})
  void theNumberMustBeOne(String operation) {
    NodeRun node = node(operation, ", numberValue: '{{data.n}}', timezone: ''");
    for (String number : new String[] {"'x'", "''", "null", "'Infinity'"}) {
      Outcome outcome = node.press("{n: " + number + "}");
      assertEquals("ValidationError", outcome.error().name(), number);
    }
    for (String number : new String[] {"", "x", "NaN", "Infinity"}) {
      assertEquals(
          "config.numberValue",
          node(operation, ", numberValue: '" + number + "'").refusal().field());
    }
  }

  @Test
  void theZoneMustBeOne() {
    Outcome outcome = node("format", ", timezone: '{{data.z}}'").press("{z: 'Mars/Olympus'}");
    assertEquals("ValidationError", outcome.error().name());
    assertEquals(
        "timezone must be a time zone such as America/New_York, not \"Mars/Olympus\"",
        outcome.error().message());
    assertEquals("config.timezone", node("format", ", timezone: 'Mars'").refusal().field());
    assertEquals(
        Value.of("2024-01-15T14:30:00Z"), node("format", ", timezone: ' '").press("{}").at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{operation: 'guess', resultPath: 'r'};             operation",
        "{operation: 'format'};                             resultPath",
        "{operation: 'getDatePart', unit: 'fortnight', resultPath: 'r'}; unit",
        "{operation: 'format', sourcePath: 'a..b', resultPath: 'r'};     sourcePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("DateTimeNode").config(config).refusal().field());
  }
}
