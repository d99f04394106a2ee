package dev.sluice.core.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random templates, and what random changes make of them, fail only in the documented ways. */
final class TemplateRobustnessTest {
  private static final String[] NAMES = {
    "a",
    "b",
    "list",
    "o.x",
    "o.y.z",
    "this",
    ".",
    "..",
    "../a",
    "@index",
    "@key",
    "@root.a",
    "missing",
    "list.[0].n",
    "[da-sh]",
    "length",
    "it",
    "@../index",
    "n.q",
    "''",
    "'str'",
    "1",
    "-2.5",
    "true",
    "null",
    "undefined"
  };
  private static final String[] HELPERS = {
    "eq",
    "ne",
    "gt",
    "match",
    "includes",
    "add",
    "divide",
    "upper",
    "substring",
    "join",
    "obj",
    "array",
    "merge",
    "jsonEncode",
    "jsonDecode",
    "format",
    "formatDate",
    "lookup",
    "valueByKey",
    "template",
    "toHtml",
    "gpsDistance",
    "encodeBase64",
    "decodeURIComponent",
    "defaultTo",
    "max",
    "currentDateTime",
    "queryStringEncode",
    "dashboardUrl",
    "titleCase",
    "nosuch",
    "evalExpression"
  };
  private static final String[] BLOCKS = {"if", "unless", "each", "with", "eq", "list", "o", "a"};
  private static final String[] TEXTS = {"", " ", "\n", "text ", "  \n", "\\", "<b>", "\r\n"};
  private static final String NOISE = "{}~/#^.\"'[]()=| \n@!&\\a1-";

  @Test
  void failsOnlyAsDocumentedAndAlwaysAlike() {
    Random random = new Random(20_240_115);
    TemplateCompiler compiler = Rendered.compiler(new TemplateLimits(10_000, 100_000, 20));
    for (int round = 0; round < 20_000; round++) {
      String template = nodes(random, 3);
      if (random.nextInt(3) == 0) {
        template = mutate(template, random);
      }
      String json =
          "{\"a\": %d, \"b\": \"%s\", \"n\": null, \"o\": {\"x\": [%d, \"1\"], \"y\": {}}, \"list\": [{\"n\": 1}, null, [[]]]}"
              .formatted(random.nextInt(), random.nextInt(), random.nextInt(9));
      assertEquals(outcome(compiler, template, json), outcome(compiler, template, json), template);
    }
  }

  private static String outcome(TemplateCompiler compiler, String template, String json) {
    try {
      Payload payload = Rendered.payload(json);
      return compiler.compile(template).render(payload);
    } catch (SyntaxException | EvaluationException e) {
      return "failed: " + e.getMessage();
    }
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }

  private static String nodes(Random random, int depth) {
    StringBuilder result = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      result.append(pick(TEXTS, random));
      switch (random.nextInt(depth > 0 ? 5 : 3)) {
        case 0 -> result.append("{{").append(pick(NAMES, random)).append("}}");
        case 1 -> result.append("{{~").append(call(random, 2)).append("}}");
        case 2 -> result.append("{{{").append(call(random, 2)).append("}}}");
        default -> {
          String block = pick(BLOCKS, random);
          result.append("{{#").append(block).append(' ').append(argument(random, 1)).append("}}");
          result.append(nodes(random, depth - 1));
          if (random.nextBoolean()) {
            result.append("{{else}}").append(nodes(random, depth - 1));
          }
          result.append("{{/").append(block).append("}}");
        }
      }
    }
    return result.toString();
  }

  private static String argument(Random random, int depth) {
    return depth > 0 && random.nextInt(3) == 0
        ? "(" + call(random, depth - 1) + ")"
        : pick(NAMES, random);
  }

  private static String call(Random random, int depth) {
    StringBuilder result = new StringBuilder(pick(HELPERS, random));
    for (int i = random.nextInt(5); i > 0; i--) {
      result.append(' ').append(argument(random, depth));
    }
    if (random.nextInt(4) == 0) {
      result.append(" tz=").append(argument(random, depth));
    }
    return result.toString();
  }

  private static String mutate(String template, Random random) {
    StringBuilder result = new StringBuilder(template);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(result.length() + 1);
      if (random.nextBoolean() || at == result.length()) {
        result.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
      } else {
        result.deleteCharAt(at);
      }
    }
    return result.toString();
  }
}
