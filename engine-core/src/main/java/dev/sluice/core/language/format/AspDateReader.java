package dev.sluice.core.language.format;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /Date(1198908717056)/}, which some servers write for want of dates in JSON. */
final class AspDateReader {
  private static final Pattern WRAPPED =
      Pattern.compile("/?Date\\((-?\\d+)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_DIGITS = 17;

  private AspDateReader() {}

  static OptionalLong read(String text) {
    Matcher matcher = WRAPPED.matcher(text);
    if (!matcher.lookingAt()) {
      return OptionalLong.empty();
    }
    String digits = matcher.group(1);
    return OptionalLong.of(digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits));
  }
}
