package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results in the tables are those of csv-stringify 6. */
class CSVEncodeNodeTest {
  private static final String PATHS = "source: 'data.rows', destination: 'r'";

  /** Text as tables write it: ~ is a new line, ^ a carriage return, ` a double quote. */
  private static String text(String shown) {
    return shown.replace('~', '\n').replace('^', '\r').replace('`', '"');
  }

  private static Outcome encode(String config, String data) {
    return NodeRun.of("CSVEncodeNode").config("{" + PATHS + config + "}").press(data).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "[{Food: 'Burger', Drink: 'Soda'}, {Food: 'Taco', Drink: 'Water'}]; Food,Drink~Burger,Soda~Taco,Water~",
        "[{a: 1, b: 2.5}];                 a,b~1,2.5~",
        "[{a: 1}, {a: 2, b: 3}];           a~1~2~",
        "[{a: 1, b: 2}, {b: 3}];           a,b~1,2~,3~",
        "[{a: 'x'}, {}];                   a~x~~",
        "[{}];                             ~~",
        "[{a: 'x,y', b: 'q\"q'}];          a,b~`x,y`,`q``q`~",
        "[{a: 'l1\\nl2', b: ''}];          a,b~`l1~l2`,~",
        "[{a: 'a\\rb'}];                   a~a^b~",
        "[{a: ' lead', b: 'trail '}];      a,b~ lead,trail ~",
        "[{a: true, b: false}];            a,b~1,~",
        "[{a: null, b: 0}];                a,b~,0~",
        "[{a: 1e21, b: -0.5}];             a,b~1e+21,-0.5~",
        "[{a: {x: [1]}, b: [1, 'z']}];     a,b~`{``x``:[1]}`,`[1,``z``]`~",
        "[{'a,b': 1, 'c\"d': 2}];          `a,b`,`c``d`~1,2~",
        "[{a: 1}, [5, 6]];                 a~1~5~",
        "[{a: 1, b: 2}, [5]];              a,b~1,2~5~",
        "[];                               ||",
      })
  void objectsBecomeRecordsUnderTheKeysOfTheFirst(String rows, String expected) {
    for (String config : new String[] {"", ", headerTemplateType: 'objectKeys'"}) {
      assertEquals(Value.of(text(expected)), encode(config, "{rows: " + rows + "}").at("r"));
    }
  }

  @Test
  void datesAreMilliseconds() {
    Value row =
        ObjectValue.builder()
            .put("a", Value.of(Instant.ofEpochMilli(1705329000000L)))
            .put("b", DateValue.INVALID)
            .put("c", Value.undefined())
            .build();
    Outcome outcome =
        NodeRun.of("CSVEncodeNode")
            .config("{" + PATHS + "}")
            .press(ObjectValue.of("rows", ArrayValue.of(row)));
    assertEquals(Value.of("a,b,c\n1705329000000,NaN,\n"), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "delimiterTemplate: '\\t';          [{a: 'x\\ty', b: 'x,y'}];     a\tb~`x\ty`\tx,y~",
        "delimiterTemplate: '::';           [{a: 'x:', b: 'y'}];          a::b~`x:`::y~",
        "delimiterTemplate: '::';           [{a: ':x', b: 'y::z'}];       a::b~:x::`y::z`~",
        "recordDelimiterTemplate: '\\r\\n'; [{a: 'x\\ny', b: 'x\\r\\ny'}]; a,b^~x~y,`x^~y`^~",
        "recordDelimiterTemplate: '\\r\\n'; [{a: 'x\\r', b: 1}];          a,b^~x^,1^~",
        "quoteCharTemplate: '\\'';          [{a: 'it\\'s', b: '\"'}];     a,b~'it`'s',`~",
        "quoteCharTemplate: '\\'';          [{a: '\",'}];                 a~'``,'~",
        "escapeCharTemplate: '/';           [{a: '\"/\"', b: '/', c: '/,'}]; a,b,c~`/`///``,/,`//,`~",
        "quoteCharTemplate: '', escapeCharTemplate: '', delimiterTemplate: ''; [{a: '\"'}]; a~````~",
      })
  void everyCharacterCanBeAnother(String config, String rows, String expected) {
    assertEquals(Value.of(text(expected)), encode(", " + config, "{rows: " + rows + "}").at("r"));
  }

  @Test
  void theCharactersMayComeFromThePayload() {
    Outcome outcome =
        encode(
            ", delimiterTemplate: '{{data.d}}', recordDelimiterTemplate: '{{data.r}}',"
                + " quoteCharTemplate: '{{data.q}}', escapeCharTemplate: '{{data.e}}'",
            "{rows: [{a: '<&', b: 1}], d: ';', r: '|', q: '<', e: '&'}");
    assertEquals(Value.of("a;b|<&<&&<;1|"), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "['b', 'a', 'b'];      [{a: 1, b: 2, c: 3}]; b,a,b~2,1,2~",
        "['a'];                [];                   a~",
        "['x'];                [{a: 1}];             x~~",
        "['d.e'];              [{d: {e: 5}}];        d.e~5~",
        "['d.e'];              [{'d.e': 6, d: {e: 5}}]; d.e~6~",
        "['d.[1]'];            [{d: [7, 8]}];        d.[1]~8~",
        "['d..e'];             [{'d..e': 9}, {}];    d..e~9~~",
        "['a', 'b'];           [[1], [1, 2, 3]];     a,b~1~1,2~",
        "['a,b'];              [{'a,b': 1}];         `a,b`~1~",
      })
  void theHeaderMayBeGiven(String headers, String rows, String expected) {
    String data = "{rows: " + rows + ", h: " + headers + "}";
    assertEquals(
        Value.of(text(expected)),
        encode(", headerTemplateType: 'payloadPath', headerTemplate: 'data.h'", data).at("r"));
    assertEquals(
        Value.of(text(expected)),
        encode(", headerTemplateType: 'stringTemplates', headerTemplate: " + headers, data)
            .at("r"));
  }

  @Test
  void headersMayBeTemplates() {
    String data = "{rows: [{a: 1, b: 2}], h: 'b'}";
    String type = ", headerTemplateType: 'stringTemplates', headerTemplate: ";
    assertEquals(Value.of("b,a\n2,1\n"), encode(type + "['{{data.h}}', 'a']", data).at("r"));
    assertEquals(Value.of("b\n2\n"), encode(type + "'{{data.h}}'", data).at("r"));
  }

  @Test
  void headersOfThePayloadAreTakenByTheirText() {
    Outcome outcome =
        encode(
            ", headerTemplateType: 'payloadPath', headerTemplate: 'data.h'",
            "{rows: [{1: 'x', true: 'y'}], h: [1, true]}");
    assertEquals(Value.of("1,true\nx,y\n"), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';  {};                       The value at data.rows is not an array",
        "'';  {rows: 'a'};              The value at data.rows is not an array",
        "'';  {rows: {a: 1}};           The value at data.rows is not an array",
        "'';  {rows: ['x']};            The header comes from the first row, which is not an object",
        "'';  {rows: [[1]]};            The header comes from the first row, which is not an object",
        "'';  {rows: [{a: 1}, 'x']};    'A row must be an object or an array, not \"x\"'",
        "'';  {rows: [{a: 1}, null]};   A row must be an object or an array, not null",
        "P;   {rows: [{a: 1}]};         The value at data.h is not an array of headers",
        "P;   {rows: [{a: 1}], h: 'a'}; The value at data.h is not an array of headers",
      })
  void whatCannotBeWrittenGivesAnError(String type, String data, String message) {
    String config =
        type.equals("P") ? ", headerTemplateType: 'payloadPath', headerTemplate: 'data.h'" : "";
    Outcome outcome = encode(config, data);
    assertEquals(
        ObjectValue.of("error", ObjectValue.of("message", Value.of(message))), outcome.at("r"));
  }

  @Test
  void anItemThatIsUndefinedIsNoRow() {
    Value rows = ArrayValue.of(Json.value("{a: 1}"), Value.undefined());
    Outcome outcome =
        NodeRun.of("CSVEncodeNode").config("{" + PATHS + "}").press(ObjectValue.of("rows", rows));
    assertEquals(
        "A row must be an object or an array, not undefined",
        outcome.at("r.error.message").toText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{destination: 'r'};                                         source",
        "{source: 'a'};                                              destination",
        "{source: 'a', destination: 'r', headerTemplateType: 'none'}; headerTemplateType",
        "{source: 'a', destination: 'r', headerTemplateType: 'payloadPath'}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'payloadPath', headerTemplate: ' '}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'payloadPath', headerTemplate: ['a']}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'payloadPath', headerTemplate: 'a..b'}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'stringTemplates'}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'stringTemplates', headerTemplate: ''}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'stringTemplates', headerTemplate: []}; headerTemplate",
        "{source: 'a', destination: 'r', headerTemplateType: 'stringTemplates', headerTemplate: ['a', 1]}; headerTemplate[1]",
        "{source: 'a', destination: 'r', headerTemplateType: 'stringTemplates', headerTemplate: ['{{']}; headerTemplate[0]",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("CSVEncodeNode").config(config).refusal().field());
  }
}
