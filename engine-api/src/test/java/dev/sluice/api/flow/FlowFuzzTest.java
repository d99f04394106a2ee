package dev.sluice.api.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged documents are refused in one of the ways that are documented, and never crash. */
class FlowFuzzTest {
  private static final int MUTATIONS = 200_000;
  private static final int LONGEST = 800;

  private static final List<String> SNIPPETS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud83d",
          "null",
          "true",
          "1e999",
          "-",
          "0",
          "1.5",
          "{}",
          "[]",
          "[[",
          "\"id\":",
          "\"outputIds\":[[1]]",
          "\"nodes\":",
          "\ud83d",
          "\u0000",
          "\ufeff",
          "/*",
          "//",
          "NaN",
          "[".repeat(950),
          "{\"a\":{\"a\":");

  private static List<String> samples() throws IOException {
    List<String> samples =
        new ArrayList<>(
            List.of(
                "{\"id\":\"f\",\"flowClass\":\"cloud\",\"enabled\":true,\"globals\":"
                    + "[{\"key\":\"a\",\"json\":\"1\"}],\"triggers\":[{\"key\":\"t\",\"type\":"
                    + "\"timer\",\"config\":{},\"outputIds\":[[\"n\"]]}],\"nodes\":[{\"id\":\"n\","
                    + "\"type\":\"DebugNode\",\"config\":{\"message\":\"\\u00e9\"},\"meta\":"
                    + "{\"label\":\"L\"},\"outputIds\":[]}]}",
                "{\"flowId\":\"f\",\"version\":\"v\",\"customNodeConfig\":{\"fields\":[{\"id\":"
                    + "\"a\",\"type\":\"select\",\"required\":true,\"defaultValue\":1}],"
                    + "\"outputCount\":2,\"resultMode\":\"none\"}}",
                "[1,-2.5e-7,\"\\ud83d\\ude00\",{\"2\":true,\"1\":false},null,[[]],1e999]",
                "[".repeat(60) + "1" + "]".repeat(60)));
    Path folder = Path.of(System.getProperty("sluice.corpus", "corpus"));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
          String text = Files.readString(file);
          if (text.length() <= LONGEST) {
            samples.add(text);
          }
        }
      }
    }
    return samples;
  }

  @Test
  void damagedTextGivesAValueOrADocumentedException() throws IOException {
    List<String> samples = samples();
    Random random = new Random(2_024);
    int parsed = 0;
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutate(samples.get(random.nextInt(samples.size())), samples, random);
      try {
        Value value = Value.parseJson(text);
        parsed++;
        String json = value.toJson();
        assertEquals(json, Value.parseJson(json).toJson());
        if (value instanceof ObjectValue document) {
          read += read(document);
        }
      } catch (InvalidJsonException e) {
        if (e.offset() < 0 || e.offset() > text.length()) {
          fail("The offset " + e.offset() + " is outside of: " + text);
        }
      } catch (PayloadLimitException e) {
        assertNotNull(e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        fail("Mutation " + i + ": " + text, e);
      }
    }
    assertTrue(parsed > 1_000 && read > 1_000, parsed + " values and " + read + " flows");
  }

  private static int read(ObjectValue document) {
    try {
      FlowVersion version = FlowVersion.fromJson(document);
      ObjectValue expected =
          document.has("version")
              ? document
              : document.toBuilder().put("version", "develop").build();
      assertEquals(expected, version.toJson());
      return 1;
    } catch (InvalidFlowException e) {
      assertNotNull(e.problems().getFirst().toString());
      return 0;
    }
  }

  private static String mutate(String sample, List<String> samples, Random random) {
    String text = sample;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length() + 1);
      text =
          switch (random.nextInt(6)) {
            case 0, 1 -> flip(text, random);
            case 2 -> text.substring(0, at);
            case 3 -> text.substring(0, at) + pick(SNIPPETS, random) + text.substring(at);
            case 4 -> {
              int end = Math.min(text.length(), at + random.nextInt(8));
              yield text.substring(0, at) + pick(SNIPPETS, random) + text.substring(end);
            }
            default -> {
              String other = pick(samples, random);
              int from = random.nextInt(other.length());
              int to = Math.min(other.length(), from + random.nextInt(40));
              yield text.substring(0, at) + other.substring(from, to) + text.substring(at);
            }
          };
    }
    return text;
  }

  private static String flip(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return text;
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
