package dev.sluice.core.language;

import dev.sluice.core.language.template.TemplateLimits;

/**
 * What the small languages may use up.
 *
 * @param templates for string templates, and all that is built on them
 */
public record LanguageLimits(TemplateLimits templates) {
  /** Limits that no honest template meets. */
  public static LanguageLimits defaults() {
    return new LanguageLimits(TemplateLimits.defaults());
  }
}
