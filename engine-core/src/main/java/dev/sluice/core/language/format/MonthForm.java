package dev.sluice.core.language.format;

/** When a language writes the name of a month in the form it has within a date. */
enum MonthForm {
  NEVER,
  AFTER_DAY,
  AFTER_DOTTED_DAY,
  NEXT_TO_DAY,
  BETWEEN_HYPHENS;

  static MonthForm named(String name) {
    return switch (name) {
      case "day" -> AFTER_DAY;
      case "dotted-day" -> AFTER_DOTTED_DAY;
      case "adjacent-day" -> NEXT_TO_DAY;
      default -> NEVER;
    };
  }

  boolean appliesTo(String format) {
    return switch (this) {
      case NEVER -> false;
      case AFTER_DAY -> hasDayBeforeMonth(format, "MMM", "oD");
      case AFTER_DOTTED_DAY -> hasDayBeforeMonth(format, "MMMM", "o.D");
      case NEXT_TO_DAY -> format.contains("D MMMM");
      case BETWEEN_HYPHENS -> format.contains("-MMM-");
    };
  }

  /**
   * Whether a month comes after a D, with at most one of some characters and then only blanks and
   * bracketed text in between, at least one of them.
   */
  private static boolean hasDayBeforeMonth(String format, String month, String afterDay) {
    int position = format.indexOf('D');
    while (position >= 0) {
      int at = position + 1;
      if (at < format.length() && afterDay.indexOf(format.charAt(at)) >= 0) {
        at++;
        if (afterDay.indexOf('.') >= 0
            && format.charAt(at - 1) == 'D'
            && at < format.length()
            && (format.charAt(at) == 'o' || format.charAt(at) == '.')) {
          at++;
        }
      }
      int end = skipBlanks(format, at);
      if (end > at && format.startsWith(month, end)) {
        return true;
      }
      position = format.indexOf('D', position + 1);
    }
    return false;
  }

  private static int skipBlanks(String format, int from) {
    int at = from;
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c == '[') {
        int close = at + 1;
        while (close < format.length()
            && format.charAt(close) != ']'
            && format.charAt(close) != '[') {
          close++;
        }
        if (close == format.length() || format.charAt(close) == '[') {
          return at;
        }
        at = close + 1;
      } else if (DateScanner.isBlank(c)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }
}
