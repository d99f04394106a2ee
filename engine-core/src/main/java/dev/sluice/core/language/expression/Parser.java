package dev.sluice.core.language.expression;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.Operand;
import dev.sluice.core.language.operand.OperandCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses an expression into its tree. Operators of one level become one node however many there
 * are; what makes a tree deep is limited.
 */
final class Parser {
  /** How many parentheses, calls, signs and powers may be within one another. */
  static final int MAX_NESTING = 200;

  private static final String A_VALUE = "a value";

  private final Lexer lexer;
  private final OperandCompiler operands;
  private final NodeFactory nodes = new NodeFactory();
  private Token current;
  private int nesting;

  Parser(String source, OperandCompiler operands) {
    this.lexer = new Lexer(source);
    this.operands = operands;
    this.current = lexer.next();
  }

  /**
   * Parses the whole source.
   *
   * @throws SyntaxException if it is no expression
   */
  Node parse() {
    Node node = expression();
    if (current.kind() != Token.Kind.END) {
      throw unexpected("an operator or the end of the expression");
    }
    return node;
  }

  private Node expression() {
    return operation(Level.OR);
  }

  /** Operands joined by operators that bind at least as tightly as a level. */
  private Node operation(Level loosest) {
    Node left = prefixed();
    BinaryOperator operator = binaryOperator();
    while (operator != null && operator.level().bindsAtLeast(loosest)) {
      Level level = operator.level();
      List<BinaryOperator> operators = new ArrayList<>();
      List<Node> others = new ArrayList<>();
      do {
        operators.add(operator);
        advance();
        others.add(level == Level.PRODUCT ? prefixed() : operation(level.tighter()));
        operator = binaryOperator();
      } while (operator != null && operator.level() == level);
      left = nodes.chain(left, operators, others);
    }
    return left;
  }

  private @Nullable BinaryOperator binaryOperator() {
    return current.kind() == Token.Kind.SYMBOL ? BinaryOperator.of(current.text()) : null;
  }

  private Node prefixed() {
    if (current.isSymbol("!")) {
      return nodes.not(afterPrefix());
    }
    if (current.isSymbol("-") || current.isSymbol("+")) {
      boolean negative = current.isSymbol("-");
      return nodes.sign(afterPrefix(), negative);
    }
    return power();
  }

  private Node afterPrefix() {
    enter();
    advance();
    Node operand = prefixed();
    leave();
    return operand;
  }

  /** A power binds tighter than a sign before it, and its exponent may have one of its own. */
  private Node power() {
    Node base = primary();
    return current.isSymbol("^") ? nodes.power(base, afterPrefix()) : base;
  }

  private Node primary() {
    Token token = current;
    return switch (token.kind()) {
      case NUMBER, STRING -> {
        advance();
        yield new ConstantNode(token.value());
      }
      case TEMPLATE -> {
        Node operand = operand(token);
        advance();
        yield operand;
      }
      case NAME -> named(token);
      case SYMBOL -> {
        if (!token.isSymbol("(")) {
          throw unexpected(A_VALUE);
        }
        enter();
        advance();
        Node node = expression();
        expect(")", "an operator or \")\"");
        leave();
        yield node;
      }
      case END -> throw unexpected(A_VALUE);
    };
  }

  private Node operand(Token template) {
    Operand operand = operands.compile(template.text(), template.offset());
    return operand instanceof Operand.Reference reference
        ? new ReferenceNode(reference.path())
        : new OperandNode(operand);
  }

  private Node named(Token name) {
    @Nullable Value keyword = keyword(name.text());
    if (keyword != null) {
      advance();
      return new ConstantNode(keyword);
    }
    @Nullable NamedFunction function = NamedFunction.of(name.text());
    if (function == null) {
      throw unexpected("a value, a keyword or a function");
    }
    advance();
    return call(name, function);
  }

  private static @Nullable Value keyword(String name) {
    return switch (name) {
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      case "null" -> Value.nullValue();
      case "undefined" -> Value.undefined();
      case "E" -> Value.of(Math.E);
      case "PI" -> Value.of(Math.PI);
      default -> null;
    };
  }

  private Node call(Token name, NamedFunction function) {
    enter();
    expect("(", "\"(\" and the arguments of " + name.text());
    List<Node> arguments = new ArrayList<>();
    if (!current.isSymbol(")")) {
      arguments.add(expression());
      while (current.isSymbol(",")) {
        advance();
        arguments.add(expression());
      }
    }
    expect(")", "an operator, \",\" or \")\"");
    leave();
    int count = arguments.size();
    if (count < function.fewest() || count > function.most()) {
      throw Unexpected.at(
          name.offset(),
          name.text() + " with " + count + (count == 1 ? " argument" : " arguments"),
          function.arity());
    }
    return nodes.call(function, arguments);
  }

  private void expect(String symbol, String expected) {
    if (!current.isSymbol(symbol)) {
      throw unexpected(expected);
    }
    advance();
  }

  private void advance() {
    current = lexer.next();
  }

  private void enter() {
    nesting++;
    if (nesting > MAX_NESTING) {
      throw unexpected("at most " + MAX_NESTING + " levels of nesting");
    }
  }

  private void leave() {
    nesting--;
  }

  private SyntaxException unexpected(String expected) {
    return Unexpected.at(current.offset(), current.description(), expected);
  }
}
