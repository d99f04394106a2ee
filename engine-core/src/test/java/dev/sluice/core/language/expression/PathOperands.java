package dev.sluice.core.language.expression;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.Operand;
import dev.sluice.core.language.operand.OperandCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles templates that are a path and nothing else: the expression language's own tests. */
final class PathOperands implements OperandCompiler {
  private static final Pattern STEP = Pattern.compile("\\[[^\\]]*]|[^.\\[]+");

  @Override
  public Operand compile(String mustache, int offset) {
    if (needsHelpers(mustache)) {
      throw new SyntaxException("Found a helper call, expected a path", offset);
    }
    try {
      List<PayloadPath> steps = steps(content(mustache));
      return payload -> {
        Value value = payload.root();
        for (PayloadPath step : steps) {
          // A path that meets a null on its way ends in it: templates know no undefined below
          // null.
          if (!value.isPresent()) {
            return value;
          }
          value = step.read(value);
        }
        return value;
      };
    } catch (InvalidPathException e) {
      throw new SyntaxException(String.valueOf(e.getMessage()), offset);
    }
  }

  /** A template of more than one word, brackets aside, calls a helper. */
  static boolean needsHelpers(String mustache) {
    String words = content(mustache).replaceAll("\\[[^\\]]*]", "");
    return words.chars().anyMatch(c -> c <= ' ' || c == '(' || c == '\'' || c == '"');
  }

  private static List<PayloadPath> steps(String path) {
    PayloadPath.parse(path);
    List<PayloadPath> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      steps.add(PayloadPath.parse(step.group()));
    }
    return steps;
  }

  private static String content(String mustache) {
    int braces = mustache.startsWith("{{{") ? 3 : 2;
    return mustache.substring(braces, mustache.length() - braces).strip();
  }
}
