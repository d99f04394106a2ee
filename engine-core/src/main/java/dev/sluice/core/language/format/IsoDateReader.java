package dev.sluice.core.language.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the forms of ISO 8601 dates. */
final class IsoDateReader {
  private static final Pattern EXTENDED =
      Pattern.compile(
          "\\s*((?:[+-]\\d{6}|\\d{4})-(?:\\d\\d-\\d\\d|W\\d\\d-\\d|W\\d\\d|\\d\\d\\d|\\d\\d))"
              + "(?:([T ])(\\d\\d(?::\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)?)"
              + "([+-]\\d\\d(?::?\\d\\d)?|\\s*Z)?)?");
  private static final Pattern BASIC =
      Pattern.compile(
          "\\s*((?:[+-]\\d{6}|\\d{4})(?:\\d{4}|W\\d{3}|W\\d\\d|\\d{3}|\\d\\d|))"
              + "(?:([T ])(\\d\\d(?:\\d\\d(?:\\d\\d(?:[.,]\\d+)?)?)?)"
              + "([+-]\\d\\d(?::?\\d\\d)?|\\s*Z)?)?");

  /** The first that is found in a date tells its layout. */
  private static final List<Layout> DATES =
      List.of(
          Layout.of("YYYYYY-MM-DD", "[+-]\\d{6}-\\d\\d-\\d\\d", true),
          Layout.of("YYYY-MM-DD", "\\d{4}-\\d\\d-\\d\\d", true),
          Layout.of("GGGG-[W]WW-E", "\\d{4}-W\\d\\d-\\d", true),
          Layout.of("GGGG-[W]WW", "\\d{4}-W\\d\\d", false),
          Layout.of("YYYY-DDD", "\\d{4}-\\d{3}", true),
          Layout.of("YYYY-MM", "\\d{4}-\\d\\d", false),
          Layout.of("YYYYYYMMDD", "[+-]\\d{10}", true),
          Layout.of("YYYYMMDD", "\\d{8}", true),
          Layout.of("GGGG[W]WWE", "\\d{4}W\\d{3}", true),
          Layout.of("GGGG[W]WW", "\\d{4}W\\d\\d", false),
          Layout.of("YYYYDDD", "\\d{7}", true),
          Layout.of("YYYYMM", "\\d{6}", false),
          Layout.of("YYYY", "\\d{4}", false));

  private IsoDateReader() {}

  private record Layout(String tokens, Pattern form, boolean takesTime) {
    private static Layout of(String tokens, String form, boolean takesTime) {
      return new Layout(tokens, Pattern.compile(form), takesTime);
    }
  }

  /** The format to read a date by, or null if it is not in ISO 8601. */
  static @Nullable String layout(String text) {
    Matcher matcher = EXTENDED.matcher(text);
    if (!matcher.matches()) {
      matcher = BASIC.matcher(text);
      if (!matcher.matches()) {
        return null;
      }
    }
    String date = matcher.group(1);
    String time = matcher.group(3);
    for (Layout layout : DATES) {
      if (layout.form().matcher(date).find()) {
        if (time == null) {
          return layout.tokens();
        }
        String zone = matcher.group(4) == null ? "" : "Z";
        return layout.takesTime()
            ? layout.tokens() + matcher.group(2) + timeTokens(time) + zone
            : null;
      }
    }
    return null;
  }

  private static String timeTokens(String time) {
    boolean colons = time.indexOf(':') >= 0;
    int point = Math.max(time.indexOf('.'), time.indexOf(','));
    int whole = point < 0 ? time.length() : point;
    int units = colons ? (whole + 1) / 3 : whole / 2;
    String separator = colons ? ":" : "";
    String tokens =
        switch (units) {
          case 1 -> "HH";
          case 2 -> "HH" + separator + "mm";
          default -> "HH" + separator + "mm" + separator + "ss";
        };
    return point < 0 ? tokens : tokens + time.charAt(point) + "SSSS";
  }
}
