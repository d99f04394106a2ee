package dev.sluice.nodes.crypto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Times as certificates can hold them: to the second, in the years 1 to 9999. */
final class CertificateTime {
  static final String FORM = "an ISO 8601 date or milliseconds since 1970";

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");

  /** Without an offset, a time is UTC. */
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text ->
              LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE)
                  .atStartOfDay()
                  .toInstant(ZoneOffset.UTC));

  private CertificateTime() {}

  /** The time that a text means. */
  static Optional<Instant> parse(String text) {
    String time = text.strip();
    if (MILLIS.matcher(time).matches()) {
      return of(Instant.ofEpochMilli(Long.parseLong(time)));
    }
    for (Function<String, Instant> form : FORMS) {
      try {
        return of(form.apply(time));
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }

  /** A time, empty if a certificate cannot hold it. */
  static Optional<Instant> of(Instant time) {
    return time.isBefore(FIRST) || time.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
