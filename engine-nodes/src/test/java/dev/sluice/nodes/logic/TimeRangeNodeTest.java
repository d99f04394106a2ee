package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeNodeTest {
  private static NodeRun node(String start, String end, String zone, String more) {
    return NodeRun.of("TimeRangeNode")
        .config(
            "{startTimeTemplate: '"
                + start
                + "', endTimeTemplate: '"
                + end
                + "', timeZoneTemplate: '"
                + zone
                + "', branchPath: 'b'"
                + more
                + "}")
        .outputs(2);
  }

  private static void assertWithin(boolean expected, Outcome outcome) {
    assertEquals(expected ? 1 : 0, outcome.succeeded().output());
    assertEquals(Value.of(expected), outcome.at("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "09:00; 17:00; 08:59:59.999; false",
        "09:00; 17:00; 09:00:00;     true",
        "09:00; 17:00; 16:59:59.999; true",
        "09:00; 17:00; 17:00:00;     false",
        "22:00; 06:00; 21:59:59;     false",
        "22:00; 06:00; 22:00:00;     true",
        "22:00; 06:00; 00:00:00;     true",
        "22:00; 06:00; 05:59:59;     true",
        "22:00; 06:00; 06:00:00;     false",
        "'';    '';    00:00:00;     true",
        "'';    '';    23:59:59;     true",
        "08:00; 08:00; 07:00:00;     true",
        "'';    06:00; 05:00:00;     true",
        "'';    06:00; 07:00:00;     false",
        "20:00; '';    23:59:59;     true",
        "20:00; 24:00; 23:59:59;     true",
        "20:00; '';    00:00:00;     false",
        "9:00;  17:00; 09:00:00;     true",
      })
  void theStartIsWithinAndTheEndIsNot(String start, String end, String time, boolean expected) {
    assertWithin(
        expected,
        node(start, end, "UTC", ", sourcePath: 'data.t'").press("{t: '2024-01-15T" + time + "Z'}"));
    assertWithin(
        expected,
        node("{{data.s}}", "{{data.e}}", "{{data.z}}", ", sourcePath: 'data.t'")
            .press(
                "{t: '2024-01-15T" + time + "Z', s: '" + start + "', e: '" + end + "', z: 'UTC'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "America/New_York; 2024-01-15T13:30:00Z; false",
        "America/New_York; 2024-01-15T14:00:00Z; true",
        "America/New_York; 2024-07-15T13:30:00Z; true",
        "america/new_york; 2024-07-15T13:30:00Z; true",
        "Asia/Kolkata;     2024-01-15T03:30:00Z; true",
        "Asia/Kolkata;     2024-01-15T03:29:00Z; false",
        "EST;              2024-07-15T14:00:00Z; true",
        "'';               2024-07-15T09:00:00Z; true",
      })
  void theTimeIsTheOneInTheZone(String zone, String time, boolean expected) {
    assertWithin(
        expected,
        node("09:00", "17:00", zone, ", sourcePath: 'data.t'").press("{t: '" + time + "'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // A Monday in UTC, still Sunday in New York.
        "[false, true, true, true, true, true, false]; UTC;              true",
        "[false, true, true, true, true, true, false]; America/New_York; false",
        "[true, false, false, false, false, false, false]; UTC;          false",
        "[true, false, false, false, false, false, false]; America/New_York; true",
        "[true]; America/New_York; true",
        "[]; UTC; true",
      })
  void theDayIsTheOneInTheZone(String days, String zone, boolean expected) {
    assertWithin(
        expected,
        node("", "", zone, ", sourcePath: 'data.t', daysType: 'array', days: " + days)
            .press("{t: '2024-01-15T02:00:00Z'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[false, true, false, false, false, false, false]; true",
        "[true, false, true, true, true, true, true];      false",
        "[1];            true",
        "[0, 2, 7, 1.5]; false",
        "[];             false",
        "'Monday';       false",
        "null;           false",
      })
  void daysOfThePayloadAreFlagsOrNumbers(String days, boolean expected) {
    assertWithin(
        expected,
        node("", "", "UTC", ", sourcePath: 'data.t', daysType: 'path', daysPath: 'data.d'")
            .press("{t: '2024-01-15T12:00:00Z', d: " + days + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "1705327200000;                       true",
        "'2024-01-15T14:00:00.000Z';          true",
        "'2024-01-15T14:00Z';                 true",
        "'2024-01-15T14:00:00';               true",
        "'2024-01-15 14:00';                  true",
        "'2024-01-15T09:00:00-05:00';         true",
        "'2024-01-15T09:00:00-0500';          true",
        "'2024-01-15';                        false",
        "'Mon, 15 Jan 2024 14:00:00 GMT';     true",
        "'Mon, 15 Jan 2024 14:00:00 +0500';   false",
        "'soon';                              false",
        "'2024-02-31T14:00:00Z';              false",
        "null;                                false",
        "{};                                  false",
        "1e300;                               false",
      })
  void theTimeIsReadInWhateverFormItHas(String time, boolean expected) {
    NodeRun node = node("13:00", "15:00", "UTC", ", sourcePath: 'data.t'");
    assertWithin(expected, node.press("{t: " + time + "}"));
  }

  @Test
  void aDateIsATime() {
    Value data = ObjectValue.of("t", Value.of(Instant.parse("2024-01-15T14:00:00Z")));
    assertWithin(true, node("13:00", "15:00", "UTC", ", sourcePath: 'data.t'").press(data));
  }

  @Test
  void withoutASourceItIsTheTimeOfThePayload() {
    assertWithin(true, node("14:30", "14:31", "UTC", ", sourcePath: ''").press("{}"));
    assertWithin(false, node("14:31", "14:30", "UTC", "").press("{}"));
  }

  @Test
  void withoutATimeOnThePayloadItIsThatOfTheClock() {
    TestFlow flow =
        TestFlow.withButton("flow", "m")
            .node("m", "MutateNode", "{rules: [{type: 'remove', source: 'time'}]}", "n1")
            .node(
                "n1",
                "TimeRangeNode",
                "{startTimeTemplate: '14:30', endTimeTemplate: '14:31', timeZoneTemplate: 'UTC'}",
                "",
                "");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      assertEquals(1, engine.press("flow", "{}").succeeded().output());
    }
  }

  @ParameterizedTest
  @CsvSource({"[0], 14, true", "[0], 15, false", "[6], 13, true", "[6], 14, false"})
  void theWeekBeginsOnSunday(String days, int dayOfJanuary, boolean expected) {
    assertWithin(
        expected,
        node("", "", "UTC", ", sourcePath: 'data.t', daysType: 'path', daysPath: 'data.d'")
            .press("{t: '2024-01-" + dayOfJanuary + "T12:00:00Z', d: " + days + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{s: 'x', z: 'UTC'}", "{s: '25:00', z: 'UTC'}", "{z: 'Mars/Phobos'}"})
  void whatCannotBeReadFailsTheRun(String data) {
    assertEquals(
        "ValidationError",
        node("{{data.s}}", "", "{{data.z}}", "").press(Json.value(data)).error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "noon;  '';    UTC;  '';                         startTimeTemplate",
        "9;     '';    UTC;  '';                         startTimeTemplate",
        "09:5;  '';    UTC;  '';                         startTimeTemplate",
        "'';    24:01; UTC;  '';                         endTimeTemplate",
        "'';    12:60; UTC;  '';                         endTimeTemplate",
        "'';    -1:00; UTC;  '';                         endTimeTemplate",
        "'';    '';    Mars; '';                         timeZoneTemplate",
        "'';    '';    UTC;  ', daysType: ''path''';     daysPath",
        "'';    '';    UTC;  ', days: [1]';              days[0]",
      })
  void aWrongConfigurationIsRefused(
      String start, String end, String zone, String more, String field) {
    assertEquals("config." + field, node(start, end, zone, more).refusal().field());
  }
}
