package dev.sluice.core.language.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages that dates can be written in. */
final class DateLocales {
  private static final Map<String, DateLocale> BY_TAG = read();
  private static final DateLocale ENGLISH = named("en");

  private DateLocales() {}

  static DateLocale english() {
    return ENGLISH;
  }

  /** The locale with a tag such as {@code de-AT}, else that of its language, else English. */
  static DateLocale find(String tag) {
    DateLocale exact = BY_TAG.get(tag);
    if (exact != null) {
      return exact;
    }
    if (tag.length() > 35) {
      return ENGLISH;
    }
    String key = tag.toLowerCase(Locale.ROOT).replace('_', '-');
    DateLocale locale = BY_TAG.get(key);
    while (locale == null && key.indexOf('-') > 0) {
      key = key.substring(0, key.lastIndexOf('-'));
      locale = BY_TAG.get(key);
    }
    return locale == null ? ENGLISH : locale;
  }

  private static DateLocale named(String tag) {
    DateLocale locale = BY_TAG.get(tag);
    if (locale == null) {
      throw new IllegalStateException("no locale " + tag);
    }
    return locale;
  }

  private static Map<String, DateLocale> read() {
    Map<String, Map<String, String>> sections = new HashMap<>();
    Map<String, String> section = new HashMap<>();
    for (String line : lines("locales.txt")) {
      if (line.startsWith("[")) {
        List<String> names = DateLocale.split(line.substring(1, line.length() - 1), ' ');
        // A section follows the ones it completes.
        section = new HashMap<>(sections.getOrDefault(names.getLast(), english(sections)));
        sections.put(names.getFirst(), section);
      } else {
        int equals = line.indexOf('=');
        if (equals > 0) {
          section.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    }
    Map<String, DateLocale> locales = new HashMap<>();
    sections.forEach((tag, rows) -> locales.put(tag, new DateLocale(rows)));
    return Map.copyOf(locales);
  }

  private static Map<String, String> english(Map<String, Map<String, String>> sections) {
    return sections.getOrDefault("en", Map.of());
  }

  /** The lines of a resource next to this class, less comments. */
  static List<String> lines(String resource) {
    try (InputStream stream = DateLocales.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
