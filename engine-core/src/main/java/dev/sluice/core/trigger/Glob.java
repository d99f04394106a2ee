package dev.sluice.core.trigger;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A text with wildcards: {@code *} for any characters, {@code ?} for one, {@code [a-c]} and {@code
 * [!a-c]} for one of a set, <code>{a,b}</code> for one of several texts; a backslash takes the next
 * character as it is. Matching takes time in proportion to the text.
 */
public final class Glob {
  /** A longer one stands for itself. */
  private static final int MAX_LENGTH = 1_024;

  private static final String SPECIAL = "*?[]{}\\";

  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Whether a text has no wildcard and only matches itself. */
  static boolean isPlain(String text) {
    return text.length() > MAX_LENGTH || text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** A glob of any text, which heeds no case. */
  public static Glob ofText(String text) {
    return compile(new Translation(text, ".*", ".*", "."), Pattern.CASE_INSENSITIVE);
  }

  /** A glob of names, which heeds the case. */
  static Glob ofNames(String text) {
    return compile(new Translation(text, ".*", ".*", "."), 0);
  }

  /** A glob of paths: only {@code **} goes beyond a slash. */
  static Glob ofPaths(String text) {
    return compile(new Translation(text, "[^/]*", ".*", "[^/]"), 0);
  }

  private static Glob compile(Translation translation, int flags) {
    String plain = Pattern.quote(translation.text);
    if (isPlain(translation.text)) {
      return new Glob(Pattern.compile(plain, flags));
    }
    try {
      return new Glob(Pattern.compile(translation.expression(), flags | Pattern.DOTALL));
    } catch (PatternSyntaxException e) {
      return new Glob(Pattern.compile(plain, flags));
    }
  }

  /** Whether a text matches. */
  public boolean matches(String text) {
    return pattern.matches(text);
  }

  /** Writes a glob as a regular expression. */
  private static final class Translation {
    private final String text;
    private final String star;
    private final String stars;
    private final String one;
    private final StringBuilder expression = new StringBuilder();
    private final Set<Integer> braces = new HashSet<>();

    Translation(String text, String star, String stars, String one) {
      this.text = text;
      this.star = star;
      this.stars = stars;
      this.one = one;
    }

    String expression() {
      pairBraces();
      int depth = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '\\' -> {
            i = Math.min(i + 1, text.length() - 1);
            literal(text.charAt(i));
          }
          case '*' -> {
            int end = i;
            while (end + 1 < text.length() && text.charAt(end + 1) == '*') {
              end++;
            }
            if (end == i) {
              expression.append(star);
            } else if (!stars.equals(star)
                && end + 1 < text.length()
                && text.charAt(end + 1) == '/') {
              // Folders, or none: the slash goes with them.
              expression.append("(?:").append(stars).append("/)?");
              end++;
            } else {
              expression.append(stars);
            }
            i = end;
          }
          case '?' -> expression.append(one);
          case '[' -> i = set(i);
          case '{' -> {
            if (braces.contains(i)) {
              expression.append("(?:");
              depth++;
            } else {
              literal(c);
            }
          }
          case '}' -> {
            if (braces.contains(i)) {
              expression.append(')');
              depth--;
            } else {
              literal(c);
            }
          }
          case ',' -> {
            if (depth > 0) {
              expression.append('|');
            } else {
              literal(c);
            }
          }
          default -> literal(c);
        }
      }
      return expression.toString();
    }

    /** Finds the braces that belong together; one that is alone stands for itself. */
    private void pairBraces() {
      Deque<Integer> open = new ArrayDeque<>();
      for (int i = 0; i < text.length(); i++) {
        switch (text.charAt(i)) {
          case '\\' -> i++;
          case '{' -> open.push(i);
          case '}' -> {
            if (!open.isEmpty()) {
              braces.add(open.pop());
              braces.add(i);
            }
          }
          default -> {}
        }
      }
    }

    /**
     * Writes a set, and answers where it ends; a bracket that is never closed stands for itself.
     */
    private int set(int from) {
      int at = from + 1;
      boolean not = at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
      if (not) {
        at++;
      }
      int end = text.indexOf(']', at + 1);
      if (end < 0) {
        literal('[');
        return from;
      }
      expression.append(not ? "[^" : "[");
      for (int i = at; i < end; i++) {
        char c = text.charAt(i);
        if (c != '-') {
          literal(c);
        } else {
          expression.append(i == at || i == end - 1 ? "\\-" : "-");
        }
      }
      expression.append(']');
      return end;
    }

    private void literal(char c) {
      if (c < 128 && !Character.isLetterOrDigit(c) && c != ' ') {
        expression.append('\\');
      }
      expression.append(c);
    }
  }
}
