package dev.sluice.core.manage;

import dev.sluice.core.trigger.Glob;
import java.util.function.Predicate;

/** Finds names by a pattern with wildcards that heeds no case. */
final class NameFilter {
  private static final String SPECIAL = "[]{}\\";

  private NameFilter() {}

  static Predicate<String> of(String pattern) {
    if (pattern.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)) {
      Glob glob = Glob.ofText(pattern);
      return glob::matches;
    }
    return name -> matches(pattern, name);
  }

  /**
   * Most patterns only have {@code *} and {@code ?}, and many names are looked at: where what
   * follows a star fails, it is enough to let the last star take one character more.
   */
  private static boolean matches(String pattern, String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (at < name.length()) {
      char wanted = in < pattern.length() ? pattern.charAt(in) : 0;
      if (in < pattern.length() && wanted == '*') {
        star = in++;
        retry = at;
      } else if (in < pattern.length() && (wanted == '?' || same(wanted, name.charAt(at)))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }

  private static boolean same(char one, char other) {
    return one == other
        || Character.toLowerCase(Character.toUpperCase(one))
            == Character.toLowerCase(Character.toUpperCase(other));
  }
}
