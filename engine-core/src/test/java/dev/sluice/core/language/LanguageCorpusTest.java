package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.PayloadPath;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every text of every real flow compiles in its language, whether its node exists or not. */
class LanguageCorpusTest {
  /** Fields whose text is in another language altogether, each with which. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of("RawFunctionNode.script", "JavaScript: two braces are an object in a block there");

  /** Fields whose text is JSON once rendered, though nothing beside them says so. */
  private static final Set<String> JSON_FIELDS =
      Set.of("queryTemplate", "deviceQueryJsonTemplate", "eventJsonTemplate", "rowJsonTemplate");

  /** Fields that are paths by the node's reference, though their names do not say so. */
  private static final Set<String> PATH_FIELDS =
      Set.of("MutateNode.source", "MutateNode.destination");

  private enum Language {
    STRING_TEMPLATE,
    JSON_TEMPLATE,
    EXPRESSION,
    PATH,
    NONE
  }

  private final Languages languages = new Languages(Clock.systemUTC(), LanguageLimits.defaults());

  @Test
  void everyTextCompiles() throws IOException {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    Map<String, Integer> exceptions = new TreeMap<>();
    EXCEPTIONS.keySet().forEach(field -> exceptions.put(field, 0));
    List<String> failures = new ArrayList<>();
    for (CorpusTexts.Entry entry : CorpusTexts.all()) {
      String qualified = entry.nodeType() + "." + entry.name();
      Language language = EXCEPTIONS.containsKey(qualified) ? Language.NONE : languageOf(entry);
      if (language == Language.NONE) {
        exceptions.computeIfPresent(qualified, (name, count) -> count + 1);
      } else {
        counts.merge(language, 1, Integer::sum);
        compile(language, entry, failures);
      }
    }
    System.out.println("Corpus texts compiled: " + counts + ", left out: " + exceptions);
    assertEquals(List.of(), failures);
    Set<Language> all = EnumSet.complementOf(EnumSet.of(Language.NONE));
    assertEquals(all, counts.keySet());
  }

  private static Language languageOf(CorpusTexts.Entry entry) {
    String name = entry.name();
    if (entry.text().isBlank()) {
      return Language.NONE;
    }
    // Of some fields another one says what they hold.
    String kind = entry.holder().path(name + "Type").asText();
    if (name.equals("value")) {
      kind += entry.holder().path("type").asText();
    } else if (name.equals("bodyTemplate")) {
      kind += entry.holder().path("bodyType").asText();
    }
    if (name.endsWith("Path")
        || PATH_FIELDS.contains(entry.nodeType() + "." + name)
        || kind.endsWith("ath")) {
      return Language.PATH;
    }
    if (name.toLowerCase(Locale.ROOT).endsWith("expression")) {
      return Language.EXPRESSION;
    }
    if (JSON_FIELDS.contains(name) || kind.startsWith("json")) {
      return Language.JSON_TEMPLATE;
    }
    return name.endsWith("Template") || entry.text().contains("{{")
        ? Language.STRING_TEMPLATE
        : Language.NONE;
  }

  private void compile(Language language, CorpusTexts.Entry entry, List<String> failures) {
    String text = entry.text();
    try {
      switch (language) {
        case STRING_TEMPLATE -> languages.template(text);
        case JSON_TEMPLATE -> languages.jsonTemplate(text);
        case EXPRESSION -> languages.expression(text);
        case PATH -> PayloadPath.parse(text);
        case NONE -> throw new IllegalArgumentException("No language: " + entry);
      }
    } catch (SyntaxException | InvalidPathException e) {
      failures.add(entry + " as " + language + ": " + e.getMessage() + ": " + text);
    }
  }
}
