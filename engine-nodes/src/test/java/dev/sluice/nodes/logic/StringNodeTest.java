package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringNodeTest {
  private static NodeRun node(String method, String arguments) {
    return NodeRun.of("StringNode")
        .config(
            "{sourceData: '{{{data.s}}}', method: '"
                + method
                + "', methodArgs: "
                + arguments
                + ", resultPath: 'r'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "concat;       [];                    'ab';         'ab'",
        "concat;       ['c', '{{data.x}}'];   'ab';         'abcX'",
        "indexOf;      ['c'];                 'abcabc';     2",
        "indexOf;      ['c', '3'];            'abcabc';     5",
        "indexOf;      ['c', ''];             'abcabc';     2",
        "indexOf;      ['z'];                 'abcabc';     -1",
        "indexOf;      ['a', '1000'];         'abc';        -1",
        "replaceFirst; ['a', 'x'];            'aba';        'xba'",
        "replaceFirst; ['.', '$&'];           'a.b';        'a$&b'",
        "replaceFirst; ['z', 'x'];            'aba';        'aba'",
        "replaceFirst; ['', 'x'];             'ab';         'xab'",
        "replaceFirst; ['a'];                 'aba';        'ba'",
        "replaceAll;   ['a', 'xy'];           'aba';        'xybxy'",
        "replaceAll;   ['.', ''];             'a.b.';       'ab'",
        "replaceAll;   ['', '-'];             'ab';         '-a-b-'",
        "replaceAll;   ['aa', 'a'];           'aaaa';       'aa'",
        "split;        [','];                 'a,b,,c';     ['a', 'b', '', 'c']",
        "split;        [','];                 '';           ['']",
        "split;        ['|'];                 'a|b';        ['a', 'b']",
        "split;        [''];                  'abc';        ['a', 'b', 'c']",
        "split;        ['--'];                'a--b-';      ['a', 'b-']",
        "toLower;      [];                    'HÉ';         'hé'",
        "toUpper;      [];                    'straße';     'STRASSE'",
        "toNumber;     [];                    '42';         42",
        "toNumber;     [];                    ' -1.5e1 ';   -15",
        "toNumber;     [];                    '0x10';       16",
        "toNumber;     [];                    'abc';        null",
        "toNumber;     [];                    '12px';       null",
        "trim;         [];                    ' \\t a b\\u00a0\\ufeff\\n'; 'a b'",
        "trimStart;    [];                    '  a ';       'a '",
        "trimEnd;      [];                    '  a ';       '  a'",
        "pad;          ['6', '*'];            'ab';         '**ab**'",
        "pad;          ['5', 'xy'];           'ab';         'xabxy'",
        "pad;          ['4'];                 'ab';         ' ab '",
        "pad;          ['1', '*'];            'ab';         'ab'",
        "padStart;     ['5', '0'];            '42';         '00042'",
        "padStart;     ['5', 'abc'];          '42';         'abc42'",
        "padStart;     ['4', ''];             '42';         '  42'",
        "padEnd;       ['5', 'ab'];           '42';         '42aba'",
        "padEnd;       ['0', 'ab'];           '42';         '42'",
        "padEnd;       ['3', '-'];            '😀';         '😀--'",
        "truncate;     ['5', '...'];          'hello';      'hello'",
        "truncate;     ['5', '...'];          'hello you';  'he...'",
        "truncate;     ['5', ''];             'hello you';  'hello'",
        "truncate;     ['5'];                 'hello you';  'hello'",
        "truncate;     ['2', '....'];         'hello';      '....'",
        "truncate;     ['1'];                 '😀😀';       '😀'",
        "truncate;     ['x', '.'];            'hello';      'hello'",
        "truncate;     ['0'];   '0123456789012345678901234567890'; '012345678901234567890123456789'",
        "truncate;     ['-3', '.']; '0123456789012345678901234567890'; '01234567890123456789012345678.'",
      })
  void theResultIsWhatTheMethodMakes(
      String method, String arguments, String source, String expected) {
    Outcome outcome = node(method, arguments).press("{x: 'X', s: " + source + "}").succeeded();
    assertEquals(Json.value(expected), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pad;      ['x']",
        "padStart; ['1001']",
        "padEnd;   ['-1']",
        "padEnd;   ['{{data.no}}', '.']",
        "truncate; ['1001']",
        "indexOf;  ['a', '-1']",
        "indexOf;  ['a', '1001']",
      })
  void aNumberThatIsNoneOrOutOfRangeFailsTheRun(String method, String arguments) {
    assertEquals("ValidationError", node(method, arguments).press("{s: 'abc'}").error().name());
  }

  @Test
  void aTextThatWouldBeTooLongFailsTheRun() {
    Value data =
        ObjectValue.builder().put("s", "a".repeat(100_000)).put("x", "b".repeat(1000)).build();
    assertEquals(
        "PayloadTooLarge", node("replaceAll", "['a', '{{data.x}}']").press(data).error().name());
    assertEquals(
        "PayloadTooLarge", node("replaceAll", "['', '{{data.x}}']").press(data).error().name());
  }

  @Test
  void aTextMayBeAsLongAsTemplatesMakeThem() {
    Value half = ObjectValue.of("s", Value.of("a".repeat(8_388_608)));
    String joined = node("concat", "['{{{data.s}}}']").press(half).succeeded().at("r").toText();
    assertEquals(16_777_216, joined.length());
    assertEquals(
        "PayloadTooLarge", node("concat", "['{{{data.s}}}', 'b']").press(half).error().name());
    assertEquals(
        "PayloadTooLarge",
        node("replaceFirst", "['', '{{{data.s}}}{{{data.s}}}']").press(half).error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{method: 'trim', resultPath: 'r'};                                    sourceData",
        "{sourceData: '', resultPath: 'r'};                                    method",
        "{sourceData: '', method: 'shout', resultPath: 'r'};                   method",
        "{sourceData: '', method: 'trim'};                                     resultPath",
        "{sourceData: '', method: 'split', resultPath: 'r'};                   methodArgs",
        "{sourceData: '', method: 'trim', methodArgs: 'x', resultPath: 'r'};   methodArgs",
        "{sourceData: '', method: 'split', methodArgs: ['{{'], resultPath: 'r'}; methodArgs[0]",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("StringNode").config(config).refusal().field());
  }
}
