package dev.sluice.nodes.data;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;

/**
 * Standard CSS selectors in the notation of the library that searches by them. It knows more, some
 * of it by regular expressions of the selector's own, and reads {@code ~=} as one; none of this is
 * let through.
 */
final class CssSelector {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_NESTING = 16;
  private static final Set<String> PSEUDO_CLASSES =
      Set.of(
          "root",
          "empty",
          "first-child",
          "last-child",
          "only-child",
          "first-of-type",
          "last-of-type",
          "only-of-type",
          "nth-child",
          "nth-last-child",
          "nth-of-type",
          "nth-last-of-type",
          "not",
          "is",
          "has");

  private static final Pattern PSEUDO_CLASS = Pattern.compile(":([a-zA-Z-]+)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\[\\s*([\\w:-]+(?:\\|[\\w:-]+)?)\\s*(?:([~|^$*]?=)\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\\]\"']*))\\s*)?]");

  private final String source;
  private final StringBuilder translated = new StringBuilder();
  private int nesting;
  private int outermostHas = Integer.MAX_VALUE;

  private CssSelector(String source) {
    this.source = source;
  }

  /**
   * Compiles a selector.
   *
   * @param source a selector or a list of them
   * @param root the element that is searched
   * @return tells which elements it selects, for one search; empty if it is no selector
   */
  static Optional<Predicate<Element>> compile(String source, Element root) {
    if (source.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    CssSelector selector = new CssSelector(source);
    try {
      return selector.translate()
          ? Optional.of(QueryParser.parse(selector.translated.toString()).asPredicate(root))
          : Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the selector has nothing but what CSS knows. */
  private boolean translate() {
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      int next =
          switch (c) {
            case '[' -> attribute(at);
            case ':' -> pseudoClass(at);
            case '\\' -> copy(at, Math.min(at + 2, source.length()));
            default -> copy(at, at + 1);
          };
      if (next < 0) {
        return false;
      }
      nesting += c == '(' ? 1 : 0;
      if (c == ')' && --nesting <= outermostHas) {
        outermostHas = Integer.MAX_VALUE;
      }
      if (nesting > MAX_NESTING) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private int copy(int from, int to) {
    translated.append(source, from, to);
    return to;
  }

  private int pseudoClass(int at) {
    Matcher matcher = PSEUDO_CLASS.matcher(source).region(at, source.length());
    if (!matcher.lookingAt() || !PSEUDO_CLASSES.contains(matcher.group(1))) {
      return -1;
    }
    if (matcher.group(1).equals("has")) {
      // CSS has none within another, which would also take the product of their times.
      if (outermostHas != Integer.MAX_VALUE) {
        return -1;
      }
      outermostHas = nesting;
    }
    return copy(at, matcher.end());
  }

  private int attribute(int at) {
    Matcher matcher = ATTRIBUTE.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      return -1;
    }
    String name = matcher.group(1);
    String operator = matcher.group(2);
    if (operator == null) {
      translated.append('[').append(name).append(']');
      return matcher.end();
    }
    String value = value(matcher);
    switch (operator) {
      case "~=" -> {
        // Of a word that is none, no list of words has it.
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
          return -1;
        }
        translated.append('[').append(name).append("~=(?:^|\\s)").append(literal(value));
        translated.append("(?:\\s|$)]");
      }
      case "|=" -> {
        String quoted = quoted(value);
        translated.append(":is([").append(name).append('=').append(quoted).append("], [");
        translated.append(name).append("^=").append(quoted(value + "-")).append("])");
      }
      default ->
          translated.append('[').append(name).append(operator).append(quoted(value)).append(']');
    }
    return matcher.end();
  }

  private static String value(Matcher matcher) {
    for (int group = 3; group < 5; group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.group(5);
  }

  private static String quoted(String value) {
    char quote = value.indexOf('"') < 0 ? '"' : '\'';
    return quote + value + quote;
  }

  /** A regular expression that a text is, without characters that mean anything in a selector. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                literal.appendCodePoint(c);
              } else {
                literal.append("\\x{").append(Integer.toHexString(c)).append('}');
              }
            });
    return literal.toString();
  }
}
