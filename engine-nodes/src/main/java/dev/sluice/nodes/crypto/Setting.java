package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a field's text means; worked out at once where the text is always the same. */
@FunctionalInterface
interface Setting<T> {
  int SHOWN = 40;

  /**
   * The meaning for a payload.
   *
   * @throws CryptoFailure if the text has none
   */
  T in(Payload payload);

  static <T> Setting<T> of(
      String field, StringTemplate template, String form, Function<String, Optional<T>> parser) {
    if (template.isConstant()) {
      T value =
          parser
              .apply(template.render(Payload.empty()))
              .orElseThrow(
                  () ->
                      new InvalidConfigException(field, "cannot be used", template.source(), form));
      return payload -> value;
    }
    return payload -> {
      String text = template.render(payload);
      return parser
          .apply(text)
          .orElseThrow(
              () ->
                  CryptoFailure.invalid(
                      field + " must be " + form + ", not \"" + shorten(text) + "\""));
    };
  }

  /** A setting whose blank text means a value of its own. */
  static <T> Setting<T> of(
      String field,
      StringTemplate template,
      T blank,
      String form,
      Function<String, Optional<T>> parser) {
    return of(
        field, template, form, text -> text.isBlank() ? Optional.of(blank) : parser.apply(text));
  }

  static Setting<Encoding> encoding(String field, StringTemplate template, Encoding blank) {
    return of(field, template, blank, Encoding.FORM, Encoding::named);
  }

  /** A hash algorithm, SHA-256 if there is none. */
  static Setting<HashAlgorithm> hash(
      String field, StringTemplate template, Set<HashAlgorithm> allowed) {
    return of(
        field,
        template,
        HashAlgorithm.SHA256,
        HashAlgorithm.form(allowed),
        name -> HashAlgorithm.named(name, allowed));
  }

  /**
   * What a template gives, not escaped if it is a single reference; empty if that is to nothing.
   */
  static String plain(StringTemplate template, Payload payload) {
    Value value = template.evaluate(payload);
    return value.isPresent() ? value.toText() : "";
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
