package dev.sluice.core.language.template;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.core.language.template.Token.Kind;
import java.util.ArrayDeque;

/**
 * Cuts a template's source into tokens, in one pass and without looking back.
 *
 * <p>Source of the rules: the lexical grammar of Handlebars 4.7.
 */
final class Lexer {
  private enum Mode {
    TEXT,
    ESCAPED,
    MUSTACHE,
    RAW
  }

  private final String source;
  private final boolean inJson;
  private final ArrayDeque<Token> ahead = new ArrayDeque<>(2);
  private Mode mode = Mode.TEXT;
  private int rawDepth;
  private int at;

  /** How many braces opened the tag that is being read: 2, 3, or 4 for a raw block. */
  private int braces;

  /**
   * A lexer.
   *
   * @param inJson whether a tag is closed by as many braces as opened it, any more being those of
   *     the JSON around it; otherwise the longest run of braces closes
   */
  Lexer(String source, boolean inJson) {
    this.source = source;
    this.inJson = inJson;
  }

  Token next() {
    Token first = ahead.poll();
    return first == null ? read() : first;
  }

  Token peek() {
    if (ahead.isEmpty()) {
      ahead.add(read());
    }
    return ahead.element();
  }

  /** The token after the next one. */
  Token peekSecond() {
    Token first = next();
    Token second = peek();
    ahead.addFirst(first);
    return second;
  }

  private Token read() {
    while (true) {
      Token token =
          switch (mode) {
            case TEXT -> readText();
            case ESCAPED -> readEscaped();
            case RAW -> readRaw();
            case MUSTACHE -> readMustache();
          };
      // Text of which nothing is left, and white space, are no tokens.
      if (!token.text().isEmpty() || token.kind() == Kind.END || token.kind() == Kind.STRING) {
        return token;
      }
    }
  }

  private Token readText() {
    int start = at;
    if (start == source.length()) {
      return new Token(Kind.END, "", start);
    }
    int open = source.indexOf("{{", start);
    if (open < 0) {
      at = source.length();
      return new Token(Kind.CONTENT, source.substring(start), start);
    }
    at = open;
    mode = Mode.MUSTACHE;
    int end = open;
    if (open > start && source.charAt(open - 1) == '\\') {
      end--;
      if (open - 1 == start || source.charAt(open - 2) != '\\') {
        mode = Mode.ESCAPED;
      }
    }
    return new Token(Kind.CONTENT, source.substring(start, end), start);
  }

  /** The text of an escaped mustache goes on to where the next one, or its escape, starts. */
  private Token readEscaped() {
    int start = at;
    int open = source.indexOf("{{", start + 2);
    int end = open < 0 ? source.length() : open;
    if (open > start + 2 && source.charAt(open - 1) == '\\') {
      end = open - 1;
      if (open > start + 3 && source.charAt(open - 2) == '\\') {
        end = open - 2;
      }
    }
    at = end;
    mode = Mode.TEXT;
    return new Token(Kind.CONTENT, source.substring(start, end), start);
  }

  private Token readRaw() {
    int start = at;
    int open = source.indexOf("{{{{", start);
    if (open < 0) {
      throw new SyntaxException("A raw block is not closed", start);
    }
    if (open > start) {
      at = open;
      return new Token(Kind.CONTENT, source.substring(start, open), start);
    }
    int close = source.startsWith("/", start + 4) ? nameEnd(start + 5) : start;
    if (close > start + 5 && source.startsWith("}}}}", close)) {
      at = close + 4;
      rawDepth--;
      if (rawDepth > 0) {
        return new Token(Kind.CONTENT, source.substring(start, at), start);
      }
      mode = Mode.TEXT;
      return new Token(Kind.END_RAW_BLOCK, source.substring(start + 5, close), start);
    }
    if (start + 4 < source.length() && source.charAt(start + 4) != '/') {
      rawDepth++;
      at = start + 4;
    } else {
      // Text that only starts like an end: up to the next place that may be one.
      int next = source.indexOf("{{{{", start + 1);
      if (next < 0) {
        throw new SyntaxException("A raw block is not closed", start);
      }
      at = next;
    }
    return new Token(Kind.CONTENT, source.substring(start, at), start);
  }

  private Token readMustache() {
    int start = at;
    if (start == source.length()) {
      return new Token(Kind.END, "", start);
    }
    char c = source.charAt(start);
    if (Spaces.isSpace(c)) {
      at = Spaces.skip(source, start);
      return new Token(Kind.CONTENT, "", start);
    }
    return switch (c) {
      case '{' -> readOpening();
      case '}', '~' -> readClosing();
      case '(' -> take(Kind.OPEN_CALL, 1);
      case ')' -> take(Kind.CLOSE_CALL, 1);
      case '=' -> take(Kind.EQUALS, 1);
      case '@' -> take(Kind.DATA, 1);
      case '|' -> take(Kind.CLOSE_NAMES, 1);
      case '/' -> take(Kind.SEPARATOR, 1);
      case '.' -> readDot();
      case '"', '\'' -> readString(c);
      case '[' -> readBracketed();
      default -> readWord();
    };
  }

  private Token take(Kind kind, int length) {
    int start = at;
    at += length;
    return new Token(kind, source.substring(start, at), start);
  }

  private Token takeAndLeave(Kind kind, int length) {
    mode = Mode.TEXT;
    return take(kind, length);
  }

  private Token readOpening() {
    int start = at;
    braces = 4;
    if (source.startsWith("{{{{", start)) {
      return take(Kind.OPEN_RAW_BLOCK, 4);
    }
    if (!source.startsWith("{{", start)) {
      throw unexpected(start);
    }
    int tilde = source.startsWith("~", start + 2) ? 1 : 0;
    int body = start + 2 + tilde;
    int length = 2 + tilde;
    char mark = body < source.length() ? source.charAt(body) : ' ';
    braces = mark == '{' ? 3 : 2;
    return switch (mark) {
      case '>' -> take(Kind.OPEN_PARTIAL, length + 1);
      case '*' -> take(Kind.OPEN_DECORATOR, length + 1);
      case '#' -> {
        if (source.startsWith(">", body + 1)) {
          yield take(Kind.OPEN_PARTIAL, length + 2);
        }
        yield source.startsWith("*", body + 1)
            ? take(Kind.OPEN_DECORATOR, length + 2)
            : take(Kind.OPEN_BLOCK, length + 1);
      }
      case '/' -> take(Kind.OPEN_END_BLOCK, length + 1);
      case '{' -> take(Kind.OPEN_UNESCAPED, length + 1);
      case '&' -> take(Kind.OPEN, length + 1);
      case '!' -> readComment(body);
      case '^' -> {
        int close = closingAt(body + 1);
        yield close < 0
            ? take(Kind.OPEN_INVERSE, length + 1)
            : takeAndLeave(Kind.INVERSE, close - start);
      }
      default -> readOpeningWord(body, length);
    };
  }

  /** An opening without a mark may be that of an else. */
  private Token readOpeningWord(int body, int length) {
    int start = at;
    int word = Spaces.skip(source, body);
    if (source.startsWith("else", word)) {
      int close = closingAt(word + 4);
      if (close >= 0) {
        return takeAndLeave(Kind.INVERSE, close - start);
      }
      if (word + 4 == source.length() || !isWordCharacter(source.charAt(word + 4))) {
        return take(Kind.OPEN_INVERSE_CHAIN, word + 4 - start);
      }
    }
    return take(Kind.OPEN, length);
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** The offset after closing braces that only white space precedes, or -1. */
  private int closingAt(int from) {
    int close = Spaces.skip(source, from);
    if (source.startsWith("~", close)) {
      close++;
    }
    return source.startsWith("}}", close) ? close + 2 : -1;
  }

  private Token readComment(int bang) {
    int start = at;
    int end;
    if (source.startsWith("--", bang + 1)) {
      int dashes = source.indexOf("--", bang + 1);
      while (dashes >= 0
          && !source.startsWith("}}", dashes + 2)
          && !source.startsWith("~}}", dashes + 2)) {
        dashes = source.indexOf("--", dashes + 1);
      }
      end = dashes < 0 ? -1 : source.indexOf("}}", dashes) + 2;
    } else {
      int close = source.indexOf("}}", bang);
      end = close < 0 ? -1 : close + 2;
    }
    if (end < 0) {
      throw new SyntaxException("A comment is not closed", start);
    }
    return takeAndLeave(Kind.COMMENT, end - start);
  }

  private Token readClosing() {
    int start = at;
    if (inJson && braces == 2 && source.startsWith("}}", start)) {
      return takeAndLeave(Kind.CLOSE, 2);
    }
    if (inJson && braces == 3 && source.startsWith("}}}", start)) {
      return takeAndLeave(Kind.CLOSE_UNESCAPED, 3);
    }
    if (source.startsWith("}}}}", start)) {
      mode = Mode.RAW;
      rawDepth = 1;
      return take(Kind.CLOSE_RAW_BLOCK, 4);
    }
    if (source.startsWith("}}}", start)) {
      return takeAndLeave(Kind.CLOSE_UNESCAPED, 3);
    }
    if (source.startsWith("}~}}", start)) {
      return takeAndLeave(Kind.CLOSE_UNESCAPED, 4);
    }
    if (source.startsWith("}}", start)) {
      return takeAndLeave(Kind.CLOSE, 2);
    }
    if (source.startsWith("~}}", start)) {
      return takeAndLeave(Kind.CLOSE, 3);
    }
    throw unexpected(start);
  }

  private Token readDot() {
    if (source.startsWith("..", at)) {
      return take(Kind.NAME, 2);
    }
    return take(endsName(at + 1) ? Kind.NAME : Kind.SEPARATOR, 1);
  }

  private Token readString(char quote) {
    int start = at;
    int end = closingDelimiter(start + 1, quote);
    if (end < 0) {
      throw new SyntaxException("A string is not closed", start);
    }
    at = end + 1;
    String text = source.substring(start + 1, end).replace("\\" + quote, String.valueOf(quote));
    return new Token(Kind.STRING, text, start);
  }

  private Token readBracketed() {
    int start = at;
    int end = closingDelimiter(start + 1, ']');
    if (end < 0) {
      throw new SyntaxException("A bracket is not closed", start);
    }
    at = end + 1;
    String raw = source.substring(start + 1, end);
    StringBuilder name = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        char escaped = raw.charAt(i + 1);
        if (escaped == '\\' || escaped == ']') {
          c = escaped;
          i++;
        }
      }
      name.append(c);
    }
    // The brackets stay on so that an empty name is a token too.
    return new Token(Kind.NAME, "[" + name + "]", start, true);
  }

  /** An escaped delimiter does not close, unless nothing after it does. */
  private int closingDelimiter(int from, char delimiter) {
    int escaped = -1;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == delimiter) {
        return i;
      }
      if (c == '\\' && i + 1 < source.length() && source.charAt(i + 1) == delimiter) {
        i++;
        escaped = i;
      }
    }
    return escaped;
  }

  private Token readWord() {
    int start = at;
    int number = numberEnd(start);
    if (number > start && endsLiteral(number)) {
      return take(Kind.NUMBER, number - start);
    }
    if (source.startsWith("as", start)) {
      int bar = Spaces.skip(source, start + 2);
      if (bar > start + 2 && source.startsWith("|", bar)) {
        return take(Kind.OPEN_NAMES, bar + 1 - start);
      }
    }
    int end = nameEnd(start);
    if (end == start || !endsName(end)) {
      throw unexpected(end == start ? start : end);
    }
    Kind kind = endsLiteral(end) ? wordKind(source.substring(start, end)) : Kind.NAME;
    return take(kind, end - start);
  }

  private static Kind wordKind(String word) {
    return switch (word) {
      case "true", "false" -> Kind.BOOLEAN;
      case "undefined" -> Kind.UNDEFINED;
      case "null" -> Kind.NULL;
      default -> Kind.NAME;
    };
  }

  private int numberEnd(int start) {
    int digits = source.startsWith("-", start) ? start + 1 : start;
    int end = digitsEnd(digits);
    if (end == digits) {
      return start;
    }
    if (source.startsWith(".", end)) {
      int fraction = digitsEnd(end + 1);
      if (fraction > end + 1) {
        return fraction;
      }
    }
    return end;
  }

  private int digitsEnd(int start) {
    int end = start;
    while (end < source.length() && source.charAt(end) >= '0' && source.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < source.length() && isNameCharacter(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return switch (c) {
      case '!', '"', '#', '.', '/', '@', '`' -> false;
      default ->
          !((c >= '%' && c <= ',')
              || (c >= ';' && c <= '>')
              || (c >= '[' && c <= '^')
              || (c >= '{' && c <= '~')
              || Spaces.isSpace(c));
    };
  }

  private boolean endsName(int offset) {
    if (offset >= source.length()) {
      return false;
    }
    char c = source.charAt(offset);
    return c == '=' || c == '/' || c == '.' || c == '|' || endsLiteral(offset);
  }

  private boolean endsLiteral(int offset) {
    if (offset >= source.length()) {
      return false;
    }
    char c = source.charAt(offset);
    return c == '~' || c == '}' || c == ')' || Spaces.isSpace(c);
  }

  private SyntaxException unexpected(int offset) {
    return offset >= source.length()
        ? new SyntaxException("A reference is not closed with \"}}\"", offset)
        : new SyntaxException(
            "Found an unexpected \"" + source.charAt(offset) + "\" in a reference", offset);
  }
}
