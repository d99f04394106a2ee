package dev.sluice.core.language.template.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.core.language.template.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each family of helpers, with ordinary values and with values of the wrong kind. */
final class HelpersTest {
  private static final String PAYLOAD =
      """
      {"s": "Hello wOrld", "num": 1234.5, "neg": -2, "n": null, "arr": [3, "1", 2], "e": "",
       "o": {"b": 1, "a": [1, {"c": 2}]}, "list": [{"key": "k", "value": 5}, null, {"id": "z", "v": 6}],
       "time": 1705329000000, "points": ["0,0", "0,10", "10,10", "10,0"],
       "tree": {"children": [{"type": "element", "name": "p", "attributes": {"c": "\\"1\\""},
         "children": [{"type": "text", "value": "a<b"}, {"type": "element", "name": "br"}]}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{add num 1}} {{subtract 1 neg}} {{multiply '3' 4}} {{divide 1 0}} {{add n 1}} {{add o 1}} | 1235.5 3 12 Infinity 1 NaN",
        "{{ceil 1.2}} {{floor neg}} {{max 1 5 3}} {{min 1 -5}} {{scaleLinear 0 10 0 100 5}} | 2 -2 5 -5 50",
      })
  void computes(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{upper s}} {{lower s}} {{titleCase s}} [{{trim ' x '}}][{{upper nothing}}] | HELLO WORLD hello world Hello World [x][]",
        "{{substring s 1 3}} {{substring s 6}} {{substring s 3 1}} {{substring s -5 2}} | el wOrld el He",
        "{{length s}} {{length arr}} {{length o}} [{{length 5}}] | 11 3 2 []",
        "{{defaultTo n 'x'}} {{defaultTo e 'y'}} {{defaultTo 0 'z'}} | x y 0",
        "{{typeof s}} {{typeof n}} {{typeof arr}} {{typeof o}} {{typeof nothing}} {{typeof true}} | string null array object undefined boolean",
      })
  void changesText(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{eq 1 '1'}} {{ne 1 2}} {{lt 'a' 'b'}} {{lte 2 2}} {{gt nothing 1}} {{gte '10' 9}} | false true true true false true",
        "{{includes arr '1'}} {{includes arr 1}} {{includes s 'wO'}} {{includes n 1}} | true false true false",
        "{{match s '^h'}} {{match s '(?:o\\s)w'}} {{match s '[^a-z ]'}} {{match nothing 'u'}} | false true true false",
        "{{#match s 'wO.ld$'}}y{{else}}n{{/match}}{{#includes arr 2}}y{{/includes}} | yy",
        "{{#match s e}}all{{/match}}{{match 'a.b' 'a\\.b'}}{{match 'axb' 'a\\.b'}} | alltruefalse",
      })
  void compares(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{{encodeURI 'a b/ü'}}} {{{encodeURIComponent 'a b/ü'}}} | a%20b/%C3%BC a%20b%2F%C3%BC",
        "{{decodeURI 'a%20%2F'}} {{decodeURIComponent 'a%20%2F'}} | a %2F a /",
        "{{{encodeBase64 'ü?'}}} {{decodeBase64 'w7w_'}} {{decodeBase64 'aGk='}} | w7w/ ü? hi",
        "{{{encodeBase64 'a\ud800b'}}} {{{queryStringEncode (obj k='\ud800')}}} | Ye+/vWI= k=%EF%BF%BD",
        "{{{queryStringEncode o}}} [{{queryStringEncode 5}}] | b=1&a=1&a= []",
        "{{jsonEncode o}} [{{jsonEncode nothing}}] {{jsonEncode '<'}} | {\"b\":1,\"a\":[1,{\"c\":2}]} [] \"<\"",
        "{{#with (jsonDecode '{\"q\":1}')}}{{q}}{{/with}} {{typeof (jsonDecode 'x')}} | 1 undefined",
      })
  void encodes(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @Test
  void indentsJson() {
    assertEquals(
        "{\n  \"b\": 1,\n  \"a\": [\n    1,\n    {\n      \"c\": 2\n    }\n  ]\n}",
        Rendered.of("{{jsonEncode o 2}}", PAYLOAD));
    assertEquals("[] {}", Rendered.of("{{jsonEncode (array) ' '}} {{jsonEncode (obj) ' '}}", "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{jsonEncode (obj x=1 y='2')}} {{jsonEncode (array 1 n)}} | {\"y\":\"2\",\"x\":1} [1,null]",
        "{{jsonEncode (merge o (obj b=2) 5)}} | {\"b\":2,\"a\":[1,{\"c\":2}]}",
        "{{last arr}} {{last s}} [{{last o}}] {{join arr '-'}} {{join arr}} | 2 d [] 3-1-2 3,1,2",
        "{{valueByKey list 'k'}} {{valueByKey list 'z' 'id' 'v'}} [{{valueByKey list 'no'}}] | 5 6 []",
        "{{indexByKey list 'z' 'id'}} {{indexByKey list 'no'}} {{indexByKey 5 'k'}} | 2 -1 -1",
      })
  void collects(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{format num ',.1f'}} {{format num}} {{format s '.2f'}} [{{format n '.2f'}}] | 1,234.5 1,234.5 Hello wOrld []",
        "{{formatDate time 'YYYY-MM-DD HH:mm'}} {{formatDate time 'HH:mm' tz='Asia/Kolkata'}} | 2024-01-15 14:30 20:00",
        "{{formatDate 'no date' 'YYYY'}} {{formatDate n 'YYYY'}} | Invalid date Invalid date",
        "{{formatDateRelative 1705328940000}} {{formatDateRelative time 1705328940000}} | a minute ago in a minute",
        "{{currentDateTime 'YYYY-MM-DD'}} {{currentDateTime 'HH:mm' tz='America/New_York'}} | 2024-01-15 09:30",
      })
  void formats(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{gpsDistance '0,0' '0,0'}} [{{gpsDistance '0,0' 'x'}}] | 0 []",
        "{{gpsIsPointInside '5,5' points}} {{gpsIsPointInside '5,15' points}} | true false",
        "{{formatGps '10.50, -20'}} {{{formatGps '1°30\\'0\"N,2°0\\'0\"W'}}} | 10.5,-20 1.5,-2",
        "{{formatGps '$GPGGA,123519,4830.000,N,01115.000,W,1,08,0.9,545.4,M,46.9,M,,*47'}} | 48.5,-11.25",
      })
  void locates(String template, String expected) {
    assertEquals(expected, Rendered.of(template, PAYLOAD));
  }

  @Test
  void writesMarkupAndKeepsDataFromAddingAny() {
    assertEquals(
        "<p c=\"&quot;1&quot;\">a&lt;b<br/></p>", Rendered.of("{{{toHtml tree}}}", PAYLOAD));
    assertThrows(
        EvaluationException.class,
        () -> Rendered.of("{{toHtml (obj type='element' name='a onclick=x')}}", PAYLOAD));
  }

  @Test
  void rendersTemplatesThatCameUpLate() {
    assertEquals("1-2", Rendered.of("{{template '{{b}}-{{a.[1].c}}' o}}", PAYLOAD));
    assertThrows(EvaluationException.class, () -> Rendered.of("{{template '{{'}}", PAYLOAD));
  }

  @Test
  void linksToDashboards() {
    assertEquals(
        "https://app.losant.com/dashboards/abc?ctx[d]=a%20b",
        Rendered.of("{{{dashboardUrl 'abc' ctx=(obj d='a b')}}}", PAYLOAD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(x|xx)*y", "(.*)*z"})
  void matchesInLinearTime(String expression) {
    String json = "{\"v\": \"" + "a".repeat(50_000) + "!\"}";
    assertEquals("false", Rendered.of("{{match v '" + expression + "'}}", json));
  }

  @Test
  void doesNotCarryOverADayThatIsoTextSaysAndNoCalendarHas() {
    assertEquals(
        "Invalid date Invalid date Invalid date",
        Rendered.of(
            "{{formatDate '2016-02-30'}} {{formatDate '201672'}} {{formatDate '2016-13-01'}}",
            PAYLOAD));
  }

  @Test
  void writesTheSmallestNumberWithTheFewestDigits() {
    assertEquals("0." + "0".repeat(299) + "5y", Rendered.of("{{format v 's'}}", "{\"v\": 5e-324}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 28 Sep 2016 10:00:00 +0000 | 2016-09-28 10:00",
        "1 Mar 2024 10:00 EST            | 2024-03-01 15:00",
        "Tue, 28 Sep 2016 10:00:00 +0000 | Invalid date",
        "30 Feb 2024 10:00:00 GMT        | Invalid date",
        "1 Mar 2024 25:00:00 GMT         | Invalid date",
        "31 Dec 1999 24:00 GMT           | Invalid date",
      })
  void readsDatesOfMailAsTheCalendarHasThem(String date, String read) {
    assertEquals(read, Rendered.of("{{formatDate '" + date + "' 'YYYY-MM-DD HH:mm'}}", PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource({
    "EST, 09:30",
    "Hst, 04:30",
    "america/NEW_YORK, 09:30",
    "Etc/GMT+5, 09:30",
    "PST, 14:30",
    "+02:00, 14:30",
    "UTC+2, 14:30",
    "Nowhere, 14:30",
  })
  void knowsTimeZonesByNameOnly(String zone, String time) {
    assertEquals(time, Rendered.of("{{formatDate time 'HH:mm' tz='" + zone + "'}}", PAYLOAD));
  }
}
