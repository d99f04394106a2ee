package dev.sluice.nodes.logic;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** The moment that a value of a payload means. */
public final class TimeOf {
  /** ISO 8601 to the day, the minute or finer; without an offset it is UTC. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int MAX_LENGTH = 64;

  private TimeOf() {}

  /** The moment: of a date, of milliseconds since 1970, or of ISO 8601 or RFC 2822 text. */
  public static Optional<Instant> value(Value value) {
    return switch (value) {
      case DateValue date -> instant(date);
      case NumberValue number -> instant(new DateValue(number.number()));
      case StringValue string when string.text().length() <= MAX_LENGTH ->
          text(string.text().strip());
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(DateValue date) {
    return date.isValid() ? Optional.of(date.instant()) : Optional.empty();
  }

  private static Optional<Instant> text(String text) {
    try {
      return Optional.of(
          instant(ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return longForm(text);
    }
  }

  private static Instant instant(TemporalAccessor time) {
    return switch (time) {
      case OffsetDateTime offset -> offset.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(time).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
    };
  }

  private static Optional<Instant> longForm(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
