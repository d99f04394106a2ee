package dev.sluice.core.language.format;

import dev.sluice.core.language.format.DateFields.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date by a format, forgivingly: each token takes the next piece of the text that suits it,
 * and what stands between is passed over.
 */
final class PatternDateReader {
  private static final int ANY = Integer.MAX_VALUE;

  private final String text;
  private final ZoneId zone;
  private final Instant now;
  private final DateFields fields = new DateFields();
  private int position;
  private boolean used;
  private boolean wrong;
  private @Nullable Boolean afternoon;
  private boolean beforeChrist;
  private @Nullable OptionalLong timestamp;

  PatternDateReader(String text, ZoneId zone, Instant now) {
    this.text = text;
    this.zone = zone;
    this.now = now;
  }

  OptionalLong read(String format) {
    DateLocale locale = DateLocales.english();
    for (String piece : DateTokens.split(DateTokens.expand(format, locale))) {
      readPiece(piece);
    }
    if (wrong || !used || (afternoon != null && !fields.hasDateOrTime())) {
      return OptionalLong.empty();
    }
    applyMeridiem();
    if (beforeChrist && fields.has(Field.YEAR)) {
      fields.set(Field.YEAR, 1L - fields.get(Field.YEAR, 0));
    }
    return timestamp != null ? timestamp : fields.resolve(zone, now);
  }

  private void applyMeridiem() {
    if (afternoon == null || !fields.has(Field.HOUR)) {
      return;
    }
    int hour = fields.get(Field.HOUR, 0);
    if (afternoon && hour < 12) {
      fields.set(Field.HOUR, hour + 12L);
    } else if (!afternoon && hour == 12) {
      fields.set(Field.HOUR, 0);
    }
  }

  private void readPiece(String piece) {
    switch (piece) {
      case "Y", "YYYYY", "YYYYYY", "YYYY", "YY", "y", "yy", "yyy", "yyyy", "yo" -> readYear(piece);
      case "N", "NN", "NNN" -> readEra("AD", "BC");
      case "NNNN" -> readEra("Anno Domini", "Before Christ");
      case "NNNNN" -> readEra("AD", "BC");
      case "Q" -> number(Field.MONTH, 1, 1, quarter -> (quarter - 1) * 3 + 1);
      case "M", "MM" -> number(Field.MONTH, 1, 2);
      case "MMM", "MMMM" -> readName(DateLocales.english().shortMonths(""), Field.MONTH, 1);
      case "D", "DD" -> number(Field.DAY, 1, 2);
      case "Do" -> readOrdinalDay();
      case "DDD" -> number(Field.DAY_OF_YEAR, 1, 3);
      case "DDDD" -> number(Field.DAY_OF_YEAR, 3, 3);
      case "d" -> number(Field.WEEKDAY_FROM_SUNDAY, 1, 2);
      case "dd", "ddd", "dddd" ->
          readName(DateLocales.english().shortestWeekdays(), Field.WEEKDAY_FROM_SUNDAY, 0);
      case "e" -> number(Field.WEEKDAY_FROM_START, 1, 2);
      case "E" -> number(Field.ISO_WEEKDAY, 1, 2);
      case "w", "ww" -> number(Field.WEEK, 1, 2);
      case "W", "WW" -> number(Field.ISO_WEEK, 1, 2);
      case "gg" -> number(Field.WEEK_YEAR, 1, 2, PatternDateReader::century);
      case "gggg" -> number(Field.WEEK_YEAR, 1, 4);
      case "ggggg" -> signed(Field.WEEK_YEAR, 6);
      case "GG" -> number(Field.ISO_WEEK_YEAR, 1, 2, PatternDateReader::century);
      case "GGGG" -> number(Field.ISO_WEEK_YEAR, 1, 4);
      case "GGGGG" -> signed(Field.ISO_WEEK_YEAR, 6);
      default -> readTime(piece);
    }
  }

  private void readTime(String piece) {
    switch (piece) {
      case "H", "HH", "h", "hh" -> number(Field.HOUR, 1, 2);
      case "k", "kk" -> number(Field.HOUR, 1, 2, hour -> hour == 24 ? 0 : hour);
      case "hmm", "Hmm" -> readClock(3, 4);
      case "hmmss", "Hmmss" -> readClock(5, 6);
      case "a", "A" -> readMeridiem();
      case "m", "mm" -> number(Field.MINUTE, 1, 2);
      case "s", "ss" -> number(Field.SECOND, 1, 2);
      case "Z", "ZZ" -> readOffset();
      case "X" -> readSeconds();
      case "x" -> readMillis();
      case "G", "g" -> takeSigned(ANY);
      default -> {
        if (piece.charAt(0) == 'S') {
          readFraction(piece.length() < 4 ? 3 : ANY);
        } else {
          skip(DateTokens.literal(piece));
        }
      }
    }
  }

  private void skip(String literal) {
    int at = literal.isEmpty() ? -1 : text.indexOf(literal, position);
    if (at >= 0) {
      position = at + literal.length();
    }
  }

  /** What a token makes of its number. */
  @FunctionalInterface
  private interface Meaning {
    long of(long number);
  }

  private void number(Field field, int fewest, int most) {
    number(field, fewest, most, number -> number);
  }

  private void number(Field field, int fewest, int most, Meaning meaning) {
    String digits = takeDigits(fewest, most);
    if (digits != null) {
      fields.set(field, meaning.of(parse(digits)));
    }
  }

  private void signed(Field field, int most) {
    String digits = takeSigned(most);
    if (digits != null) {
      used = true;
      fields.set(field, parse(digits));
    }
  }

  private void readYear(String piece) {
    switch (piece) {
      case "YY" -> number(Field.YEAR, 1, 2, PatternDateReader::century);
      case "YYYY" -> {
        String digits = takeDigits(1, 4);
        if (digits != null) {
          long year = parse(digits);
          fields.set(Field.YEAR, digits.length() == 2 ? century(year) : year);
        }
      }
      case "YYYYY", "YYYYYY" -> signed(Field.YEAR, 6);
      case "Y" -> signed(Field.YEAR, ANY);
      default -> number(Field.YEAR, 1, ANY);
    }
  }

  private static long century(long year) {
    return year + (year > 68 ? 1900 : 2000);
  }

  private void readEra(String after, String before) {
    if (text.regionMatches(true, position, after, 0, after.length())) {
      position += after.length();
      used = true;
    } else if (text.regionMatches(true, position, before, 0, before.length())) {
      position += before.length();
      used = true;
      beforeChrist = true;
    }
  }

  private void readOrdinalDay() {
    String digits = takeDigits(1, 2);
    if (digits == null) {
      return;
    }
    fields.set(Field.DAY, parse(digits));
    for (String ending : List.of("th", "st", "nd", "rd")) {
      if (text.startsWith(ending, position)) {
        position += ending.length();
        return;
      }
    }
  }

  private void readName(List<String> starts, Field field, int first) {
    String word = takeWord();
    if (word == null) {
      return;
    }
    used = true;
    for (int i = 0; i < starts.size(); i++) {
      if (word.regionMatches(true, 0, starts.get(i), 0, starts.get(i).length())) {
        fields.set(field, (long) i + first);
        return;
      }
    }
    wrong = true;
  }

  private void readClock(int fewest, int most) {
    String digits = takeDigits(fewest, most);
    if (digits == null) {
      return;
    }
    int end = digits.length();
    if (fewest == 5) {
      fields.set(Field.SECOND, parse(digits.substring(end - 2)));
      end -= 2;
    }
    fields.set(Field.MINUTE, parse(digits.substring(end - 2, end)));
    fields.set(Field.HOUR, parse(digits.substring(0, end - 2)));
  }

  private void readMeridiem() {
    for (int i = position; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (c == 'a' || c == 'p') {
        afternoon = c == 'p';
        used = true;
        position = i + 1;
        takeOptional('.');
        takeOptional('m');
        takeOptional('.');
        return;
      }
    }
  }

  private void takeOptional(char wanted) {
    if (position < text.length() && Character.toLowerCase(text.charAt(position)) == wanted) {
      position++;
    }
  }

  private void readOffset() {
    for (int i = position; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'Z' || c == 'z') {
        position = i + 1;
        setOffset(0);
        return;
      }
      if ((c == '+' || c == '-') && digitsAt(i + 1) >= 2) {
        int end = i + 3;
        int minutes = Integer.parseInt(text.substring(i + 1, end)) * 60;
        int next = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
        if (digitsAt(next) >= 2) {
          minutes += Integer.parseInt(text.substring(next, next + 2));
          end = next + 2;
        }
        position = end;
        setOffset(c == '-' ? -minutes : minutes);
        return;
      }
    }
  }

  private void setOffset(int minutes) {
    used = true;
    fields.set(Field.OFFSET_MINUTES, minutes);
  }

  private void readSeconds() {
    String whole = takeSigned(ANY);
    if (whole == null) {
      return;
    }
    used = true;
    String seconds = whole;
    if (position < text.length() && text.charAt(position) == '.' && digitsAt(position + 1) > 0) {
      int end = position + 1 + Math.min(3, digitsAt(position + 1));
      seconds += text.substring(position, end);
      position = end;
    }
    setTimestamp(Double.parseDouble(seconds) * 1000);
  }

  private void readMillis() {
    String digits = takeSigned(ANY);
    if (digits != null) {
      used = true;
      setTimestamp(Double.parseDouble(digits));
    }
  }

  private void setTimestamp(double millis) {
    timestamp =
        ZonedMoment.isInRange((long) millis)
            ? OptionalLong.of((long) millis)
            : OptionalLong.empty();
  }

  private void readFraction(int most) {
    String digits = takeDigits(1, most);
    if (digits != null) {
      fields.set(Field.MILLISECOND, (long) (Double.parseDouble("0." + digits) * 1000));
    }
  }

  private static long parse(String digits) {
    // A number this long is out of every range.
    return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  private int digitsAt(int from) {
    return DateScanner.digits(text, from);
  }

  /** The next digits of which there are enough in a row. */
  private @Nullable String takeDigits(int fewest, int most) {
    int at = position;
    while (at < text.length()) {
      int run = digitsAt(at);
      if (run >= fewest) {
        position = at + Math.min(run, most);
        used = true;
        return text.substring(at, position);
      }
      at += Math.max(1, run);
    }
    return null;
  }

  /** The next digits with the sign before them; not counted as used, since not every token is. */
  private @Nullable String takeSigned(int most) {
    for (int at = position; at < text.length(); at++) {
      char c = text.charAt(at);
      int start = c == '+' || c == '-' ? at + 1 : at;
      int run = Math.min(most, digitsAt(start));
      if (run > 0) {
        position = start + run;
        return text.substring(at, position);
      }
    }
    return null;
  }

  /** The next word, with digits that touch it from the left. */
  private @Nullable String takeWord() {
    int at = position;
    while (at < text.length()) {
      int letters = at + digitsAt(at);
      int end = letters;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
      if (end > letters) {
        position = end;
        return text.substring(at, end).toLowerCase(Locale.ROOT);
      }
      at = letters + 1;
    }
    return null;
  }

  private static boolean isLetter(char c) {
    return c == '\''
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '\u00A0' && c <= '\u05FF')
        || (c >= '\u0700' && c <= '\uD7FF')
        || (c >= '\uF900' && c <= '\uFDCF')
        || (c >= '\uFDF0' && c <= '\uFF07')
        || (c >= '\uFF10' && c <= '\uFFEF');
  }
}
