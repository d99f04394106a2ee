package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.core.language.operand.Operand;
import dev.sluice.core.language.template.helper.HelperLibrary;
import java.time.InstantSource;

/** Compiles string templates. Immutable and safe for many threads. */
public final class TemplateCompiler {
  private static final ExpressionSource NO_EXPRESSIONS =
      (expression, payload, operands) -> {
        throw new EvaluationException("Expressions cannot be evaluated here");
      };

  private final InstantSource clock;
  private final TemplateLimits limits;
  private final ExpressionSource expressions;
  private final HelperLibrary helpers;

  /**
   * A compiler.
   *
   * @param clock what the helpers that tell the time go by
   * @param limits what each template may cost
   */
  public TemplateCompiler(InstantSource clock, TemplateLimits limits) {
    this(clock, limits, NO_EXPRESSIONS);
  }

  /**
   * A compiler whose templates may evaluate expressions.
   *
   * @param clock what the helpers that tell the time go by
   * @param limits what each template may cost
   * @param expressions what evaluates expressions
   */
  public TemplateCompiler(
      InstantSource clock, TemplateLimits limits, ExpressionSource expressions) {
    this.clock = clock;
    this.limits = limits;
    this.expressions = expressions;
    this.helpers = new HelperLibrary(new StandardFormats());
  }

  /**
   * Compiles a template.
   *
   * @param source its text
   * @return the template
   * @throws SyntaxException if the text is no template
   */
  public CompiledTemplate compile(String source) {
    return compile(source, false);
  }

  /**
   * Compiles a template that is to give JSON: there a reference may be followed directly by the
   * brace that ends an object, which Handlebars would take for a third of the reference's own.
   *
   * @param source its text
   * @return the template
   * @throws SyntaxException if the text is no template
   */
  public JsonTemplate compileJson(String source) {
    CompiledTemplate template = compile(source, true);
    return new CompiledJsonTemplate(this, template, JsonShapeReader.read(template.parts()));
  }

  private CompiledTemplate compile(String source, boolean inJson) {
    Program program = Parser.parse(source, limits.maxNesting(), inJson);
    Part parts = TemplateBuilder.build(program, helpers);
    boolean constant =
        program.nodes().stream()
            .allMatch(node -> node instanceof Node.Text || node instanceof Node.Comment);
    Operand reference = null;
    if (program.nodes().size() == 1
        && program.nodes().getFirst() instanceof Node.Mustache mustache
        && TemplateBuilder.isReference(mustache, helpers)) {
      Term term = TemplateBuilder.operand(mustache, helpers);
      reference = term == null ? null : operand(term);
    }
    return new CompiledTemplate(this, source, parts, reference, constant);
  }

  /**
   * Compiles one reference or helper call.
   *
   * @param mustache its text with the braces
   * @param offset where it starts in what it is part of, for messages
   * @return what gives its value
   * @throws SyntaxException if the text is anything else
   */
  public Operand compileOperand(String mustache, int offset) {
    return operand(term(mustache, offset));
  }

  /** The term of one reference or helper call that is part of something else. */
  Term term(String mustache, int offset) {
    try {
      Program program = Parser.parse(mustache, limits.maxNesting(), false);
      if (program.nodes().size() != 1
          || !(program.nodes().getFirst() instanceof Node.Mustache node)) {
        throw new SyntaxException("Expected one reference or helper call, without blocks", 0);
      }
      Term term = TemplateBuilder.operand(node, helpers);
      if (term == null) {
        throw new SyntaxException("A helper that needs a block cannot stand here", 0);
      }
      return term;
    } catch (SyntaxException e) {
      throw new SyntaxException(String.valueOf(e.getMessage()), offset + e.offset());
    }
  }

  /** What gives the value of a term that stands by itself. */
  private Operand operand(Term term) {
    if (term instanceof Paths.OfKeys keys) {
      return new Operand.Reference(keys.path());
    }
    return payload -> {
      try {
        return term.evaluate(new Rendering(this, new StringBuilder(0)), Scope.of(payload));
      } catch (PayloadLimitException e) {
        throw CompiledTemplate.tooLarge(e);
      }
    };
  }

  /** The parts of a template that is rendered once. */
  Part parts(String source) {
    return TemplateBuilder.build(Parser.parse(source, limits.maxNesting(), false), helpers);
  }

  InstantSource clock() {
    return clock;
  }

  TemplateLimits limits() {
    return limits;
  }

  ExpressionSource expressions() {
    return expressions;
  }
}
