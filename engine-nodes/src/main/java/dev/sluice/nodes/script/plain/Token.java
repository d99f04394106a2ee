package dev.sluice.nodes.script.plain;

/**
 * A word of a script.
 *
 * @param kind what it is
 * @param text a name, a sign, or the content of a string
 * @param number the number that it is, if it is one
 * @param onNewLine whether a line ended before it
 * @param end where in the script it ends
 */
record Token(Kind kind, String text, double number, boolean onNewLine, int end) {
  /** What a token is. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }
}
