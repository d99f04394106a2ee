package dev.sluice.nodes.data;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.TextPatterns;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;

/** The formats of text that the drafts of JSON Schema name. Texts come from anyone. */
final class SchemaFormats {
  private static final String WORD = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String EMAIL_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String EMAIL =
      "^" + EMAIL_ATOM + "(?:\\." + EMAIL_ATOM + ")*@(?:" + WORD + "\\.)+" + WORD + "$";
  private static final String UUID =
      "^(?:urn:uuid:)?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$";
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String IPV4 = "^(?:" + OCTET + "\\.){3}" + OCTET + "$";
  private static final String TIME =
      "^[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$";
  private static final String DURATION =
      "^P(?:[0-9]+W|(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?)$";
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LABEL = 63;

  private final TextPatterns patterns;

  SchemaFormats(TextPatterns patterns) {
    this.patterns = patterns;
  }

  /** Whether a text has a format; any text has one that is not known. */
  Predicate<String> named(String name) {
    return switch (name) {
      case "date" -> SchemaFormats::isDate;
      case "time" -> time();
      case "date-time" -> dateTime();
      case "duration" -> duration();
      case "email", "idn-email" -> patterns.compile(EMAIL);
      case "hostname", "idn-hostname" -> SchemaFormats::isHost;
      case "ipv4" -> patterns.compile(IPV4);
      case "ipv6" -> ipv6();
      case "uri" -> text -> isAscii(text) && isUri(text, true);
      case "uri-reference" -> text -> isAscii(text) && isUri(text, false);
      case "iri" -> text -> isUri(text, true);
      case "iri-reference" -> text -> isUri(text, false);
      case "uri-template" -> SchemaFormats::isUriTemplate;
      case "uuid" -> patterns.compile(UUID);
      case "json-pointer" -> SchemaFormats::isPointer;
      case "relative-json-pointer" -> SchemaFormats::isRelativePointer;
      case "regex" -> this::isPattern;
      default -> text -> true;
    };
  }

  private static boolean isDate(String text) {
    if (text.length() != 10) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Predicate<String> time() {
    return patterns.compile(TIME).and(SchemaFormats::isTime);
  }

  private Predicate<String> dateTime() {
    Predicate<String> time = time();
    return text ->
        text.length() > 10
            && isDate(text.substring(0, 10))
            && "Tt ".indexOf(text.charAt(10)) >= 0
            && time.test(text.substring(11));
  }

  /** Whether the parts of a time are in range. A leap second comes before midnight in UTC. */
  private static boolean isTime(String text) {
    int hour = two(text, 0);
    int minute = two(text, 3);
    int second = two(text, 6);
    int zone = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    int zoneHour = 0;
    int zoneMinute = 0;
    if (zone > 0) {
      zoneHour = two(text, zone + 1);
      zoneMinute = text.length() > zone + 3 ? two(text, text.length() - 2) : 0;
    }
    if (hour > 23 || minute > 59 || zoneHour > 23 || zoneMinute > 59) {
      return false;
    }
    int offset = zoneHour * 60 + zoneMinute;
    boolean west = zone > 0 && text.charAt(zone) == '-';
    int utc = Math.floorMod(hour * 60 + minute + (west ? offset : -offset), 24 * 60);
    return second < 60 || (second == 60 && utc == 24 * 60 - 1);
  }

  private static int two(String text, int at) {
    return Integer.parseInt(text.substring(at, at + 2));
  }

  private Predicate<String> duration() {
    return patterns.compile(DURATION).and(text -> text.length() > 1 && !text.endsWith("T"));
  }

  private static boolean isHost(String text) {
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (host.length() > LONGEST_HOST) {
      return false;
    }
    for (String label : host.split("\\.", -1)) {
      if (label.isEmpty()
          || label.length() > LONGEST_LABEL
          || label.startsWith("-")
          || label.endsWith("-")
          || !label.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'))) {
        return false;
      }
    }
    return true;
  }

  private Predicate<String> ipv6() {
    Predicate<String> ipv4 = patterns.compile(IPV4);
    Predicate<String> group = patterns.compile("^[0-9A-Fa-f]{1,4}$");
    return text -> {
      if (text.length() > 45) {
        return false;
      }
      int gap = text.indexOf("::");
      String head = gap < 0 ? text : text.substring(0, gap);
      String tail = gap < 0 ? "" : text.substring(gap + 2);
      int count = groups(head, gap < 0, group, ipv4) + groups(tail, true, group, ipv4);
      return gap < 0 ? count == 8 : count >= 0 && count < 8;
    };
  }

  /** How many groups of an IPv6 address there are; far less than none if one is wrong. */
  private static int groups(
      String text, boolean atEnd, Predicate<String> group, Predicate<String> ipv4) {
    if (text.isEmpty()) {
      return 0;
    }
    int wrong = -100;
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      boolean isLast = atEnd && i == parts.length - 1;
      if (isLast && ipv4.test(parts[i])) {
        count++;
      } else if (!group.test(parts[i])) {
        return wrong;
      }
    }
    return count;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      return new URI(text).isAbsolute() || !absolute;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isUriTemplate(String text) {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '{' && open)
          || (c == '}' && !open)
          || c <= ' '
          || c == '"'
          || c == '<'
          || c == '>') {
        return false;
      }
      open = c == '{' || (open && c != '}');
    }
    return !open;
  }

  private static boolean isPointer(String text) {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      return false;
    }
    for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
      if (!text.startsWith("0", at + 1) && !text.startsWith("1", at + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRelativePointer(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    boolean isNumber = digits == 1 || (digits > 1 && text.charAt(0) != '0');
    String rest = text.substring(digits);
    return isNumber && (rest.equals("#") || isPointer(rest));
  }

  private boolean isPattern(String text) {
    try {
      patterns.compile(text);
      return true;
    } catch (EvaluationException e) {
      return false;
    }
  }
}
