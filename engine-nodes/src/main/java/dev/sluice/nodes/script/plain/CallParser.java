package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.plain.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses members and calls of those functions that plain scripts have. */
final class CallParser {
  private final Cursor cursor;
  private final Scopes scopes;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  CallParser(
      Cursor cursor, Scopes scopes, ExpressionParser expressions, StatementParser statements) {
    this.cursor = cursor;
    this.scopes = scopes;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** What begins with a name that the script has not declared. */
  Expression global(String name) {
    String path = name;
    if (cursor.accept(".")) {
      path += "." + cursor.expectName();
    }
    if (cursor.accept("(")) {
      BuiltIn function = BuiltIn.find(path);
      if (function == null) {
        throw new BeyondPlainException();
      }
      return new Call(function, arguments());
    }
    return switch (path) {
      case "Math.PI" -> new Literal(Value.of(Math.PI));
      case "Math.E" -> new Literal(Value.of(Math.E));
      case "Number.MAX_SAFE_INTEGER" -> new Literal(Value.of(9007199254740991.0));
      case "Number.MIN_SAFE_INTEGER" -> new Literal(Value.of(-9007199254740991.0));
      default -> throw new BeyondPlainException();
    };
  }

  /** A property of something, or a method that is called on it. */
  Expression member(Expression owner, String name) {
    if (!cursor.accept("(")) {
      if (Inherited.has(name)) {
        throw new BeyondPlainException();
      }
      return new Member(owner, name);
    }
    Traversal.Kind traversal = Traversal.Kind.find(name);
    if (traversal != null) {
      return traversal(traversal, owner);
    }
    Method method = Method.find(name);
    if (method == null) {
      throw new BeyondPlainException();
    }
    return new MethodCall(owner, method, arguments());
  }

  private Expression[] arguments() {
    List<Expression> arguments = new ArrayList<>();
    while (!cursor.accept(")")) {
      arguments.add(expressions.assignment());
      if (!cursor.accept(",") && !cursor.current().is(")")) {
        throw new BeyondPlainException();
      }
    }
    return arguments.toArray(Expression[]::new);
  }

  private Expression traversal(Traversal.Kind kind, Expression owner) {
    cursor.enter();
    scopes.open();
    Callback callback = callback();
    scopes.close();
    cursor.leave();
    Expression initial = null;
    if (kind == Traversal.Kind.REDUCE && cursor.accept(",") && !cursor.current().is(")")) {
      initial = expressions.assignment();
    }
    cursor.accept(",");
    cursor.expect(")");
    return new Traversal(kind, owner, callback, initial);
  }

  /**
   * A function where it is handed over. As nothing but the one who gets it can call it, its
   * variables are as good as the script's own.
   */
  private Callback callback() {
    List<String> names = parameters();
    Token arrow = cursor.current();
    if (!arrow.is("=>") || arrow.onNewLine()) {
      throw new BeyondPlainException();
    }
    cursor.take();
    int[] slots = names.stream().mapToInt(name -> scopes.declare(name, true).slot()).toArray();
    if (cursor.current().is("{")) {
      return new Callback(slots, statements.functionBody(), null);
    }
    return new Callback(slots, null, expressions.assignment());
  }

  private List<String> parameters() {
    if (cursor.current().kind() == Kind.NAME) {
      return List.of(cursor.take().text());
    }
    cursor.expect("(");
    List<String> names = new ArrayList<>();
    while (!cursor.accept(")")) {
      names.add(cursor.expectName());
      if (!cursor.accept(",") && !cursor.current().is(")")) {
        throw new BeyondPlainException();
      }
    }
    return names;
  }
}
