package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Value;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as it was written
 * @param offset where it begins
 * @param value what a literal stands for, undefined for other words
 */
record Token(Kind kind, String text, int offset, Value value) {
  private static final int SHOWN = 40;

  /** What a word is. */
  enum Kind {
    NUMBER,
    STRING,
    NAME,
    TEMPLATE,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** How a message names it. */
  String description() {
    return switch (kind) {
      case NUMBER -> "the number " + shown();
      case STRING -> "the string " + shown();
      case NAME -> "the name \"" + shown() + "\"";
      case TEMPLATE -> "the template " + shown();
      case SYMBOL -> "\"" + shown() + "\"";
      case END -> "the end of the expression";
    };
  }

  private String shown() {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
