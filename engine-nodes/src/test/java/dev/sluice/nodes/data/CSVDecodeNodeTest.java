package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results in the tables are those of csv-parse 7. */
class CSVDecodeNodeTest {
  private static final String PATHS = "source: 'data.csv', destination: 'r'";

  /** Text as tables write it: ~ is a new line, ^ a carriage return, ` a double quote. */
  private static String text(String shown) {
    return shown.replace('~', '\n').replace('^', '\r').replace('`', '"');
  }

  private static Outcome decode(String config, String csv) {
    return NodeRun.of("CSVDecodeNode")
        .config("{" + PATHS + config + "}")
        .press(ObjectValue.of("csv", Value.of(text(csv))))
        .succeeded();
  }

  private static String error(Outcome outcome) {
    return outcome.at("r.error.message").toText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "Food,Drink~Burger,Soda~Taco,Water~; [{Food: 'Burger', Drink: 'Soda'}, {Food: 'Taco', Drink: 'Water'}]",
        "a,b~1,2;                   [{a: '1', b: '2'}]",
        "a,b~;                      []",
        "a,b;                       []",
        "||;                        []",
        "~;                         []",
        "a~~x~;                     [{a: ''}, {a: 'x'}]",
        "a~x~~;                     [{a: 'x'}, {a: ''}]",
        "a,b~,~;                    [{a: '', b: ''}]",
        "a,b~1,;                    [{a: '1', b: ''}]",
        "a,b~ 1 , 2 ~;              [{a: ' 1 ', b: ' 2 '}]",
        "a,b~`x,y`,`q``q`~;         [{a: 'x,y', b: 'q\"q'}]",
        "a,b~`x~y`,2~;              [{a: 'x\\ny', b: '2'}]",
        "a~``~;                     [{a: ''}]",
        "a~``;                      [{a: ''}]",
        "a~````~;                   [{a: '\"'}]",
        "`a`,`b,c`~1,2~;            [{a: '1', 'b,c': '2'}]",
        "a,a~1,2~;                  [{a: '2'}]",
        ",b~1,2~;                   [{'': '1', b: '2'}]",
        "a,b^~1,2^~;                [{a: '1', 'b\\r': '2\\r'}]",
        "2,1~x,y~;                  [{1: 'y', 2: 'x'}]",
        "a~é✓😀~;                   [{a: 'é✓😀'}]",
      })
  void recordsBecomeObjects(String csv, String expected) {
    assertEquals(Json.value(expected), decode("", csv).at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "delimiterTemplate: '\\t';           a\tb~1\t2~;        [{a: '1', b: '2'}]",
        "delimiterTemplate: '::';            a::b~1:::2~;       [{a: '1', b: ':2'}]",
        "delimiterTemplate: '.';             a.b~1,5.2~;        [{a: '1,5', b: '2'}]",
        "recordDelimiterTemplate: '\\r\\n';  a,b^~1~,2^~;       [{a: '1\\n', b: '2'}]",
        "recordDelimiterTemplate: 'x';       a,bx1,2;           [{a: '1', b: '2'}]",
        "recordDelimiterTemplate: '\\n';     a~1;               [{a: '1'}]",
        "quoteCharTemplate: '\\'';           a,b~'x,y',`2`~;    [{a: 'x,y', b: '\"2\"'}]",
        "quoteCharTemplate: '\\'';           a~'say `hi` x'~; [{a: 'say hi x'}]",
        "quoteCharTemplate: '\\'';           a~'it`'s'~;        [{a: 'it\\'s'}]",
        "quoteCharTemplate: '\\'', escapeCharTemplate: '\\''; a~'it''s'~; [{a: 'it\\'s'}]",
        "escapeCharTemplate: '/';            a~`x/`y/z//`~;     [{a: 'x\"yz/'}]",
        "escapeCharTemplate: '/';            a~x/`~;            !",
        "escapeCharTemplate: '/';            a~x/y~;            [{a: 'x/y'}]",
        "escapeCharTemplate: '/';            a~`x/;             !",
        "quoteCharTemplate: '((';            a~((x,(y((~;       [{a: 'x,(y'}]",
        "quoteCharTemplate: '((', escapeCharTemplate: '))'; a~((x))((y((~; [{a: 'x((y'}]",
      })
  void everyCharacterCanBeAnother(String config, String csv, String expected) {
    Outcome outcome = decode(", " + config, csv);
    if (expected.equals("!")) {
      assertEquals(Value.undefined(), outcome.at("r[0]"));
      assertEquals(true, outcome.at("r.error.message").isTruthy());
    } else {
      assertEquals(Json.value(expected), outcome.at("r"));
    }
  }

  @Test
  void theCharactersMayComeFromThePayload() {
    Outcome outcome =
        NodeRun.of("CSVDecodeNode")
            .config(
                "{"
                    + PATHS
                    + ", delimiterTemplate: '{{data.d}}', recordDelimiterTemplate: '{{data.r}}',"
                    + " quoteCharTemplate: '{{data.q}}', escapeCharTemplate: '{{data.e}}'}")
            .press("{csv: 'a;b|<x;y<;<&<&&<', d: ';', r: '|', q: '<', e: '&'}")
            .succeeded();
    assertEquals(Json.value("[{a: 'x;y', b: '<&'}]"), outcome.at("r"));
    outcome =
        NodeRun.of("CSVDecodeNode")
            .config(
                "{"
                    + PATHS
                    + ", quoteCharTemplate: '{{data.q}}', delimiterTemplate: '{{data.no}}'}")
            .press("{csv: 'a,b\\n<x,y<,2', q: '<'}");
    assertEquals(Json.value("[{a: 'x,y', b: '2'}]"), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "a,b~1~;        Record 1: expected 2 fields, as the header has, found 1",
        "a~1~2~1,2~;    Record 3: expected 1 fields, as the header has, found 2",
        "a,b~1,2~~;     Record 2: expected 2 fields, as the header has, found 1",
        "a~x`y`~;       |Line 2: a quote in a field that does not begin with one, after `x`|",
        "a~1~`x~y` ,~;  |Line 4: expected a delimiter behind a closing quote, found ` `|",
        "a~`x`y`~;      |Line 2: expected a delimiter behind a closing quote, found `y`|",
        "a~1~`x~y~;     Line 3: the quote is not closed",
        "a~`x`😀~;       |Line 2: expected a delimiter behind a closing quote, found `😀`|",
      })
  void whatIsNoCsvGivesAnError(String csv, String message) {
    Outcome outcome = decode("", csv);
    assertEquals(text(message), error(outcome));
    assertEquals(List.of("error"), ((ObjectValue) outcome.at("r")).keys());
  }

  @Test
  void aLongFieldIsNotShownWhole() {
    assertEquals(
        "Line 2: a quote in a field that does not begin with one, after \"" + "x".repeat(20) + "\"",
        error(decode("", "a~" + "x".repeat(30) + "`y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{}", "{csv: 5}", "{csv: null}", "{csv: ['a']}"})
  void whatIsNoTextGivesAnError(String data) {
    Outcome outcome = NodeRun.of("CSVDecodeNode").config("{" + PATHS + "}").press(data).succeeded();
    assertEquals("The value at data.csv is not text", error(outcome));
  }

  @Test
  void theByteOrderMarkIsStrippedIfAskedFor() {
    String csv = "\uFEFFa~1~";
    assertEquals(Json.value("[{a: '1'}]"), decode(", stripBom: true", csv).at("r"));
    assertEquals(
        ArrayValue.of(ObjectValue.of("\uFEFFa", Value.of("1"))),
        decode(", stripBom: false", csv).at("r"));
    assertEquals(ArrayValue.of(ObjectValue.of("\uFEFFa", Value.of("1"))), decode("", csv).at("r"));
    assertEquals(Json.value("[{a: '1'}]"), decode(", stripBom: true", "a~1~").at("r"));
    assertEquals(Json.value("[]"), decode(", stripBom: true", "").at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{destination: 'r'};                                      source",
        "{source: 'a'};                                           destination",
        "{source: 'a', destination: 'r', stripBom: 'often'};      stripBom",
        "{source: 'a', destination: 'r', delimiterTemplate: '{{'}; delimiterTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("CSVDecodeNode").config(config).refusal().field());
  }
}
