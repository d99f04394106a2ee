package dev.sluice.core.language.format;

/** One piece of a date's format. */
@FunctionalInterface
interface DatePart {
  /** Writes this piece of a moment at the end of a text. */
  void write(StringBuilder text, ZonedMoment moment);
}
