package dev.sluice.nodes.script.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes scripts that mostly run to their end: what they use is mostly there. */
final class RandomScripts {
  private static final String[] SCALARS = {
    "0",
    "-0",
    "1",
    "2",
    "3.7",
    "-2.5",
    "0.5",
    "1e21",
    "1e-7",
    "255",
    "0x1F",
    "NaN",
    "Infinity",
    "''",
    "'a'",
    "'12'",
    "' 7 '",
    "'0x1f'",
    "'ab,c,ab'",
    "\"é😀\"",
    "'\\u00e9\\n'",
    "'-0'",
    "true",
    "false",
    "null",
    "undefined",
    "4294967296.5",
    "9007199254740993",
    "-1"
  };
  private static final String[] KEYS = {"a", "b", "o", "l", "s", "n", "k1", "x"};
  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", "<=", ">", ">=", "==", "!=",
    "===", "!==", "&&", "||"
  };
  private static final String[] ASSIGNMENTS = {
    "=", "=", "=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>>=", "&=", "|=", "^=", "??=", "||=",
    "&&="
  };

  private final SplittableRandom random;
  private final List<String> variables = new ArrayList<>();
  private int declared;

  RandomScripts(SplittableRandom random) {
    this.random = random;
  }

  /** The body of a function with the parameter payload. */
  String next() {
    variables.clear();
    declared = 0;
    StringBuilder script = new StringBuilder();
    int statements = 1 + random.nextInt(3);
    for (int i = 0; i < statements; i++) {
      script.append(statement(3));
    }
    if (random.nextInt(3) == 0) {
      script.append("return ").append(expression(3)).append(random.nextBoolean() ? ";" : "\n");
    }
    return script.toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String statement(int depth) {
    String end = pick(";", "\n", ";\n", "; // c\n", " /* c */;");
    switch (depth <= 0 ? random.nextInt(7) : random.nextInt(16)) {
      case 0, 1, 2 -> {
        return assignment(depth) + end;
      }
      case 3 -> {
        String value = expression(depth);
        String name = "v" + declared++;
        variables.add(name);
        return pick("let ", "var ", "let ") + name + " = " + value + end;
      }
      case 4 -> {
        return update(depth) + ";\n";
      }
      case 5 -> {
        return "delete "
            + objectPath()
            + pick(".a", ".b", "['x']", "[" + keyExpression() + "]")
            + end;
      }
      case 6 -> {
        return arrayPath() + ".push(" + expression(depth - 1) + ")" + end;
      }
      case 7, 8 -> {
        String branch = "if (" + expression(depth) + ") " + block(depth - 1);
        return branch + (random.nextBoolean() ? " else " + block(depth - 1) : "\n");
      }
      case 9 -> {
        String name = "i" + declared++;
        return "for (let "
            + name
            + " = 0; "
            + name
            + " < "
            + random.nextInt(4)
            + "; "
            + name
            + "++) "
            + within(
                name,
                depth - 1,
                pick(
                    "",
                    "if (" + expression(1) + ") break;",
                    "if (" + expression(1) + ") continue;"));
      }
      case 10 -> {
        String items = arrayPath();
        String name = "e" + declared++;
        // A loop over what it adds to would not end.
        return "for (const " + name + " of " + items + ".slice()) " + within(name, depth - 1, "");
      }
      case 11 -> {
        return arrayPath() + ".forEach(" + callback(depth - 1, true) + ")" + end;
      }
      case 12 -> {
        String value = objectPath();
        String name = "v" + declared++;
        variables.add(name);
        return "const "
            + name
            + " = "
            + value
            + end
            + name
            + ".c"
            + random.nextInt(3)
            + " = "
            + expression(1)
            + end;
      }
      case 13 -> {
        return "{ " + statement(depth - 1) + " }";
      }
      case 14 -> {
        return random.nextInt(8) == 0 ? "payload = " + expression(depth) + end : ";";
      }
      default -> {
        return objectPath() + "[" + keyExpression() + "] = " + expression(depth) + end;
      }
    }
  }

  private String block(int depth) {
    int before = variables.size();
    String block = "{ " + statement(depth) + statement(depth) + " }";
    forget(before);
    return block;
  }

  private String within(String name, int depth, String first) {
    int before = variables.size();
    variables.add(name + "!");
    String block = "{ " + first + statement(depth) + " }\n";
    forget(before);
    return block;
  }

  private void forget(int before) {
    while (variables.size() > before) {
      variables.removeLast();
    }
  }

  private String callback(int depth, boolean hasBody) {
    int before = variables.size();
    String item = "p" + declared++;
    String index = "p" + declared++;
    variables.add(item);
    String head = pick(item, "(" + item + ")", "(" + item + ", " + index + ")");
    if (head.contains(",")) {
      variables.add(index);
    }
    String body = hasBody ? "{ " + statement(depth) + " }" : "";
    if (!hasBody) {
      body = random.nextInt(3) == 0 ? "{ return " + expression(depth) + " }" : expression(depth);
      body = body.startsWith("{ return") || !body.startsWith("{") ? body : "(" + body + ")";
    }
    forget(before);
    return head + " => " + body;
  }

  /** What operators take is mostly no object. */
  private String assignment(int depth) {
    String sign = pick(ASSIGNMENTS);
    return sign.equals("=")
        ? place(depth) + " = " + expression(depth)
        : countable() + " " + sign + " " + scalar(depth);
  }

  private String countable() {
    return pick(
        "payload.n", "payload.s", "payload.o.s", "payload.o.q", "payload.q", "payload.l[3]");
  }

  private String scalar(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(6)) {
      case 1, 2 -> "(" + scalar(depth - 1) + " " + pick(OPERATORS) + " " + scalar(depth - 1) + ")";
      case 3 -> number(depth);
      case 4 -> random.nextInt(8) == 0 ? expression(depth) : "typeof " + leaf();
      default -> number();
    };
  }

  private String number() {
    return random.nextInt(3) > 0 ? pick(SCALARS) : countable();
  }

  private String update(int depth) {
    String place = random.nextInt(8) == 0 ? place(depth) : countable();
    return random.nextBoolean() ? place + pick("++", "--") : pick("++", "--") + place;
  }

  private String place(int depth) {
    List<String> own = variables.stream().filter(name -> name.startsWith("v")).toList();
    if (!own.isEmpty() && random.nextInt(4) == 0) {
      String name = own.get(random.nextInt(own.size()));
      return random.nextInt(3) == 0 ? name + ".a" : name + "['a']";
    }
    return random.nextInt(5) == 0
        ? arrayPath() + "[" + random.nextInt(4) + "]"
        : objectPath() + "." + pick(KEYS);
  }

  private String objectPath() {
    return pick("payload", "payload.o", "payload.o.a", "payload.w", "payload.l[0]", "payload.data");
  }

  private String arrayPath() {
    return pick("payload.l", "payload.o.l", "payload.l", "payload.w.l");
  }

  private String keyExpression() {
    return pick(
        "'a'",
        "'x'",
        "1",
        "'10'",
        "payload.k",
        "`k${1}`",
        "payload.n",
        "undefined",
        "'a'",
        "payload.k",
        "true");
  }

  private String textExpression(int depth) {
    return pick(
        "payload.s", "payload.o.s", "'ab,c,ab'", "`x${" + scalar(depth - 1) + "}`", "payload.k");
  }

  private String expression(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3, 4 ->
          "(" + scalar(depth - 1) + " " + pick(OPERATORS) + " " + scalar(depth - 1) + ")";
      case 5 -> scalar(depth - 1) + " " + pick("+", "-", "*", "===") + " " + number();
      case 6 -> pick("!", "-", "+", "~", "typeof ") + "(" + scalar(depth - 1) + ")";
      case 7 ->
          "("
              + expression(depth - 1)
              + " ? "
              + expression(depth - 1)
              + " : "
              + expression(depth - 1)
              + ")";
      case 8 -> "(" + expression(depth - 1) + " ?? " + expression(depth - 1) + ")";
      case 9 ->
          "({a: "
              + expression(depth - 1)
              + ", '2': "
              + leaf()
              + ", b: "
              + expression(depth - 1)
              + "})";
      case 10 -> "[" + expression(depth - 1) + ", " + expression(depth - 1) + "]";
      case 11 -> "`<${" + scalar(depth - 1) + "}|${" + number() + "}>`";
      case 12 -> "payload?." + pick(KEYS) + "?." + pick(KEYS);
      case 13 -> "(" + keyExpression() + " in " + objectPath() + ")";
      case 14 -> "(" + update(depth - 1) + ")";
      case 15 -> "(" + assignment(depth - 1) + ")";
      case 16 -> text(depth);
      case 17 -> number(depth);
      case 18 -> traversal(depth);
      case 19 -> list(depth);
      case 20 -> "({..." + objectPath() + ", [" + keyExpression() + "]: " + leaf() + "})";
      default -> leaf();
    };
  }

  private String text(int depth) {
    String text = textExpression(depth);
    String other = pick("'a'", "','", "'ab'", "payload.k", "'é'");
    return text
        + switch (random.nextInt(16)) {
          case 0 -> ".length";
          case 1 -> "[" + random.nextInt(4) + "]";
          case 2 -> ".includes(" + other + ")";
          case 3 -> ".startsWith(" + other + ")";
          case 4 -> ".endsWith(" + other + ")";
          case 5 -> ".indexOf(" + other + ")";
          case 6 -> ".slice(" + pick("1", "-2", "0, 2", "-3, -1", "9") + ")";
          case 7 -> ".substring(" + pick("1", "2, 0", "-1, 2") + ")";
          case 8 -> ".split(" + other + ")";
          case 9 -> ".trim()";
          case 10 -> pick(".toUpperCase()", ".toLowerCase()");
          case 11 -> ".replace(" + other + ", 'Z')";
          case 12 -> ".replaceAll(" + other + ", '')";
          case 13 -> ".padStart(" + pick("5", "12, '0'", "9, 'ab'") + ")";
          case 14 -> ".charAt(" + pick("0", "2", "-1", "99") + ")";
          default -> ".toString()";
        };
  }

  private String number(int depth) {
    String value = scalar(depth - 1);
    return switch (random.nextInt(12)) {
      case 0 -> pick("Number", "String", "Boolean", "isNaN", "isFinite") + "(" + value + ")";
      case 1 -> "parseInt(" + value + pick("", ", 10") + ")";
      case 2 -> "parseFloat(" + value + ")";
      case 3 -> "(+" + number() + ").toFixed(" + random.nextInt(7) + ")";
      case 4 ->
          "Math." + pick("max", "min") + "(" + value + ", " + number() + ", " + number() + ")";
      case 5 -> "Number." + pick("isInteger", "isNaN", "isFinite", "parseInt") + "(" + value + ")";
      case 6 -> "(" + value + ").toString()";
      default ->
          "Math."
              + pick("round", "floor", "ceil", "abs", "trunc", "sign", "sqrt")
              + "("
              + value
              + ")";
    };
  }

  private String traversal(int depth) {
    String array = arrayPath();
    if (random.nextInt(5) == 0) {
      String sum = "p" + declared++;
      String item = "p" + declared++;
      return array
          + ".reduce(("
          + sum
          + ", "
          + item
          + ") => "
          + sum
          + " + "
          + item
          + pick("", ", 0", ", ''")
          + ")";
    }
    return array
        + "."
        + pick("map", "filter", "find", "findIndex", "some", "every")
        + "("
        + callback(depth - 1, false)
        + ")";
  }

  private String list(int depth) {
    String array = arrayPath();
    return switch (random.nextInt(10)) {
      case 0 -> array + ".length";
      case 1 -> array + ".includes(" + expression(depth - 1) + ")";
      case 2 -> array + ".indexOf(" + leaf() + ")";
      case 3 -> array + ".join(" + pick("", "'-'", "''") + ")";
      case 4 -> array + ".slice(" + pick("", "1", "-1", "0, 2", "1, -1") + ")";
      case 5 -> array + ".concat(" + leaf() + ", " + array + ")";
      case 6 -> "[..." + array + ", " + leaf() + "]";
      case 7 -> "Array.isArray(" + expression(depth - 1) + ")";
      default -> "Object." + pick("keys", "values", "entries") + "(" + objectPath() + ")";
    };
  }

  private String leaf() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> pick(SCALARS);
      case 3 -> "payload." + pick(KEYS);
      case 4 -> pick("payload.o." + pick(KEYS), "payload.when", "payload.l[1]", "payload['x y']");
      case 5 -> "payload.n";
      default ->
          variables.isEmpty()
              ? "payload.s"
              : variables.get(random.nextInt(variables.size())).replace("!", "");
    };
  }
}
