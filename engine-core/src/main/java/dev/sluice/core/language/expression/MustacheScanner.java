package dev.sluice.core.language.expression;

import dev.sluice.api.language.SyntaxException;

/** Finds where a template in an expression ends, and refuses those that cannot give a value. */
record MustacheScanner(String source) {
  /** Where the template that begins at an offset ends: the offset after its braces. */
  int scan(int start) {
    if (source.startsWith("{{{{", start)) {
      throw refused("a raw block", start);
    }
    boolean triple = source.startsWith("{{{", start);
    String closing = triple ? "}}}" : "}}";
    int at = start + closing.length();
    if (!triple) {
      refuseStatement(start, at);
    }
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '}' && source.startsWith(closing, at)) {
        return at + closing.length();
      }
      at =
          switch (c) {
            case '"', '\'' -> endOfString(at, c);
            case '[' -> endOfSegment(at);
            case '{', '}' ->
                throw Unexpected.at(
                    at, "\"" + c + "\" in a template", "\"" + closing + "\" to close it");
            default -> at + 1;
          };
    }
    throw Unexpected.at(start, "a template that is not closed", "\"" + closing + "\" at its end");
  }

  private void refuseStatement(int start, int content) {
    int at = content;
    if (at < source.length() && source.charAt(at) == '~') {
      at++;
    }
    while (at < source.length() && Lexer.isSpace(source.charAt(at))) {
      at++;
    }
    char first = at < source.length() ? source.charAt(at) : '}';
    switch (first) {
      case '#', '/', '^' -> throw refused("a block helper", start);
      case '!' -> throw refused("a comment", start);
      case '>' -> throw refused("a partial", start);
      case '*' -> throw refused("a decorator", start);
      default -> {
        if (source.startsWith("else", at)
            && (at + 4 == source.length() || !isIdPart(source.charAt(at + 4)))) {
          throw refused("a block helper", start);
        }
      }
    }
  }

  private static boolean isIdPart(char c) {
    return Lexer.isNamePart(c) || c == '-' || c == '.' || c == '/' || c == ':';
  }

  private static SyntaxException refused(String found, int offset) {
    return Unexpected.at(offset, found, "a template that gives one value");
  }

  /**
   * A quote after a backslash belongs to the string, unless no other is left to close it:
   * Handlebars knows no escape for the backslash itself.
   */
  private int endOfString(int start, char quote) {
    int escaped = -1;
    int at = source.indexOf(quote, start + 1);
    while (at >= 0) {
      // The backslash of an empty string's opening would be outside of it.
      if (at - 1 == start || source.charAt(at - 1) != '\\') {
        return at + 1;
      }
      escaped = at;
      at = source.indexOf(quote, at + 1);
    }
    if (escaped >= 0) {
      return escaped + 1;
    }
    throw Unexpected.at(start, "a string in a template that is not closed", quote + " at its end");
  }

  private int endOfSegment(int start) {
    int escaped = -1;
    int at = source.indexOf(']', start + 1);
    while (at >= 0) {
      if (source.charAt(at - 1) != '\\') {
        return at + 1;
      }
      escaped = at;
      at = source.indexOf(']', at + 1);
    }
    if (escaped >= 0) {
      return escaped + 1;
    }
    throw Unexpected.at(start, "\"[\" in a template", "\"]\" to close it");
  }
}
