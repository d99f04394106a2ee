package dev.sluice.core.compile;

import dev.sluice.api.language.Dates;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.payload.InvalidPathException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.core.language.Languages;
import java.util.function.Function;

/** Compiles the text of config fields, saying of a bad one which field it is. */
final class FieldCompiler {
  private static final int SHOWN = 200;

  private final Languages languages;

  FieldCompiler(Languages languages) {
    this.languages = languages;
  }

  StringTemplate template(String field, String source) {
    return compile(field, source, "a string template", languages::template);
  }

  Expression expression(String field, String source) {
    return compile(field, source, "an expression", languages::expression);
  }

  JsonTemplate jsonTemplate(String field, String source) {
    return compile(field, source, "a JSON template", languages::jsonTemplate);
  }

  PayloadPath path(String field, String source) {
    return compile(field, source, "a payload path", PayloadPath::parse);
  }

  Dates dates() {
    return languages.dates();
  }

  TextPatterns patterns() {
    return languages.patterns();
  }

  private static <T> T compile(
      String field, String source, String expected, Function<String, T> compiler) {
    try {
      return compiler.apply(source);
    } catch (SyntaxException | InvalidPathException e) {
      throw new InvalidConfigException(
          field, String.valueOf(e.getMessage()), shorten(source), expected);
    }
  }

  static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
