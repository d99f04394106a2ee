package dev.sluice.nodes.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes are those of Node 20, those of Whirlpool OpenSSL's. */
class HashNodeTest {
  private static NodeRun node(String config) {
    return NodeRun.of("HashNode").config("{" + config + ", destinationPath: 'r'}");
  }

  @ParameterizedTest
  @CsvSource({
    "MD5,    '',     58119758f7f8e4ccc7efda74bd8886a2",
    "MD5,    s3cret, 747c8d139cd8d96c46d2d8a05917f5b7",
    "SHA1,   '',     40f2c37331bb9249e1141e4e190b15f0d616d9eb",
    "SHA1,   s3cret, 8d7a7be98ac61ccf0794f80feec27a7391580f23",
    "SHA256, '',     562e1a3ee260b8f2d1958e7f22c4ce5ad0de8151fb0fea25a57ec3e9f02db64a",
    "SHA256, s3cret, 10fd773399227b44aafb7bb28b87a02cfb447aee4c851d05561d75ee88712645",
    "SHA384, '',     2efb9e0458f0228acdd024f8f5901e50a4d647987dc7a9080a27868d094c407230724721c0ab2a497717355541596b64",
    "SHA384, s3cret, e746b7a9e053fe4ff311d723482781c4d9310625ad1f05f967ca3d7e17a9c992f8743a14d3e438ebc751d6b636bcc469",
    "SHA512, '',     62fcaa3a8d46e64b6af287b875da401c28a5ff9ea4b00cd6a689a586fed058bf32e79048cc9e40676c7aa22a7680dfe548f2891c2b595a4fb77fdea73897fb7b",
    "SHA512, s3cret, d2d0b92694e6de6711066f083f4cc886fcef203d607bb3d9389a91ddfe1de6ad12740b91057c7a0f26adb7feacfd7a0d2bc14eb18c3926b7391379c50a6119f4",
    "RIPEMD, '',     35e9e0aacff87e07e0250c6c5cb39a88530142f7",
    "RIPEMD, s3cret, 6f24960bf7ff9e0c2d25d92bd41d5a975529ee33",
    "Whirlpool, '',     4e10f3f5cb09d26d36cebbd983442c04b18efa6ccb413f175764315c4ef9f676a58fdcad308817e636b5cf77d393b8e8d7cece0e9c7e8d55299deefea6139ee2",
    "Whirlpool, s3cret, e32e38e61306808a81bcbe0baa50e5dca1a9224bbea835b75c223c6731b9cb4eb923b6703fa63f37f5f23afff7e3f00a0e3741383266622e3fc4afd0a196ff80",
  })
  void theHashIsThatOfTheAlgorithm(String algorithm, String secret, String expected) {
    ObjectValue data =
        ObjectValue.builder()
            .put("s", "payload é")
            .put("secret", secret)
            .put("algorithm", algorithm)
            .build();
    String common = "dataTemplate: '{{data.s}}', secretTemplate: '{{data.secret}}', ";
    for (String name : new String[] {algorithm, "{{data.algorithm}}"}) {
      NodeRun node = node(common + "algorithmTemplate: '" + name + "'");
      assertEquals(expected, node.press(data).succeeded().at("r").toText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "encodingTemplate: 'hex'                     | 58119758f7f8e4ccc7efda74bd8886a2",
        "encodingTemplate: ''                        | 58119758f7f8e4ccc7efda74bd8886a2",
        "encodingTemplate: '{{data.empty}}'          | 58119758f7f8e4ccc7efda74bd8886a2",
        "encodingTemplate: ' HEX '                   | 58119758f7f8e4ccc7efda74bd8886a2",
        "encodingTemplate: 'base64'                  | WBGXWPf45MzH79p0vYiGog==",
        "encodingTemplate: 'base64url'               | WBGXWPf45MzH79p0vYiGog",
        "encodingTemplate: '{{data.encoding}}'       | WBGXWPf45MzH79p0vYiGog==",
        "encodingTemplate: 'latin1' | \"X\\u0011\u0097X÷øäÌÇïÚt½\u0088\u0086¢\"",
      })
  void theHashIsWrittenInItsEncoding(String config, String expected) {
    NodeRun node = node("dataTemplate: 'payload é', algorithmTemplate: 'md5', " + config);
    String hash = node.press("{encoding: 'base64'}").succeeded().at("r").toText();
    assertEquals(expected.replace("\\u0011", "\u0011"), hash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dataTemplate: 'é'                                    | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'é', dataEncodingTemplate: ''          | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'é', dataEncodingTemplate: 'utf8'      | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'é', dataEncodingTemplate: 'latin1'    | 3406877694691ddd1dfb0aca54681407",
        "dataTemplate: 'c3a9', dataEncodingTemplate: 'hex'    | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'w6k=', dataEncodingTemplate: 'base64' | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'w6k=', dataEncodingTemplate: '{{data.base}}64' | 66ddcd97cfdeabb2f6fb8a999b4bc76f",
        "dataTemplate: 'x', secretTemplate: 'é'               | a113788c7da1a11de22159cdf8bc7d00",
        "dataTemplate: 'x', secretTemplate: 'é', secretEncodingTemplate: ''        | a113788c7da1a11de22159cdf8bc7d00",
        "dataTemplate: 'x', secretTemplate: 'é', secretEncodingTemplate: 'latin1'  | 237c53fdf6271c26962a34e4514cfe46",
        "dataTemplate: 'x', secretTemplate: 'c3a9', secretEncodingTemplate: 'hex'  | a113788c7da1a11de22159cdf8bc7d00",
        "dataTemplate: 'x', secretTemplate: 'w6k', secretEncodingTemplate: '{{data.base}}64' | a113788c7da1a11de22159cdf8bc7d00",
        "dataTemplate: ''                                     | d41d8cd98f00b204e9800998ecf8427e",
      })
  void dataAndSecretAreReadInTheirEncodings(String config, String expected) {
    NodeRun node = node(config + ", algorithmTemplate: 'MD5'");
    assertEquals(expected, node.press("{base: 'base'}").succeeded().at("r").toText());
  }

  @Test
  void withoutAnAlgorithmItIsSha256() {
    String sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for (String config :
        new String[] {"x: 1", "algorithmTemplate: ''", "algorithmTemplate: '{{data.no}}'"}) {
      assertEquals(
          sha256, node("dataTemplate: 'abc', " + config).press("{}").succeeded().at("r").toText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "algorithmTemplate: '{{data.s}}'",
        "encodingTemplate: '{{data.s}}'",
        "dataEncodingTemplate: '{{data.s}}'",
        "secretEncodingTemplate: '{{data.s}}', secretTemplate: 's'",
        "dataEncodingTemplate: 'hex'",
      })
  void whatCannotBeUsedFailsTheRun(String config) {
    var error = node("dataTemplate: 'abc', " + config).press("{s: 'what'}").error();
    assertEquals("ValidationError", error.name());
  }

  @Test
  void anErrorQuotesLittle() {
    NodeRun node = node("dataTemplate: 'abc', algorithmTemplate: '{{data.s}}'");
    String shown = node.press(ObjectValue.of("s", Value.of("x".repeat(41)))).error().message();
    assertTrue(shown.endsWith("\"" + "x".repeat(40) + "…\""), shown);
    assertTrue(shown.contains("algorithmTemplate must be one of MD5, SHA1"), shown);
    shown = node.press(ObjectValue.of("s", Value.of("x".repeat(40)))).error().message();
    assertTrue(shown.endsWith("\"" + "x".repeat(40) + "\""), shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{destinationPath: 'r'};                                                       dataTemplate",
        "{dataTemplate: 'a'};                                                       destinationPath",
        "{dataTemplate: 'a', destinationPath: 'r', algorithmTemplate: 'SHA3'};    algorithmTemplate",
        "{dataTemplate: 'a', destinationPath: 'r', encodingTemplate: 'utf7'};      encodingTemplate",
        "{dataTemplate: 'a', destinationPath: 'r', dataEncodingTemplate: 'x'}; dataEncodingTemplate",
        "{dataTemplate: '', destinationPath: 'r', secretEncodingTemplate: 'x'}; secretEncodingTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("HashNode").config(config).refusal().field());
  }
}
