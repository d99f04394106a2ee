package dev.sluice.core.language.expression;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** Splits an expression into words, one after the other. */
final class Lexer {
  private final String source;
  private final MustacheScanner mustaches;
  private int at;

  Lexer(String source) {
    this.source = source;
    this.mustaches = new MustacheScanner(source);
  }

  /**
   * The next word; at the end, the end again and again.
   *
   * @throws SyntaxException if what follows is no word of the language
   */
  Token next() {
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    int start = at;
    if (start == source.length()) {
      return new Token(Token.Kind.END, "", start, Value.undefined());
    }
    char c = source.charAt(start);
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      return number(start);
    }
    if (c == '\'' || c == '"') {
      return string(start);
    }
    if (isNamePart(c)) {
      skipName();
      return word(Token.Kind.NAME, start);
    }
    if (c == '{' && peek(1) == '{') {
      at = mustaches.scan(start);
      return word(Token.Kind.TEMPLATE, start);
    }
    at += symbolLength(start, c);
    return word(Token.Kind.SYMBOL, start);
  }

  private Token word(Token.Kind kind, int start) {
    return new Token(kind, source.substring(start, at), start, Value.undefined());
  }

  private char peek(int distance) {
    int index = at + distance;
    return index < source.length() ? source.charAt(index) : '\0';
  }

  private Token number(int start) {
    skipDigits();
    if (peek(0) == '.') {
      at++;
      skipDigits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (!isDigit(peek(0))) {
        throw Unexpected.at(at, found(at), "the digits of an exponent");
      }
      skipDigits();
    }
    if (isNamePart(peek(0))) {
      throw Unexpected.at(at, found(at), "an operator after a number");
    }
    String text = source.substring(start, at);
    return new Token(Token.Kind.NUMBER, text, start, NumberValue.of(Double.parseDouble(text)));
  }

  private void skipDigits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private void skipName() {
    while (isNamePart(peek(0))) {
      at++;
    }
  }

  private Token string(int start) {
    char quote = source.charAt(start);
    StringBuilder text = new StringBuilder();
    at = start + 1;
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == quote) {
        return new Token(
            Token.Kind.STRING, source.substring(start, at), start, StringValue.of(text.toString()));
      }
      if (c == '\\' && at < source.length()) {
        escape(text);
      } else {
        text.append(c);
      }
    }
    throw Unexpected.at(start, "a string that is not closed", quote + " at its end");
  }

  /** Reads what follows a backslash. */
  private void escape(StringBuilder text) {
    char c = source.charAt(at++);
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append((char) 0x0B);
      case '0' -> text.append('\0');
      case 'x' -> text.append((char) hexadecimal(2));
      case 'u' -> unicode(text);
      case '\r' -> at += peek(0) == '\n' ? 1 : 0;
      case '\n', (char) 0x2028, (char) 0x2029 -> {
        // A line that goes on in the next one.
      }
      default -> text.append(c);
    }
  }

  private void unicode(StringBuilder text) {
    if (peek(0) != '{') {
      text.append((char) hexadecimal(4));
      return;
    }
    int digits = at + 1;
    int close = source.indexOf('}', digits);
    int length = close - digits;
    if (close < 0 || length < 1 || length > 8) {
      throw Unexpected.at(digits, found(digits), "the digits of a code point and \"}\"");
    }
    at = digits;
    int codePoint = hexadecimal(length);
    if (!Character.isValidCodePoint(codePoint)) {
      throw Unexpected.at(digits, "a number above 10FFFF", "a code point");
    }
    text.appendCodePoint(codePoint);
    at = close + 1;
  }

  private int hexadecimal(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      char c = peek(0);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw Unexpected.at(at, found(at), "a hexadecimal digit");
      }
      number = (number << 4) | digit;
      at++;
    }
    return number;
  }

  private int symbolLength(int start, char c) {
    char second = peek(1);
    return switch (c) {
      case '(', ')', ',', '+', '-', '*', '/', '%', '^' -> 1;
      case '<', '>' -> second == c || second == '=' ? 2 : 1;
      case '!' -> second != '=' ? 1 : peek(2) == '=' ? 3 : 2;
      case '=' -> {
        if (second != '=') {
          throw Unexpected.at(start, found(start), "\"==\" or \"===\"");
        }
        yield peek(2) == '=' ? 3 : 2;
      }
      case '&', '|' -> {
        if (second != c) {
          throw Unexpected.at(start, found(start), "\"" + c + c + "\"");
        }
        yield 2;
      }
      default -> throw Unexpected.at(start, found(start), "a value or an operator");
    };
  }

  /** How a message names the character at an offset. */
  private String found(int offset) {
    return offset < source.length()
        ? "\"" + Character.toString(source.codePointAt(offset)) + "\""
        : "the end of the expression";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNamePart(char c) {
    return isDigit(c) || Character.isLetter(c) || c == '_' || c == '$';
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
  }
}
