package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is valid in the tables is what Ajv 8 says. */
class ValidatePayloadNodeTest {
  private static final int INVALID = 0;
  private static final int VALID = 1;

  private static final NodeRun BY_PATH =
      NodeRun.of("ValidatePayloadNode")
          .config(
              "{schemaType: 'path', schema: 'data.s', toValidatePath: 'data.v', errorsPath: 'e'}")
          .outputs(2);

  private static NodeRun node(String schema) {
    Value config =
        ObjectValue.builder()
            .put("schemaType", "json")
            .put("schema", schema)
            .put("toValidatePath", "data.v")
            .put("errorsPath", "e")
            .build();
    return NodeRun.of("ValidatePayloadNode").config(config.toJson()).outputs(2);
  }

  private static Value data(Value schema, Value value) {
    return ObjectValue.builder().put("s", schema).put("v", value).build();
  }

  private static Outcome validate(String schema, String value) {
    return BY_PATH.press(data(Json.value(schema), Json.value(value))).succeeded();
  }

  private static Value errors(String schema, String value) {
    return validate(schema, value).at("e");
  }

  private static void assertValid(boolean valid, String schema, String value) {
    Outcome outcome = validate(schema, value);
    assertEquals(valid ? VALID : INVALID, outcome.output(), schema + " " + value);
    assertEquals(valid, ((ArrayValue) outcome.at("e")).isEmpty(), outcome.at("e")::toJson);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{type: 'string'};                 'a' '';        1 null [] {} true",
        "{type: 'number'};                 1 1.5;         '1' null",
        "{type: 'integer'};                1 1.0 1e3;     1.5 '1'",
        "{type: 'boolean'};                true false;    0 'true'",
        "{type: 'null'};                   null;          0 false ''",
        "{type: 'array'};                  [] [1];        {} 'a'",
        "{type: 'object'};                 {} {a:1};      [] 'a'",
        "{type: ['string','null']};        'a' null;      1",
        "{type: 'string', nullable: true}; 'a' null;      1 {}",
        "{type: ['string'], nullable: false}; 'a';        null",
        "{properties: {a: {type: 'string', nullable: true}}}; {a:null} {}; {a:1}",
        "{enum: ['a',1,null,{a:[1]}]};     'a' 1 null {a:[1]}; 'b' 2 {a:[2]} [1]",
        "{const: {a:[1]}};                 {a:[1]};       {a:[1],b:2} null",
        "{minimum: 1};                     1 2 'a';       0.5",
        "{maximum: 1};                     1 0 'a';       1.5",
        "{exclusiveMinimum: 1};            1.5;           1 0",
        "{exclusiveMaximum: 1};            0.5;           1 2",
        "{minimum: 1, exclusiveMinimum: true}; 2;         1",
        "{maximum: 1, exclusiveMaximum: true}; 0;         1",
        "{multipleOf: 0.1};                0.3 1 0;       0.25",
        "{multipleOf: 3};                  9 -3 'a';      4",
        "{minLength: 2};                   'ab' '😀😀' 1; 'a' '😀'",
        "{maxLength: 1};                   'a' '😀' '';   'ab'",
        "{pattern: '^a+$'};                'aa' 1;        'b' ''",
        "{pattern: '\\\\d'};               'a1';          'a'",
        "{minItems: 1};                    [1] 'a';       []",
        "{maxItems: 1};                    [] [1];        [1,2]",
        "{uniqueItems: true};              [1,2] [] 'aa' [{a:1},{a:2}] [1,'1']; [1,1] [{a:1,b:2},{b:2,a:1}] [[1],[1]] [null,null]",
        "{uniqueItems: false};             [1,1];         ",
        "{items: {type: 'number'}};        [1] [] 'a';    ['a'] [1,'a']",
        "{items: [{type: 'number'}]};      [1,'a'] [];    ['a']",
        "{items: [{}], additionalItems: false}; [1] [];   [1,2]",
        "{items: [{}], additionalItems: {type:'null'}}; [1,null]; [1,2]",
        "{contains: {type: 'number'}};     ['a',1];       [] ['a']",
        "{minProperties: 1};               {a:1} [];      {}",
        "{maxProperties: 1};               {} {a:1};      {a:1,b:2}",
        "{required: ['a','b']};            {a:1,b:null} []; {} {a:1}",
        "{properties: {a: {type: 'string'}}}; {} {a:'x'} {b:1} []; {a:1}",
        "{properties: {a: {}}, additionalProperties: false}; {} {a:1} []; {b:1} {a:1,b:1}",
        "{additionalProperties: {type: 'null'}}; {a:null}; {a:1}",
        "{patternProperties: {'^x': {type: 'number'}}}; {x:1} {y:'a'} 'x'; {x:'a'} {xy:1,xz:'a'}",
        "{patternProperties: {'#': {type: 'number'}}, additionalProperties: false}; {'a#':1}; {'a#':'b'} {a:1}",
        "{patternProperties: {'^x': {}}, properties: {a: {}}, additionalProperties: false}; {x:1,a:2}; {b:1}",
        "{propertyNames: {maxLength: 1}};  {a:1} 'abc';   {ab:1}",
        "{propertyNames: false};           {};            {a:1}",
        "{dependencies: {a: ['b']}};       {} {b:1} {a:1,b:1} 'a'; {a:1}",
        "{dependencies: {a: {required: ['c']}}}; {a:1,c:1}; {a:1}",
        "{allOf: [{minimum: 1}, {maximum: 3}]}; 1 3 'a';  0 4",
        "{anyOf: [{type: 'string'}, {minimum: 2}]}; 'a' 2 null; 1",
        "{oneOf: [{type: 'number'}, {type: 'integer'}]}; 1.5; 1 'a'",
        "{not: {type: 'string'}};          1;             'a'",
        "{if: {minimum: 5}, then: {multipleOf: 5}, else: {maximum: 2}}; 10 1; 7 3",
        "{if: {minimum: 5}};               1 9;           ",
        "{definitions: {n: {type: 'number'}}, properties: {a: {$ref: '#/definitions/n'}}}; {a:1} {}; {a:'x'}",
        "{definitions: {'a b/c': {type: 'number'}}, $ref: '#/definitions/a%20b~1c'}; 1; 'x'",
        "{$id: 'http://x/y', definitions: {n: {$id: '#n', type: 'number'}}, items: {$ref: '#n'}}; [1]; ['x']",
        "{type: 'object', properties: {next: {$ref: '#'}}}; {} {next:{next:{}}}; {next:1} {next:{next:'a'}}",
        "{};                               1 null {} 'a'; ",
        "true;                             1 null;        ",
        "false;                            ;              1 null {}",
        "{unknown: 5, title: 'x', default: {id: 'a b'}}; 1; ",
        "{$schema: 'http://json-schema.org/draft-04/schema#', minimum: 1, exclusiveMinimum: true, const: 1, propertyNames: false}; 2 {a:1}; 1",
        "{$schema: 'http://json-schema.org/draft-06/schema#', const: 1}; 1; 2",
        "{$schema: 'http://json-schema.org/draft-07/schema', if: true, then: false}; ; 1",
        "{$schema: 'https://json-schema.org/draft/2019-09/schema', dependentRequired: {a: ['b']}, $defs: {n: {type:'null'}}}; {a:1,b:1}; {a:1}",
        "{$schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{type:'null'}], items: false}; [null] []; [1] [null,1]",
        "{$schema: 'https://json-schema.org/draft/2020-12/schema', properties: {a: {}}, patternProperties: {'^x': {}}, unevaluatedProperties: false}; {a:1,x:2}; {b:1}",
        "{$schema: 'https://json-schema.org/draft/2020-12/schema', allOf: [{additionalProperties: {type: 'number'}}], unevaluatedProperties: false}; {a:1}; {a:'x'}",
      })
  void valuesAreValidOrNot(String schema, String valid, String invalid) {
    for (String value : valid == null ? new String[0] : valid.split(" ", -1)) {
      assertValid(true, schema, value);
    }
    for (String value : invalid == null ? new String[0] : invalid.split(" ", -1)) {
      assertValid(false, schema, value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "email;          a@b.co a.b+c@d-e.f.gh;     a a@b @b.co a@ a@b..co a..b@c.de a@-b.co a,b@c.de",
        "date;           2024-02-29 0001-01-01;     2023-02-29 2024-13-01 2024-1-1 20240101 2024-01-011 +2024-01-01",
        "time;           12:30:00Z 23:59:60Z 00:00:00.5+01:00 12:30:00z 15:59:60-08:00 07:59:60+08 05:29:60+05:30 18:29:60-05:30 12:30:00+0100 12:30:00+23:59; 12:30:00 24:00:00Z 12:60:00Z 12:30:61Z 12:30:60Z 12:30Z 12:30:00+24:00 12:30:00+01:60 12:30:00.Z",
        "date-time;      2024-01-15T14:30:00Z 2024-01-15t14:30:00.123+02:00; 2024-01-15T14:30:00 2024-01-15 2024-01-15T 2024-02-30T00:00:00Z 2024-01-15X14:30:00Z",
        "duration;       P1D PT1H P1Y2M3DT4H5M6S P2W; P PT 1D P1S P1WT1H P1D2H",
        "hostname;       a a.b-c.d a.b. 1.2;         -a a- a..b a_b . é",
        "ipv4;           127.0.0.1 255.255.255.255 0.0.0.0; 256.0.0.1 1.2.3 01.2.3.4 1.2.3.4.5 a.b.c.d",
        "ipv6;           ::1 :: 1:2:3:4:5:6:7:8 1::8 ::ffff:1.2.3.4 1:2:3:4:5:6:1.2.3.4 fe80::a ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255; 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1::2::3 12345::1 g::1 1.2.3.4 ::1.2.3 1.2.3.4::1 : 1:2:3:4:5:6:7::8:9 1:2:3:4::5:6:7:8 ::1::2 ::: 1:",
        "uri;            http://a.b/c?d=e#f urn:a:b mailto:a@b; a/b //a http://a{b} é:b http://é",
        "uri-reference;  a/b #x http://a //a;        a{b é \\\\a",
        "iri;            http://é;                   é",
        "iri-reference;  é;                          a{b",
        "uri-template;   a/{b} {+a,b} a;             a{ a} {a{b}} a{b}} a<b a>b",
        "uuid;           00000000-0000-0000-0000-00000000000a urn:uuid:00000000-0000-0000-0000-00000000000A; 00000000-0000-0000-0000-00000000000 0 00000000-0000-0000-0000-00000000000g",
        "json-pointer;   /a/b /a~0~1 / /a//b;        a /a~ /a~2 #/a",
        "relative-json-pointer; 0 1/a 0# 12/a/b 9/a;     a 01/a /a 1a -1 1#/a",
        "regex;          ^a+$ [a-z];                 ( [a (?=a) (a)\\\\1",
        "unheard-of;     a b;                        ",
      })
  void textHasAFormatOrNot(String format, String valid, String invalid) {
    String schema = "{format: '" + format + "'}";
    for (String text : valid.split(" ", -1)) {
      assertValid(true, schema, "'" + text + "'");
    }
    for (String text : invalid == null ? new String[0] : invalid.split(" ", -1)) {
      assertValid(false, schema, "'" + text + "'");
    }
    assertValid(true, schema, "5");
  }

  @Test
  void textMayBeEmptyOrLong() {
    for (String format : new String[] {"json-pointer", "uri-reference", "uri-template", "regex"}) {
      assertValid(true, "{format: '" + format + "'}", "''");
    }
    for (String format :
        new String[] {"email", "date", "time", "hostname", "ipv4", "ipv6", "uri"}) {
      assertValid(false, "{format: '" + format + "'}", "''");
    }
    assertValid(false, "{format: 'uri-template'}", "'a b'");
    String label = "a".repeat(63);
    assertValid(true, "{format: 'hostname'}", "'" + label + "'");
    assertValid(false, "{format: 'hostname'}", "'" + label + "a'");
    String longest = (label + ".").repeat(3) + "a".repeat(61);
    assertValid(true, "{format: 'hostname'}", "'" + longest + ".'");
    assertValid(false, "{format: 'hostname'}", "'" + longest + "a'");
    assertValid(false, "{format: 'ipv6'}", "'" + "1:".repeat(30) + "1'");
    assertValid(false, "{format: 'hostname'}", "'" + "a.".repeat(100_000) + "'");
    assertValid(false, "{format: 'email'}", "'" + "a.".repeat(100_000) + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{type: 'number'};        'x';       data.v: is the wrong type (type)",
        "{properties: {a: {type: 'number'}}}; {a: 'x'}; data.v.a: is the wrong type (type)",
        "{properties: {'a b': {type: 'number'}}}; {'a b': 'x'}; data.v.[a b]: is the wrong type (type)",
        "{properties: {'#/~': {items: {type: 'number'}}}}; {'#/~': [1, 'x']}; data.v.#/~.[1]: is the wrong type (type)",
        "{properties: {'1': {type: 'number'}, 'a.b': {maximum: 1}}}; {'1': 'x', 'a.b': 2}; data.v.[1]: is the wrong type (type), data.v.[a.b]: is more than 1 (maximum)",
        "{required: ['b', 'a', 'c']}; {c: 1}; data.v.a: is required (required), data.v.b: is required (required)",
        "{dependencies: {x: ['a']}}; {x: 1}; data.v.a: is required (dependencies)",
        "{additionalProperties: false}; {a: 1}; data.v.a: is not allowed (additionalProperties)",
        "{items: [true], additionalItems: false}; [1, 2]; data.v.[1]: is not allowed (additionalItems)",
        "{propertyNames: {maxLength: 1}}; {ab: 1}; data.v: is longer than 1 characters (maxLength)",
        "false;                   1;         data.v: is not allowed (false)",
        "{enum: [1]};             2;         data.v: is none of the allowed values (enum)",
        "{const: 1};              2;         data.v: is not the allowed value (const)",
        "{multipleOf: 2};         3;         data.v: is no multiple of 2 (multipleOf)",
        "{maximum: 1.5};          3;         data.v: is more than 1.5 (maximum)",
        "{exclusiveMaximum: 3};   3;         data.v: is not less than 3 (exclusiveMaximum)",
        "{minimum: 4};            3;         data.v: is less than 4 (minimum)",
        "{exclusiveMinimum: 3};   3;         data.v: is not more than 3 (exclusiveMinimum)",
        "{maxLength: 1};          'ab';      data.v: is longer than 1 characters (maxLength)",
        "{minLength: 3};          'ab';      data.v: is shorter than 3 characters (minLength)",
        "{pattern: '^x'};         'ab';      data.v: does not match ^x (pattern)",
        "{format: 'email'};       'ab';      data.v: is no email (format)",
        "{maxItems: 1};           [1, 2];    data.v: has more than 1 items (maxItems)",
        "{minItems: 3};           [1, 2];    data.v: has less than 3 items (minItems)",
        "{uniqueItems: true};     [1, 1];    data.v: has equal items (uniqueItems)",
        "{contains: {const: 1}};  [];        data.v: has no item that matches (contains)",
        "{maxProperties: 0};      {a: 1};    data.v: has more than 0 properties (maxProperties)",
        "{minProperties: 2};      {a: 1};    data.v: has less than 2 properties (minProperties)",
        "{dependencies: {a: false}}; {a: 1}; data.v: is not allowed (a), data.v: does not match what its properties require (dependencies)",
        "{if: true, then: {type: 'null'}}; 1; data.v: is the wrong type (type), data.v: matches the if, but not the then (if)",
        "{if: false, else: {type: 'null'}}; 1; data.v: is the wrong type (type), data.v: matches neither the if nor the else (if)",
        "{if: {properties: {if: {type: 'null'}}}, then: {properties: {if: {maximum: 0}}}, else: {properties: {if: {minimum: 2}}}}; {if: 1}; data.v.if: is less than 2 (minimum), data.v: matches neither the if nor the else (if)",
        "{not: {}};               1;         data.v: matches what it must not (not)",
        "{$schema: 'https://json-schema.org/draft/2019-09/schema', contains: {const: 1}, minContains: 2}; [1]; data.v: has less than 2 items that match (minContains)",
        "{$schema: 'https://json-schema.org/draft/2019-09/schema', contains: {const: 1}, maxContains: 1}; [1, 1]; data.v: has more than 1 items that match (maxContains)",
      })
  void errorsTellWhereAndWhat(String schema, String value, String expected) {
    StringBuilder shown = new StringBuilder();
    for (Value error : (ArrayValue) errors(schema, value)) {
      shown.append(shown.isEmpty() ? "" : ", ").append(error.get("field").toText());
      shown.append(": ").append(error.get("message").toText());
      shown.append(" (").append(error.get("keyword").toText()).append(')');
    }
    assertEquals(expected, shown.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{allOf: [{type: 'null'}, {minimum: 2}]}; type minimum allOf",
        "{anyOf: [{type: 'null'}, {minimum: 2}]}; type minimum anyOf",
        "{oneOf: [{type: 'null'}, {minimum: 2}]}; type minimum oneOf",
        "{oneOf: [{minimum: 0}, {minimum: 1}]};   oneOf",
      })
  void whatFailsInPartsTellsTheParts(String schema, String expected) {
    StringBuilder keywords = new StringBuilder();
    for (Value error : (ArrayValue) errors(schema, "1")) {
      keywords.append(keywords.isEmpty() ? "" : " ").append(error.get("keyword").toText());
    }
    assertEquals(expected, keywords.toString());
  }

  @Test
  void withoutAPathItIsTheWholePayload() {
    NodeRun node =
        NodeRun.of("ValidatePayloadNode")
            .config(
                "{schema: '{\"required\": [\"data\", \"nothing\"], \"properties\": {\"time\":"
                    + " {\"type\": \"string\", \"format\": \"date-time\"}, \"data\":"
                    + " {\"properties\": {\"voltage\": {\"type\": \"number\"}}}}}', errorsPath: 'e'}")
            .outputs(2);
    assertEquals(
        Json.value(
            "[{field: 'nothing', message: 'is required', keyword: 'required'},"
                + " {field: 'data.voltage', message: 'is the wrong type', keyword: 'type'}]"),
        sorted(node.press("{voltage: 'not a number'}").at("e")));
    Outcome whole =
        NodeRun.of("ValidatePayloadNode")
            .config("{schema: '{\"type\": \"null\"}', errorsPath: 'e'}")
            .outputs(2)
            .press("{}");
    assertEquals(Value.of("."), whole.at("e[0].field"));
  }

  /** Errors with those of missing properties first. */
  private static Value sorted(Value errors) {
    ArrayValue.Builder sorted = ArrayValue.builder();
    for (boolean required : new boolean[] {true, false}) {
      for (Value error : (ArrayValue) errors) {
        if (error.get("keyword").toText().equals("required") == required) {
          sorted.add(error);
        }
      }
    }
    return sorted.build();
  }

  @Test
  void withoutAnErrorsPathNothingIsWritten() {
    NodeRun node =
        NodeRun.of("ValidatePayloadNode")
            .config("{schema: '{\"type\": \"null\"}', toValidatePath: 'data', errorsPath: ''}")
            .outputs(2);
    Outcome outcome = node.press("{}");
    assertEquals(INVALID, outcome.output());
    assertEquals(Value.undefined(), outcome.at("e"));
  }

  @Test
  void theSchemaMayBeAnObject() {
    NodeRun node =
        NodeRun.of("ValidatePayloadNode")
            .config("{schema: {type: 'number'}, toValidatePath: 'data.v'}")
            .outputs(2);
    assertEquals(VALID, node.press("{v: 1}").output());
    assertEquals(INVALID, node.press("{v: '1'}").output());
  }

  @Test
  void theSchemaMayBeATemplate() {
    NodeRun node = node("{\"type\": \"number\", \"maximum\": {{data.max}}}");
    assertEquals(VALID, node.press("{v: 9, max: 10}").output());
    assertEquals(INVALID, node.press("{v: 11, max: 10}").output());
    Outcome outcome = node.press("{v: 11, max: 'x'}");
    assertEquals("TemplateError", outcome.error().name());
  }

  @Test
  void aSchemaThatChangesIsTheOneOfTheRun() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(BY_PATH.flow());
      Value number = Json.value("{type: 'number'}");
      Value text = Json.value("{type: 'string'}");
      assertEquals(VALID, engine.press("flow", data(number, Value.of(1))).output());
      assertEquals(INVALID, engine.press("flow", data(text, Value.of(1))).output());
      assertEquals(INVALID, engine.press("flow", data(text, Value.of(2))).output());
      assertEquals(VALID, engine.press("flow", data(number, Value.of(1))).output());
    }
  }

  @Test
  void datesAreTheirTextAndWhatIsNotFiniteIsNull() {
    Value date = Value.of(Instant.parse("2024-01-15T14:30:00Z"));
    Value schema = Json.value("{type: 'string', format: 'date-time', minLength: 24}");
    assertEquals(VALID, BY_PATH.press(data(schema, date)).output());
    Value nothing = Json.value("{type: 'null'}");
    assertEquals(VALID, BY_PATH.press(data(nothing, DateValue.INVALID)).output());
    assertEquals(VALID, BY_PATH.press(data(nothing, Value.of(Double.NaN))).output());
    assertEquals(VALID, BY_PATH.press(data(nothing, Value.of(Double.NEGATIVE_INFINITY))).output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{type: 'null'};                          0",
        "{type: ['object', 'null']};              0",
        "{enum: [null]};                          0",
        "{const: null};                           0",
        "{required: ['a'], minimum: 3};           1",
        "{};                                      1",
      })
  void whatIsNotThereIsOfNoType(String schema, int output) {
    assertEquals(
        output, BY_PATH.press(data(Json.value(schema), Value.undefined())).succeeded().output());
  }

  @Test
  void aPropertyThatIsUndefinedIsMissing() {
    Value value = ObjectValue.of("a", Value.undefined());
    assertEquals(INVALID, BY_PATH.press(data(Json.value("{required: ['a']}"), value)).output());
    assertEquals(
        VALID, BY_PATH.press(data(Json.value("{additionalProperties: false}"), value)).output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{type: 'text'};                     at \"/type\"",
        "{minimum: 'a'};                     at \"/minimum\", type is wrong",
        "{properties: {a: {type: 5}}};       at \"/properties/a/type\"",
        "{pattern: '('};                     at \"/pattern\", format is wrong",
        "{pattern: '(?=a)'};                 at \"/pattern\", format is wrong",
        "{patternProperties: {'(': {}}};     at \"/patternProperties\", format is wrong",
        "{multipleOf: 0};                    at \"/multipleOf\", exclusiveMinimum is wrong",
        "{required: 'a'};                    at \"/required\", type is wrong",
        "{$ref: '#/nowhere'};                there is nothing at the reference",
        "{$ref: 'http://localhost:1/s.json'}; there is nothing at the reference http://localhost:1/s.json",
        "{$ref: 'file:///etc/passwd'};       there is nothing at the reference file:///etc/passwd",
        "{$ref: 'a b'};                      at \"/$ref\", format is wrong",
        "{$schema: 'http://localhost:1/s'};  Cannot resolve meta-schema",
        "{$schema: 'a b'};                   Illegal character",
        "{$id: 'a b'};                       Illegal character",
        "5;                                  at \"\", type is wrong",
        "'{}';                               at \"\", type is wrong",
        "null;                               at \"\", type is wrong",
        "[];                                 at \"\", type is wrong",
      })
  void aSchemaThatIsNoneFailsTheRun(String schema, String message) {
    Outcome outcome = BY_PATH.press(data(Json.value(schema), Json.value("{a: 1}")));
    assertEquals("ValidationError", outcome.error().name());
    assertTrue(
        outcome.error().message().startsWith("The schema cannot be used: ")
            && outcome.error().message().contains(message),
        outcome.error()::message);
  }

  @Test
  void aSchemaThatIsNotThereFailsTheRun() {
    Outcome outcome = BY_PATH.press("{v: 1}");
    assertEquals("ValidationError", outcome.error().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$ref: '#'}",
        "{allOf: [{$ref: '#'}]}",
        "{definitions: {a: {$ref: '#/definitions/b'}, b: {not: {$ref: '#/definitions/a'}}},"
            + " $ref: '#/definitions/a'}",
        "{propertyNames: {$ref: '#/definitions/n'}, definitions: {n: {$ref: '#/definitions/n'}}}",
        "{additionalProperties: {anyOf: [{$ref: '#/additionalProperties'}]}}",
        "{patternProperties: {a: {if: {$ref: '#/patternProperties/a'}}}}",
      })
  void aSchemaThatOnlyRefersToItselfEnds(String schema) {
    Outcome outcome = BY_PATH.press(data(Json.value(schema), Json.value("{a: 1}")));
    assertEquals("ValidationError", outcome.error().name());
    assertEquals("The validation is nested more than 400 keywords deep", outcome.error().message());
  }

  @Test
  void aSchemaThatMultipliesItsPartsEnds() {
    StringBuilder definitions = new StringBuilder("d0: {type: 'number'}");
    for (int i = 1; i <= 60; i++) {
      String inner = "{$ref: '#/definitions/d" + (i - 1) + "'}";
      definitions.append(", d").append(i).append(": {allOf: [").append(inner).append(", ");
      definitions.append(inner).append("]}");
    }
    Outcome outcome =
        BY_PATH.press(
            data(
                Json.value("{definitions: {" + definitions + "}, $ref: '#/definitions/d60'}"),
                Value.of(1)));
    assertEquals("The validation takes more than 5000000 steps", outcome.error().message());
  }

  /** A keyword costs a step, and one more for each 64 characters of the text it is tried on. */
  @Test
  void longTextCostsMore() {
    Value text = Value.of("x".repeat(640_000));
    assertEquals(VALID, BY_PATH.press(data(minLengths(450), text)).output());
    assertEquals(
        "The validation takes more than 5000000 steps",
        BY_PATH.press(data(minLengths(550), text)).error().message());
  }

  private static Value minLengths(int count) {
    Value schema = Json.value("{minLength: 1}");
    return ObjectValue.of("allOf", ArrayValue.of(Collections.nCopies(count, schema)));
  }

  @Test
  void aLongListOfASchemaCostsMore() {
    List<Value> values = IntStream.range(0, 100_000).mapToObj(Value::of).toList();
    Value schema = ObjectValue.of("items", ObjectValue.of("enum", ArrayValue.of(values)));
    Value items = ArrayValue.of(Collections.nCopies(500, Value.of(0)));
    assertEquals(
        "The validation takes more than 5000000 steps",
        BY_PATH.press(data(schema, items)).error().message());
  }

  /** Those of other libraries try each way of splitting the text up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{properties: {t: {pattern: '^(a|aa|a)+$'}}};                            0",
        "{patternProperties: {'^(a|aa|a)+$': false}};                            1",
        "{patternProperties: {'^(a|aa|a)+$': {}}, additionalProperties: false};  0",
        "{patternProperties: {'^(a|aa|a)+$': {}}, additionalProperties: {type: 'null'}}; 0",
      })
  void patternsTakeNoLongerThanTheirText(String schema, int output) {
    String hostile = "a".repeat(200) + "!";
    Value value = ObjectValue.builder().put("t", hostile).put(hostile, Value.of(1)).build();
    assertEquals(output, BY_PATH.press(data(Json.value(schema), value)).output());
  }

  /** Elsewhere the end may come before a last line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{pattern: '^a$'};                                                  'a\\n';      0",
        "{patternProperties: {'^a$': false}};                               {'a\\n': 1}; 1",
        "{patternProperties: {'^a$': {}}, additionalProperties: false};     {'a\\n': 1}; 0",
        "{patternProperties: {'^a$': {}}, additionalProperties: {not: {}}}; {'a\\n': 1}; 0",
      })
  void theEndOfAPatternIsThatOfTheText(String schema, String value, int output) {
    assertEquals(output, validate(schema, value).output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "unevaluatedProperties: false, properties: {a: true};  {a: 1}; 1",
        "unevaluatedProperties: false, properties: {b: true};  {a: 1}; 0",
        "unevaluatedItems: false, items: {type: 'number'};     [1];    1",
      })
  void keywordsLookAtOthersInWhateverOrderTheyAre(String keywords, String value, int output) {
    String schema = "{$schema: 'https://json-schema.org/draft/2019-09/schema', " + keywords + "}";
    assertEquals(output, validate(schema, value).output());
  }

  @Test
  void aDeepValueIsWalkedAsFarAsItCanBe() {
    String schema = "{properties: {n: {$ref: '#'}}, items: {$ref: '#'}}";
    Value deep = Value.of(1);
    for (int i = 0; i < 150; i++) {
      deep = ObjectValue.of("n", deep);
    }
    assertEquals(VALID, BY_PATH.press(data(Json.value(schema), deep)).output());
    for (int i = 0; i < 400; i++) {
      deep = ArrayValue.of(deep);
    }
    Outcome tooDeep = BY_PATH.press(data(Json.value(schema), deep));
    assertEquals("ValidationError", tooDeep.error().name());
    Outcome unique = BY_PATH.press(data(Json.value("{uniqueItems: true}"), deep));
    assertEquals(
        "The validation meets a value nested more than 500 levels deep", unique.error().message());
    assertEquals(VALID, BY_PATH.press(data(Json.value("{type: 'array'}"), deep)).output());
  }

  @Test
  void valuesAreComparedDownToFiveHundredLevels() {
    String tooDeep = "The validation meets a value nested more than 500 levels deep";
    Value deep = nested(499);
    Value deeper = nested(500);
    Value unique = Json.value("{uniqueItems: true}");
    assertEquals(VALID, BY_PATH.press(data(unique, ArrayValue.of(deep))).output());
    assertEquals(tooDeep, BY_PATH.press(data(unique, ArrayValue.of(deeper))).error().message());
    assertEquals(VALID, BY_PATH.press(data(ObjectValue.of("const", deep), deep)).output());
    assertEquals(
        tooDeep, BY_PATH.press(data(ObjectValue.of("const", deeper), deeper)).error().message());
  }

  private static Value nested(int levels) {
    Value value = Value.of(1);
    for (int i = 0; i < levels; i++) {
      value = ArrayValue.of(value);
    }
    return value;
  }

  @Test
  void aDeepSchemaIsRefused() {
    Value schema = Json.value("{type: 'number'}");
    for (int i = 0; i < 600; i++) {
      schema = ObjectValue.of("not", schema);
    }
    Outcome outcome = BY_PATH.press(data(schema, Value.of(1)));
    assertEquals("ValidationError", outcome.error().name());
  }

  @Test
  void noMoreThanAThousandErrorsAreTold() {
    Value thousand = ArrayValue.of(Collections.nCopies(1_500, Value.of("x")));
    Value errors = BY_PATH.press(data(Json.value("{items: {type: 'null'}}"), thousand)).at("e");
    assertEquals(1_000, ((ArrayValue) errors).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                               schema",
        "{schema: ''};                                     schema",
        "{schema: 'no JSON'};                              schema",
        "{schema: '{\"type\": \"text\"}'};                 schema",
        "{schema: '{{'};                                   schema",
        "{schema: 5};                                      schema",
        "{schema: {type: 'text'}};                         schema",
        "{schema: {}, schemaType: 'path'};                 schema",
        "{schema: 'a..b', schemaType: 'path'};             schema",
        "{schema: '{}', schemaType: 'yaml'};               schemaType",
        "{schema: '{}', toValidatePath: 'a..b'};           toValidatePath",
        "{schema: '{}', errorsPath: 'a..b'};               errorsPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field,
        NodeRun.of("ValidatePayloadNode").config(config).outputs(2).refusal().field());
  }
}
