package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.Operand;
import dev.sluice.core.language.template.helper.Meter;
import java.time.Instant;

/** One rendering that is going on: its output so far and what it may still cost. */
final class Rendering implements Meter {
  /** Templates that render templates that render templates: nobody means more than this. */
  private static final int MAX_TEMPLATES = 8;

  private final TemplateCompiler compiler;
  private StringBuilder output;
  private long steps;
  private int templates;

  Rendering(TemplateCompiler compiler, StringBuilder output) {
    this.compiler = compiler;
    this.output = output;
    this.steps = compiler.limits().maxSteps();
  }

  void step() {
    if (--steps < 0) {
      throw tooManySteps();
    }
  }

  @Override
  public void charge(long count) {
    steps -= count;
    if (steps < 0) {
      throw tooManySteps();
    }
  }

  /** Accounts for work on a value that grows with the value. */
  void chargeFor(Value value) {
    if (value instanceof StringValue string) {
      charge(string.text().length() >> 6);
    } else if (value instanceof ContainerValue container) {
      charge(container.size() >> 2);
    }
  }

  private EvaluationException tooManySteps() {
    return new EvaluationException(
        "A template evaluates more than " + compiler.limits().maxSteps() + " elements");
  }

  void append(String text) {
    output.append(text);
    checkOutput();
  }

  void appendEscaped(String text) {
    Escaping.append(output, text);
    checkOutput();
  }

  private void checkOutput() {
    if (output.length() > compiler.limits().maxOutput()) {
      throw new EvaluationException(
          "A template renders to more than " + compiler.limits().maxOutput() + " characters");
    }
  }

  Instant now() {
    return compiler.clock().instant();
  }

  String render(String source, Value context) {
    if (templates == MAX_TEMPLATES) {
      throw new EvaluationException(
          "Templates render each other more than " + MAX_TEMPLATES + " levels deep");
    }
    charge(source.length());
    StringBuilder outer = output;
    StringBuilder inner = new StringBuilder();
    templates++;
    output = inner;
    try {
      compiler.parts(source).render(this, Scope.of(Payload.of(context)));
      return inner.toString();
    } catch (SyntaxException e) {
      throw new EvaluationException("A rendered template is malformed: " + e.getMessage());
    } finally {
      output = outer;
      templates--;
    }
  }

  /** An operand that shares what this rendering may still cost. */
  private Operand operand(String mustache, int offset) {
    Term term = compiler.term(mustache, offset);
    return payload -> term.evaluate(this, Scope.of(payload));
  }

  Value express(String expression, Value context) {
    if (templates == MAX_TEMPLATES) {
      throw new EvaluationException(
          "Templates evaluate each other more than " + MAX_TEMPLATES + " levels deep");
    }
    charge(expression.length());
    templates++;
    try {
      return compiler.expressions().evaluate(expression, Payload.of(context), this::operand);
    } catch (SyntaxException e) {
      throw new EvaluationException("An evaluated expression is malformed: " + e.getMessage());
    } finally {
      templates--;
    }
  }
}
