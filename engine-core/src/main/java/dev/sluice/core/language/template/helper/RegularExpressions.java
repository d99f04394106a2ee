package dev.sluice.core.language.template.helper;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.api.language.EvaluationException;
import java.util.function.Predicate;

/** JavaScript's regular expressions, on an engine whose time grows with the text and no more. */
public final class RegularExpressions {
  /** A pattern is written for people to read; what is longer is not one. */
  private static final int MAX_LENGTH = 4_000;

  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
          + "\\x{3000}\\x{FEFF}";

  private static final String NOT_SPACES =
      "\\x00-\\x08\\x0E-\\x1F!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"
          + "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}"
          + "\\x{FF00}-\\x{10FFFF}";

  private RegularExpressions() {}

  /**
   * Compiles an expression to search texts with.
   *
   * @throws EvaluationException if it is none, is not supported, or would be too large
   */
  public static Predicate<String> search(String source) {
    Pattern pattern = compile(source);
    return text -> pattern.matcher(text).find();
  }

  static Pattern compile(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new EvaluationException(
          "A regular expression is longer than " + MAX_LENGTH + " characters");
    }
    RegularExpressionSize.check(source);
    try {
      return Pattern.compile(translate(source));
    } catch (PatternSyntaxException e) {
      throw new EvaluationException(
          "The regular expression \"" + source + "\" is not supported: " + e.getDescription());
    }
  }

  /** Rewrites what the two notations write differently. */
  private static String translate(String source) {
    StringBuilder result = new StringBuilder(source.length() + 16);
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length()) {
        i = translateEscape(source, i + 1, inClass, result);
      } else if (inClass) {
        inClass = c != ']';
        result.append(c == '[' ? "\\[" : String.valueOf(c));
      } else if (c == '[') {
        inClass = true;
        i = openClass(source, i, result);
        inClass = source.charAt(i) != ']';
      } else if (c == '.') {
        result.append("[^\\n\\r\\x{2028}\\x{2029}]");
      } else if (c == '(' && source.startsWith("(?<", i) && isName(source, i + 3)) {
        result.append("(?P<");
        i += 2;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static boolean isName(String source, int at) {
    return at < source.length() && source.charAt(at) != '=' && source.charAt(at) != '!';
  }

  /** JavaScript closes a class at once where RE2 takes a first bracket for an item. */
  private static int openClass(String source, int open, StringBuilder result) {
    if (source.startsWith("[]", open)) {
      result.append("[^\\x00-\\x{10FFFF}]");
      return open + 1;
    }
    if (source.startsWith("[^]", open)) {
      result.append("[\\x00-\\x{10FFFF}]");
      return open + 2;
    }
    result.append('[');
    if (source.startsWith("^", open + 1)) {
      result.append('^');
      return open + 1;
    }
    return open;
  }

  private static int translateEscape(String source, int at, boolean inClass, StringBuilder result) {
    char c = source.charAt(at);
    switch (c) {
      case 's' -> result.append(inClass ? SPACES : "[" + SPACES + "]");
      case 'S' -> result.append(inClass ? NOT_SPACES : "[^" + SPACES + "]");
      case '/', '-' -> result.append('\\').append(c);
      case 'v' -> result.append("\\x0B");
      case '0' -> result.append("\\x00");
      case 'b' -> result.append(inClass ? "\\x08" : "\\b");
      case 'u' -> {
        if (isHex(source, at + 1, 4)) {
          result.append("\\x{").append(source, at + 1, at + 5).append('}');
          return at + 4;
        }
        result.append('u');
      }
      case 'c' -> {
        if (at + 1 < source.length() && Character.isLetter(source.charAt(at + 1))) {
          result.append("\\x{").append(Integer.toHexString(source.charAt(at + 1) % 32)).append('}');
          return at + 1;
        }
        result.append("\\\\c");
      }
      case 'd', 'D', 'w', 'W', 'B', 'n', 'r', 't', 'f' -> result.append('\\').append(c);
      case 'x' -> {
        if (isHex(source, at + 1, 2)) {
          result.append("\\x").append(source, at + 1, at + 3);
          return at + 2;
        }
        result.append('x');
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k' ->
          throw new EvaluationException(
              "The regular expression \"" + source + "\" is not supported: it refers back");
      default -> {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
          result.append(c);
        } else if (c < 128) {
          result.append('\\').append(c);
        } else {
          result.append(c);
        }
      }
    }
    return at;
  }

  private static boolean isHex(String source, int from, int count) {
    if (from + count > source.length()) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (Character.digit(source.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
