package dev.sluice.nodes.script.plain;

import dev.sluice.nodes.script.plain.Token.Kind;

/**
 * Takes a script apart. Knows no regular expressions: where one could begin the parser expects an
 * operand, and does not take the sign of a division for one.
 */
final class Lexer {
  /** Longer ones first. */
  private static final String[] SIGNS = {
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=",
    "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "+", "-", "*", "/",
    "%", "&", "|", "^", "!", "~", "?", ":", "=", "`"
  };

  private final String script;

  Lexer(String script) {
    this.script = script;
    // Line ends that few think of, and comments that begin or end as those of HTML do.
    if (script.indexOf('\u2028') >= 0
        || script.indexOf('\u2029') >= 0
        || script.contains("<!--")
        || script.contains("-->")) {
      throw new BeyondPlainException();
    }
  }

  /** The token that begins at a place, or after what is no token there. */
  Token next(int from) {
    int at = from;
    boolean newLine = from == 0;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '\n' || c == '\r') {
        newLine = true;
        at++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else if (script.startsWith("//", at)) {
        at = lineEnd(at);
      } else if (script.startsWith("/*", at)) {
        int end = script.indexOf("*/", at + 2);
        if (end < 0) {
          throw new BeyondPlainException();
        }
        newLine |= lineEnd(at) < end;
        at = end + 2;
      } else {
        return token(at, newLine);
      }
    }
    return new Token(Kind.END, "", 0, newLine, at);
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < script.length() && script.charAt(at) != '\n' && script.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private Token token(int at, boolean newLine) {
    char c = script.charAt(at);
    if (isNameStart(c)) {
      int end = at;
      while (end < script.length() && isNamePart(script.charAt(end))) {
        end++;
      }
      refuseNameAt(end);
      return new Token(Kind.NAME, script.substring(at, end).intern(), 0, newLine, end);
    }
    if (isDigit(c) || (c == '.' && isDigitAt(at + 1))) {
      return number(at, newLine);
    }
    if (c == '\'' || c == '"') {
      return string(at, newLine);
    }
    for (String sign : SIGNS) {
      if (script.startsWith(sign, at) && !(sign.equals("?.") && isDigitAt(at + 2))) {
        return new Token(Kind.SIGN, sign, 0, newLine, at + sign.length());
      }
    }
    throw new BeyondPlainException();
  }

  private Token number(int at, boolean newLine) {
    int end = at;
    if (script.charAt(at) == '0' && at + 1 < script.length()) {
      char next = script.charAt(at + 1);
      if (next == 'x' || next == 'X') {
        return hexadecimal(at, newLine);
      }
      if (isDigit(next)) {
        // Octal, or not.
        throw new BeyondPlainException();
      }
    }
    end = digitsEnd(end);
    if (end < script.length() && script.charAt(end) == '.') {
      end = digitsEnd(end + 1);
    }
    if (end < script.length() && (script.charAt(end) == 'e' || script.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < script.length()
          && (script.charAt(exponent) == '+' || script.charAt(exponent) == '-')) {
        exponent++;
      }
      end = digitsEnd(exponent);
      if (end == exponent) {
        throw new BeyondPlainException();
      }
    }
    refuseNameAt(end);
    return new Token(Kind.NUMBER, "", Double.parseDouble(script.substring(at, end)), newLine, end);
  }

  private Token hexadecimal(int at, boolean newLine) {
    int end = at + 2;
    while (end < script.length() && Character.digit(script.charAt(end), 16) >= 0) {
      end++;
    }
    // Fifteen digits are exact as a long, thirteen as a double.
    if (end == at + 2 || end > at + 15) {
      throw new BeyondPlainException();
    }
    refuseNameAt(end);
    long number = Long.parseLong(script, at + 2, end, 16);
    return new Token(Kind.NUMBER, "", number, newLine, end);
  }

  private int digitsEnd(int from) {
    int at = from;
    while (isDigitAt(at)) {
      at++;
    }
    return at;
  }

  private boolean isDigitAt(int at) {
    return at < script.length() && isDigit(script.charAt(at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }

  /** A name goes on, or follows a number, with what names rarely have in them. */
  private void refuseNameAt(int at) {
    if (at < script.length()) {
      char c = script.charAt(at);
      if (c == '\\' || c > '~' || isNamePart(c)) {
        throw new BeyondPlainException();
      }
    }
  }

  private Token string(int at, boolean newLine) {
    char quote = script.charAt(at);
    StringBuilder content = new StringBuilder();
    int next = at + 1;
    while (next < script.length()) {
      char c = script.charAt(next);
      if (c == quote) {
        return new Token(Kind.STRING, content.toString(), 0, newLine, next + 1);
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      next = c == '\\' ? escape(next, content) : literal(next, content);
    }
    throw new BeyondPlainException();
  }

  private int literal(int at, StringBuilder content) {
    content.append(script.charAt(at));
    return at + 1;
  }

  /** Reads an escape and gives where it ends. */
  private int escape(int at, StringBuilder content) {
    if (at + 1 >= script.length()) {
      throw new BeyondPlainException();
    }
    char c = script.charAt(at + 1);
    switch (c) {
      case 'n' -> content.append('\n');
      case 't' -> content.append('\t');
      case 'r' -> content.append('\r');
      case 'b' -> content.append('\b');
      case 'f' -> content.append('\f');
      case 'v' -> content.append('\u000B');
      case 'u' -> {
        return code(at + 2, 4, content);
      }
      case 'x' -> {
        return code(at + 2, 2, content);
      }
      default -> {
        if (c < ' ' || c > '~' || isNamePart(c)) {
          throw new BeyondPlainException();
        }
        content.append(c);
      }
    }
    return at + 2;
  }

  private int code(int at, int digits, StringBuilder content) {
    int code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < script.length() ? Character.digit(script.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new BeyondPlainException();
      }
      code = code * 16 + digit;
    }
    content.append((char) code);
    return at + digits;
  }

  /**
   * Reads a piece of a template, up to its end or to a value in it.
   *
   * @return where the piece ends: at a back quote, or at a dollar sign before a brace
   */
  int template(int from, StringBuilder content) {
    int at = from;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '`' || script.startsWith("${", at)) {
        return at;
      }
      if (c == '\r') {
        throw new BeyondPlainException();
      }
      at = c == '\\' ? escape(at, content) : literal(at, content);
    }
    throw new BeyondPlainException();
  }

  boolean isBackQuote(int at) {
    return script.charAt(at) == '`';
  }
}
