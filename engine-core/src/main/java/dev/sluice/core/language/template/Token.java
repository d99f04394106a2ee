package dev.sluice.core.language.template;

/**
 * A piece of a template's source.
 *
 * @param text what it stands for: of a string its characters, of a name the name, else the source
 * @param bracketed whether a name was written in square brackets and so is never a keyword
 */
record Token(Kind kind, String text, int offset, boolean bracketed) {
  Token(Kind kind, String text, int offset) {
    this(kind, text, offset, false);
  }

  /** What a piece may be, with what a message calls it. */
  enum Kind {
    CONTENT("text"),
    COMMENT("a comment"),
    OPEN("\"{{\""),
    OPEN_UNESCAPED("\"{{{\""),
    OPEN_BLOCK("the start of a block"),
    OPEN_INVERSE("the start of an inverted block"),
    OPEN_INVERSE_CHAIN("\"{{else\""),
    INVERSE("\"{{else}}\""),
    OPEN_END_BLOCK("the end of a block"),
    OPEN_PARTIAL("a partial"),
    OPEN_DECORATOR("a decorator"),
    OPEN_RAW_BLOCK("\"{{{{\""),
    CLOSE_RAW_BLOCK("\"}}}}\""),
    END_RAW_BLOCK("the end of a raw block"),
    CLOSE("\"}}\""),
    CLOSE_UNESCAPED("\"}}}\""),
    OPEN_CALL("\"(\""),
    CLOSE_CALL("\")\""),
    EQUALS("\"=\""),
    SEPARATOR("a separator"),
    DATA("\"@\""),
    NAME("a name"),
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    UNDEFINED("undefined"),
    NULL("null"),
    OPEN_NAMES("\"as |\""),
    CLOSE_NAMES("\"|\""),
    END("the end of the template");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /** Whether a tilde follows the opening braces. */
  boolean stripsBefore() {
    return text.length() > 2 && text.charAt(2) == '~';
  }

  /** Whether a tilde precedes the two closing braces that this ends with. */
  boolean stripsAfter() {
    return text.length() > 2 && text.charAt(text.length() - 3) == '~';
  }
}
