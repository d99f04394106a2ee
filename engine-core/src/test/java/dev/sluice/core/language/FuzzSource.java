package dev.sluice.core.language;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Random;

/**
 * Random texts in the small languages, by their grammars, and random payloads. The same seed gives
 * the same texts.
 */
final class FuzzSource {
  private static final List<String> KEYS =
      List.of("a", "b", "list", "o", "text", "key", "value", "length", "data", "x y", "0", "1");
  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "list",
          "o",
          "o.a",
          "o.o.list",
          "list.[0]",
          "list.[1].a",
          "text",
          "text.[0]",
          "this",
          ".",
          "..",
          "../a",
          "../../o.b",
          "./b",
          "this.a",
          "this/a",
          "@index",
          "@key",
          "@first",
          "@last",
          "@root",
          "@root.list",
          "@../index",
          "[x y]",
          "o.[x y]",
          "missing",
          "missing.deeper",
          "length",
          "it",
          "it.a",
          "key",
          "data.a",
          "__proto__",
          "constructor");
  private static final List<String> LITERALS =
      List.of(
          "1",
          "0",
          "-2.5",
          "1e3",
          "12345678901234567890",
          "'a'",
          "\"b\"",
          "''",
          "'{{a}}'",
          "'{{b}} + 1'",
          "'(a|b)*'",
          "',.2f'",
          "'YYYY-MM-DD'",
          "'%20'",
          "true",
          "false",
          "null",
          "undefined");
  private static final List<String> BLOCKS =
      List.of("if", "unless", "each", "with", "eq", "gt", "match", "includes", "list", "o", "a");
  private static final List<String> TEXTS =
      List.of(" ", "\n", "text", "  \n", "\\", "\\\\", "<&>", "\r\n", "\"", "{", "}", ",", "é😀");
  private static final List<String> OPERATORS =
      List.of(
          "||", "&&", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "<<", ">>", "+", "-", "*",
          "/", "%", "^");
  private static final List<String> FUNCTIONS =
      List.of("sin", "atan2", "max", "min", "pow", "round", "length", "includes", "log10", "trunc");
  private static final List<String> NOISE =
      List.of(
          "{",
          "}",
          "{{",
          "}}",
          "{{{",
          "}}}",
          "{{{{",
          "}}}}",
          "~",
          "/",
          "#",
          "^",
          ".",
          "..",
          "[",
          "]",
          "(",
          ")",
          "\"",
          "'",
          "=",
          "|",
          " ",
          "\n",
          "@",
          "!",
          "&",
          "\\",
          "1",
          "-",
          "a",
          "é",
          "\uD83D",
          "\0",
          "else",
          "as |",
          "{{/",
          "{{#",
          "{{else}}",
          "{{!--",
          "--}}",
          "&&",
          "||",
          "\\u",
          "1e",
          ",",
          ":",
          "\u2028");

  private final Random random;
  private final List<String> helpers;
  private final List<String> real;

  /**
   * A source.
   *
   * @param helpers the names of helpers to call
   * @param real texts that people wrote, to be changed; may be empty
   */
  FuzzSource(long seed, List<String> helpers, List<String> real) {
    this.random = new Random(seed);
    this.helpers = helpers;
    this.real = real;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** A path, mostly well-formed. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> path.append('[').append(random.nextInt(4)).append(']');
        case 1 -> path.append('[').append(pick(KEYS)).append(']');
        default -> path.append(pick(KEYS));
      }
      if (i > 0) {
        path.append('.');
      }
    }
    return maybeMutated(path.toString());
  }

  /** A string template. */
  String template() {
    return maybeMutated(!real.isEmpty() && once(3) ? pick(real) : nodes(3));
  }

  /** A JSON template. */
  String jsonTemplate() {
    return maybeMutated(!real.isEmpty() && once(3) ? pick(real) : json(3));
  }

  /** An expression. */
  String expression() {
    return maybeMutated(!real.isEmpty() && once(3) ? pick(real) : operation(3));
  }

  private String maybeMutated(String text) {
    if (random.nextBoolean()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(result.length() + 1);
      int end = Math.min(result.length(), at + 1 + random.nextInt(5));
      switch (random.nextInt(5)) {
        case 0 -> result.delete(at, end);
        case 1 -> result.insert(at, result.substring(at, end));
        case 2 -> result.setLength(once(4) ? at : result.length());
        default -> result.insert(at, pick(NOISE));
      }
    }
    return result.toString();
  }

  private String nodes(int depth) {
    StringBuilder result = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      result.append(
          switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> pick(TEXTS);
            case 1 -> "{{" + tilde() + pick(NAMES) + tilde() + "}}";
            case 2 -> "{{" + call(2) + "}}";
            case 3 -> "{{{" + call(2) + "}}}";
            default -> block(depth - 1);
          });
    }
    return result.toString();
  }

  private String tilde() {
    return once(8) ? "~" : "";
  }

  private String block(int depth) {
    String name = pick(BLOCKS);
    StringBuilder result = new StringBuilder(once(10) ? "{{^" : "{{#").append(name);
    int arguments =
        switch (name) {
          case "eq", "gt", "match", "includes" -> 2;
          case "if", "unless", "each", "with" -> 1;
          default -> 0;
        };
    for (int i = 0; i < arguments; i++) {
      result.append(' ').append(argument(2));
    }
    result.append(once(6) ? " as |it key|}}" : "}}").append(nodes(depth));
    if (once(4)) {
      result.append("{{else if ").append(argument(1)).append("}}").append(nodes(depth));
    }
    if (once(3)) {
      result.append("{{else}}").append(nodes(depth));
    }
    return result.append("{{/").append(name).append("}}").toString();
  }

  private String argument(int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 3)) {
      case 0 -> pick(LITERALS);
      case 3 -> "(" + call(depth - 1) + ")";
      default -> pick(NAMES);
    };
  }

  private String call(int depth) {
    StringBuilder result = new StringBuilder(once(20) ? "nosuch" : pick(helpers));
    for (int i = random.nextInt(4); i > 0; i--) {
      result.append(' ').append(argument(depth));
    }
    if (once(5)) {
      result.append(' ').append(pick(List.of("tz", "locale", "a", "key", "includeZero")));
      result.append('=').append(once(3) ? "'Asia/Tokyo'" : argument(depth));
    }
    return result.toString();
  }

  private String json(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> pick(List.of("1", "\"s\"", "null", "true", "-1.5e3"));
      case 1 -> "{{jsonEncode " + argument(1) + "}}";
      case 2 -> "\"" + "{{" + pick(NAMES) + "}}\"";
      case 3 -> "{{" + pick(NAMES) + "}}";
      case 4 -> "[" + json(depth - 1) + ", " + json(depth - 1) + "]";
      case 5 -> "{\"" + pick(KEYS) + "\": " + json(depth - 1) + "}";
      default ->
          "{{#if "
              + argument(1)
              + "}}"
              + json(depth - 1)
              + "{{else}}"
              + json(depth - 1)
              + "{{/if}}";
    };
  }

  private String operation(int depth) {
    StringBuilder result = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      result.append(operand(depth));
      if (i > 0) {
        result.append(pick(List.of("", " ", "\n"))).append(pick(OPERATORS)).append(' ');
      }
    }
    return result.toString();
  }

  private String operand(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> pick(List.of("1", "0.5", "1e3", "'a'", "\"2\"", "''", "'\\u0041'"));
      case 1 -> pick(List.of("true", "false", "null", "undefined", "E", "PI"));
      case 2 -> "{{" + call(1) + "}}";
      case 4 -> "!" + operand(depth - 1);
      case 5 -> "-" + operand(depth - 1);
      case 6 -> "(" + operation(depth - 1) + ")";
      case 7 -> pick(FUNCTIONS) + "(" + operation(depth - 1) + ")";
      case 8 -> pick(FUNCTIONS) + "(" + operation(depth - 1) + ", " + operation(depth - 1) + ")";
      default -> "{{" + pick(NAMES) + "}}";
    };
  }

  /** A payload. */
  Value payload() {
    ObjectValue.Builder root = ObjectValue.builder();
    for (String key : KEYS) {
      if (!once(4)) {
        root.put(key, value(3));
      }
    }
    return root.build();
  }

  /** Any value. */
  Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> Value.of(random.nextInt(100) - 20);
      case 1 -> Value.of(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 10));
      case 2 ->
          pick(
              Value.nullValue(),
              Value.undefined(),
              Value.of(true),
              Value.of(false),
              Value.of(Double.NaN),
              Value.of(-0.0));
      case 3 -> Value.of(pick(TEXTS) + pick(KEYS) + pick(NOISE));
      case 4 -> Value.of(once(2) ? nodes(1) : operation(1));
      case 5 ->
          pick(
              Value.of("12.5"),
              Value.of("2024-02-29T12:00:00Z"),
              Value.of("39.1,-84.5"),
              Value.of(""),
              new DateValue(random.nextLong(4_000_000_000_000L)),
              DateValue.INVALID);
      case 6 -> {
        ArrayValue.Builder array = ArrayValue.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(value(depth - 1));
        }
        yield array.build();
      }
      default -> {
        ObjectValue.Builder object = ObjectValue.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(pick(KEYS), value(depth - 1));
        }
        yield object.build();
      }
    };
  }

  private Value pick(Value... values) {
    return values[random.nextInt(values.length)];
  }
}
