package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.plain.Statement.Completion;
import dev.sluice.nodes.script.plain.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses statements, and refuses those that plain scripts do not have. */
final class StatementParser {
  private static final Literal NOTHING = new Literal(Value.undefined());
  private static final Literal ALWAYS = new Literal(Value.of(true));
  private static final Statement EMPTY = new Block(new Statement[0]);

  private final Cursor cursor;
  private final Scopes scopes = new Scopes();
  private final ExpressionParser expressions;

  /** How many functions are around the place. */
  private int functions;

  StatementParser(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionParser(cursor, scopes, this);
  }

  /** All of a script, whose first variable is its payload. */
  Statement script() {
    scopes.declare("payload", true);
    List<Statement> statements = new ArrayList<>();
    while (cursor.current().kind() != Kind.END) {
      statements.add(statement());
    }
    return block(statements);
  }

  int variables() {
    return scopes.slots();
  }

  Statement functionBody() {
    functions++;
    Statement body = braced();
    functions--;
    return body;
  }

  private Statement statement() {
    cursor.enter();
    Statement statement = statementWithin();
    cursor.leave();
    return statement;
  }

  private Statement statementWithin() {
    Token token = cursor.current();
    if (token.is("{")) {
      return braced();
    }
    if (cursor.accept(";")) {
      return EMPTY;
    }
    if (token.kind() == Kind.NAME) {
      switch (token.text()) {
        case "let", "const", "var" -> {
          Statement declaration = declaration();
          cursor.endStatement();
          return declaration;
        }
        case "if" -> {
          return branch();
        }
        case "for" -> {
          return forLoop();
        }
        case "while" -> {
          cursor.take();
          Expression condition = condition();
          return new Loop(EMPTY, condition, substatement(), NOTHING);
        }
        case "return" -> {
          return returning();
        }
        case "break" -> {
          return jump(Completion.BREAK);
        }
        case "continue" -> {
          return jump(Completion.CONTINUE);
        }
        default -> {}
      }
    }
    Expression expression = expressions.sequence();
    if (cursor.current().is(":")) {
      throw new BeyondPlainException();
    }
    cursor.endStatement();
    return new Effect(expression);
  }

  private Statement braced() {
    cursor.expect("{");
    scopes.open();
    List<Statement> statements = new ArrayList<>();
    while (!cursor.accept("}")) {
      if (cursor.current().kind() == Kind.END) {
        throw new BeyondPlainException();
      }
      statements.add(statement());
    }
    scopes.close();
    return block(statements);
  }

  private static Statement block(List<Statement> statements) {
    return statements.size() == 1
        ? statements.getFirst()
        : new Block(statements.toArray(Statement[]::new));
  }

  /** A statement that depends on another; what it declares would be in sight of it alone. */
  private Statement substatement() {
    scopes.open();
    Statement statement = statement();
    scopes.close();
    return statement;
  }

  private Expression condition() {
    cursor.expect("(");
    Expression condition = expressions.sequence();
    cursor.expect(")");
    return condition;
  }

  private Statement branch() {
    cursor.take();
    Expression condition = condition();
    Statement yes = substatement();
    return new Branch(condition, yes, cursor.acceptWord("else") ? substatement() : EMPTY);
  }

  private Statement returning() {
    cursor.take();
    if (cursor.current().onNewLine() && !cursor.isAtStatementEnd()) {
      throw new BeyondPlainException();
    }
    Expression value = cursor.current().onNewLine() || isAtEnd() ? NOTHING : expressions.sequence();
    cursor.endStatement();
    return new Return(value);
  }

  private boolean isAtEnd() {
    Token token = cursor.current();
    return token.is(";") || token.is("}") || token.kind() == Kind.END;
  }

  private Statement jump(Completion how) {
    cursor.take();
    cursor.endStatement();
    return new Jump(how);
  }

  private Statement declaration() {
    String word = cursor.take().text();
    List<Statement> statements = new ArrayList<>();
    do {
      String name = cursor.expectName();
      boolean isGiven = cursor.accept("=");
      // The name is not in sight of what it is given.
      Expression value = isGiven ? expressions.assignment() : NOTHING;
      Local local = declare(word, name);
      if (isGiven || !word.equals("var")) {
        statements.add(new Effect(new Assignment(local, value)));
      }
    } while (cursor.accept(","));
    return block(statements);
  }

  private Local declare(String word, String name) {
    if (!word.equals("var")) {
      return scopes.declare(name, word.equals("let"));
    }
    if (functions > 0) {
      // It would be one of the function.
      throw new BeyondPlainException();
    }
    return scopes.declareInFunction(name);
  }

  private Statement forLoop() {
    cursor.take();
    cursor.expect("(");
    scopes.open();
    Statement loop = isIteration() ? iteration() : loop();
    scopes.close();
    return loop;
  }

  private boolean isIteration() {
    Token word = cursor.current();
    boolean declares = word.isWord("let") || word.isWord("const") || word.isWord("var");
    if (!declares) {
      return false;
    }
    cursor.take();
    boolean is = cursor.current().kind() == Kind.NAME && cursor.following().isWord("of");
    cursor.backTo(word);
    return is;
  }

  private Statement iteration() {
    String word = cursor.take().text();
    String name = cursor.expectName();
    cursor.take();
    Expression items = expressions.assignment();
    cursor.expect(")");
    Local item = declare(word, name);
    return new Iteration(item.slot(), items, substatement());
  }

  private Statement loop() {
    Statement start = EMPTY;
    if (!cursor.current().is(";")) {
      Token word = cursor.current();
      start =
          word.isWord("let") || word.isWord("const") || word.isWord("var")
              ? declaration()
              : new Effect(expressions.sequence());
    }
    cursor.expect(";");
    Expression condition = cursor.current().is(";") ? ALWAYS : expressions.sequence();
    cursor.expect(";");
    Expression step = cursor.current().is(")") ? NOTHING : expressions.sequence();
    cursor.expect(")");
    return new Loop(start, condition, substatement(), step);
  }
}
