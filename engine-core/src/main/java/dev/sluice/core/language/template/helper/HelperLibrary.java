package dev.sluice.core.language.template.helper;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All helpers by name, save the ones that are part of the language. They are made with the first
 * one that is asked for, as many templates only refer to values. Safe for many threads.
 */
public final class HelperLibrary {
  /** Helpers whose text is not escaped: it would no longer be what they promise. */
  private static final Set<String> MARKUP = Set.of("jsonEncode");

  private final Formats formats;
  private volatile @Nullable Map<String, Helper> helpers;

  /**
   * The helpers.
   *
   * @param formats what the formatting ones write with
   */
  public HelperLibrary(Formats formats) {
    this.formats = formats;
  }

  private Map<String, Helper> helpers() {
    Map<String, Helper> known = helpers;
    if (known == null) {
      known = make(formats);
      helpers = known;
    }
    return known;
  }

  private static Map<String, Helper> make(Formats formats) {
    Map<String, Helper> all = new HashMap<>();
    all.putAll(NumberHelpers.all());
    all.putAll(TextHelpers.all());
    all.putAll(ConditionHelpers.all());
    all.putAll(EncodingHelpers.all());
    all.putAll(JsonHelpers.all());
    all.putAll(CollectionHelpers.all());
    all.putAll(FormatHelpers.all(formats));
    all.putAll(GpsHelpers.all());
    all.putAll(MarkupHelpers.all());
    all.putAll(RenderingHelpers.all());
    return Map.copyOf(all);
  }

  /**
   * The helper of a name.
   *
   * @param name the name
   * @return the helper, or null if there is none
   */
  public @Nullable Helper find(String name) {
    return helpers().get(name);
  }

  /** The names of all helpers. */
  public Set<String> names() {
    return helpers().keySet();
  }

  /**
   * Whether a helper's text is printed as it is even where values are escaped.
   *
   * @param name the helper's name
   * @return true if it is
   */
  public boolean isMarkup(String name) {
    return MARKUP.contains(name);
  }
}
