package dev.sluice.core.manage;

import dev.sluice.core.trigger.Glob;

/** Finds names by a pattern with wildcards that heeds no case. */
@FunctionalInterface
interface NameFilter {
  /**
   * Whether a name is found.
   *
   * @param text has the name in it, folded
   * @param from where the name begins
   * @param to where it ends
   */
  boolean test(char[] text, int from, int to);

  default boolean test(String name) {
    char[] text = fold(name).toCharArray();
    return test(text, 0, text.length);
  }

  /** A text without a difference of case, as long as it was. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  static NameFilter of(String pattern) {
    if (pattern.chars().anyMatch(c -> "[]{}\\".indexOf(c) >= 0)) {
      Glob glob = Glob.ofText(pattern);
      return (text, from, to) -> glob.matches(new String(text, from, to - from));
    }
    char[] folded = fold(pattern).toCharArray();
    return (text, from, to) -> matches(folded, text, from, to);
  }

  /**
   * Most patterns only have {@code *} and {@code ?}, and many names are looked at: where what
   * follows a star fails, it is enough to let the last star take one character more.
   */
  private static boolean matches(char[] pattern, char[] text, int from, int to) {
    int at = from;
    int in = 0;
    int star = -1;
    int retry = from;
    while (at < to) {
      if (in < pattern.length && pattern[in] == '*') {
        star = in++;
        retry = at;
      } else if (in < pattern.length && (pattern[in] == '?' || pattern[in] == text[at])) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < pattern.length && pattern[in] == '*') {
      in++;
    }
    return in == pattern.length;
  }
}
