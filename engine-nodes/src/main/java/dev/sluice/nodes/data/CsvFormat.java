package dev.sluice.nodes.data;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/**
 * What separates and encloses the fields of CSV text. None is empty; each may have more than one
 * character.
 *
 * @param delimiter between fields
 * @param recordDelimiter between records
 * @param quote before and after a field that has one of the others within it
 * @param escape before a quote within quotes
 */
record CsvFormat(String delimiter, String recordDelimiter, String quote, String escape) {
  /** The fields that give a format. */
  record Templates(
      StringTemplate delimiter,
      StringTemplate recordDelimiter,
      StringTemplate quote,
      StringTemplate escape) {
    CsvFormat format(Payload payload) {
      return new CsvFormat(
          text(delimiter, payload, ","),
          text(recordDelimiter, payload, "\n"),
          text(quote, payload, "\""),
          text(escape, payload, "\""));
    }

    /** The text of a single reference is not escaped: what it refers to is often a quote. */
    private static String text(StringTemplate template, Payload payload, String otherwise) {
      Value value = template.evaluate(payload);
      String text = value.isPresent() ? value.toText() : "";
      return text.isEmpty() ? otherwise : text;
    }
  }
}
