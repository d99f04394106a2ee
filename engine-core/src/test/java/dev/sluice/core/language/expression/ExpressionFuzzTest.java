package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, compiling and evaluating end in a value or in one of the two exceptions. */
class ExpressionFuzzTest {
  private static final int RUNS = 30_000;
  private static final List<String> WORDS =
      List.of(
          "||",
          "&&",
          "==",
          "!=",
          "===",
          "!==",
          "<",
          "<=",
          ">",
          ">=",
          "<<",
          ">>",
          "+",
          "-",
          "*",
          "/",
          "%",
          "!",
          "^",
          "(",
          ")",
          "(",
          ")",
          ",",
          " ",
          "1",
          "0",
          "2.5",
          ".5",
          "1e3",
          "'a'",
          "\"b\"",
          "''",
          "true",
          "false",
          "null",
          "undefined",
          "E",
          "PI",
          "sin(",
          "max(",
          "length(",
          "includes(",
          "{{a}}",
          "{{b}}",
          "{{c.[0]}}",
          "{{{d}}}",
          "{{",
          "}}",
          "{{#if a}}",
          "{{a.[}}",
          "'",
          "\"",
          "\\",
          "[",
          "]",
          "{",
          "}",
          "=",
          "&",
          "|",
          "~",
          "@",
          "\u00e9",
          "\uD83D\uDE00",
          "\uD83D",
          "\0",
          "\n",
          "x",
          "__proto__",
          "\\u{",
          "\\x4");
  private static final Payload PAYLOAD =
      Payload.of(Value.parseJson("{\"a\":1,\"b\":\"text\",\"c\":[[],{}],\"d\":{\"e\":null}}"));

  private final ExpressionCompiler compiler = new ExpressionCompiler(new PathOperands());

  @Test
  void randomWords() {
    Random random = new Random(20_240_115);
    for (int run = 0; run < RUNS; run++) {
      StringBuilder source = new StringBuilder();
      int words = random.nextInt(25);
      for (int i = 0; i < words; i++) {
        source.append(WORDS.get(random.nextInt(WORDS.size())));
      }
      check(source.toString());
    }
  }

  @Test
  void wellFormedExpressionsGiveTheSameEachTime() {
    Random random = new Random(7);
    for (int run = 0; run < RUNS; run++) {
      String source = wellFormed(random, 0);
      Expression expression = compiler.compile(source);
      Value value = expression.evaluate(PAYLOAD);
      assertEquals(value.toText(), expression.evaluate(PAYLOAD).toText(), source);
      assertEquals(value.isTruthy(), expression.test(PAYLOAD), source);
      // Parentheses around the whole change nothing.
      assertEquals(
          value.toText(), compiler.compile("(" + source + ")").evaluate(PAYLOAD).toText(), source);
    }
  }

  private static String wellFormed(Random random, int depth) {
    List<String> values =
        List.of("1", "0", "'a'", "'2'", "null", "true", "{{a}}", "{{b}}", "{{c}}");
    List<String> operators = WORDS.subList(0, 17);
    StringBuilder source = new StringBuilder();
    int terms = 1 + random.nextInt(5);
    for (int i = 0; i < terms; i++) {
      if (i > 0) {
        source.append(' ').append(operators.get(random.nextInt(operators.size()))).append(' ');
      }
      int shape = depth < 4 ? random.nextInt(6) : 0;
      switch (shape) {
        case 1 -> source.append('!').append(wellFormed(random, 4));
        case 2 -> source.append('(').append(wellFormed(random, depth + 1)).append(')');
        case 3 -> source.append("abs(").append(wellFormed(random, depth + 1)).append(')');
        default -> source.append(values.get(random.nextInt(values.size())));
      }
    }
    return source.toString();
  }

  @Test
  void mutatedRealExpressions() throws IOException {
    List<String> sources = new ArrayList<>(ExpressionCorpusTest.sources());
    Random random = new Random(42);
    for (int run = 0; run < RUNS; run++) {
      StringBuilder source = new StringBuilder(sources.get(random.nextInt(sources.size())));
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int at = random.nextInt(source.length() + 1);
        switch (random.nextInt(3)) {
          case 0 -> source.insert(at, WORDS.get(random.nextInt(WORDS.size())));
          case 1 -> source.delete(at, Math.min(source.length(), at + 1 + random.nextInt(4)));
          default -> {
            int end = Math.min(source.length(), at + random.nextInt(12));
            source.insert(random.nextInt(source.length() + 1), source.substring(at, end));
          }
        }
      }
      check(source.toString());
    }
  }

  private void check(String source) {
    Expression expression;
    try {
      expression = compiler.compile(source);
    } catch (SyntaxException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= source.length(), "offset of: " + source);
      return;
    }
    try {
      Value value = expression.evaluate(PAYLOAD);
      assertEquals(value.isTruthy(), expression.test(PAYLOAD), source);
    } catch (EvaluationException e) {
      assertFalse(String.valueOf(e.getMessage()).isEmpty(), source);
    }
  }
}
