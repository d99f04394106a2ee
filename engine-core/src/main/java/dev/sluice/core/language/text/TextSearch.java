package dev.sluice.core.language.text;

/** Looks for text in text in time proportional to both, whatever they are. */
public final class TextSearch {
  /** Up to here the quick search of the platform cannot be made slow. */
  private static final int SHORT = 32;

  private TextSearch() {}

  /**
   * Whether a text contains another.
   *
   * @param text what may contain it
   * @param part what it may contain
   * @return true if it does
   */
  public static boolean contains(String text, String part) {
    if (part.length() <= SHORT || part.length() > text.length()) {
      return text.contains(part);
    }
    int[] borders = borders(part);
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      matched = advance(part, borders, matched, text.charAt(i));
      if (matched == part.length()) {
        return true;
      }
    }
    return false;
  }

  /** For each length of a prefix, the length of its longest proper prefix that is also its end. */
  private static int[] borders(String part) {
    int[] borders = new int[part.length() + 1];
    int matched = 0;
    for (int i = 1; i < part.length(); i++) {
      matched = advance(part, borders, matched, part.charAt(i));
      borders[i + 1] = matched;
    }
    return borders;
  }

  private static int advance(String part, int[] borders, int matched, char next) {
    int length = matched;
    while (length > 0 && part.charAt(length) != next) {
      length = borders[length];
    }
    return part.charAt(length) == next ? length + 1 : length;
  }
}
