package dev.sluice.nodes.script.plain;

import dev.sluice.nodes.script.plain.Token.Kind;

/** Goes over the tokens of a script. */
final class Cursor {
  /** So deep parts may be nested, and so long chains of operators may be. */
  private static final int MAXIMUM_DEPTH = 60;

  private final Lexer lexer;
  private Token current;
  private int depth;

  Cursor(String script) {
    lexer = new Lexer(script);
    current = lexer.next(0);
  }

  Token current() {
    return current;
  }

  /** The token after the current one. */
  Token following() {
    return lexer.next(current.end());
  }

  Token take() {
    Token taken = current;
    current = lexer.next(taken.end());
    return taken;
  }

  /** Goes back to a token. */
  void backTo(Token token) {
    current = token;
  }

  boolean accept(String sign) {
    if (current.is(sign)) {
      take();
      return true;
    }
    return false;
  }

  boolean acceptWord(String word) {
    if (current.isWord(word)) {
      take();
      return true;
    }
    return false;
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw new BeyondPlainException();
    }
  }

  /** A name of any kind, as it may follow a dot. */
  String expectName() {
    if (current.kind() != Kind.NAME) {
      throw new BeyondPlainException();
    }
    return take().text();
  }

  /** Goes one level deeper; what is in there could nest without end. */
  void enter() {
    if (++depth > MAXIMUM_DEPTH) {
      throw new BeyondPlainException();
    }
  }

  void leave() {
    depth--;
  }

  /** Makes sure that a chain of operators, which is as deep as it is long, is not too long. */
  void checkLength(int links) {
    if (links > MAXIMUM_DEPTH) {
      throw new BeyondPlainException();
    }
  }

  /** Reads a piece of a template that begins where the current token ends. */
  boolean templatePiece(StringBuilder content) {
    int end = lexer.template(current.end(), content);
    boolean last = lexer.isBackQuote(end);
    current = lexer.next(last ? end + 1 : end + 2);
    return last;
  }

  /** Whether a statement may end before the current token. */
  boolean isAtStatementEnd() {
    if (current.is(";") || current.is("}") || current.kind() == Kind.END) {
      return true;
    }
    if (!current.onNewLine()) {
      return false;
    }
    // What could go on with the line before does.
    return switch (current.kind()) {
      case NAME -> !current.text().equals("in") && !current.text().equals("instanceof");
      case NUMBER, STRING -> true;
      case SIGN -> current.is("{");
      case END -> true;
    };
  }

  /** Ends a statement, be it by a semicolon or where none is needed. */
  void endStatement() {
    if (!isAtStatementEnd()) {
      throw new BeyondPlainException();
    }
    accept(";");
  }
}
