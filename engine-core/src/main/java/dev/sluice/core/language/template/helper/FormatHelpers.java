package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Helpers that write numbers and dates in given formats. */
final class FormatHelpers {
  private static final String DEFAULT_NUMBER = ",.6";
  private static final String DEFAULT_DATE = "L LTS";
  private static final String INVALID = "Invalid date";

  /** A pattern is written for people to read; what is longer is not one. */
  private static final int MAX_PATTERN = 4_000;

  private final Formats formats;

  private FormatHelpers(Formats formats) {
    this.formats = formats;
  }

  static Map<String, Helper> all(Formats formats) {
    FormatHelpers helpers = new FormatHelpers(formats);
    return Map.of(
        "format", (Helper.Prepared) shape -> helpers.new Format(shape),
        "formatDate", (Helper.Prepared) shape -> helpers.new FormatDate(shape, 1),
        "currentDateTime", (Helper.Prepared) shape -> helpers.new FormatDate(shape, 0),
        "formatDateRelative", (Helper.OfCall) helpers::formatRelative);
  }

  private Formats.NumberPattern numberPattern(Value pattern) {
    String specification = pattern.isPresent() ? checked(pattern) : DEFAULT_NUMBER;
    try {
      return formats.number(specification);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException("The number format \"" + specification + "\" is malformed");
    }
  }

  private Formats.DatePattern datePattern(Value pattern) {
    String format = pattern.isTruthy() ? checked(pattern) : DEFAULT_DATE;
    try {
      return formats.date(format);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException("The date format \"" + format + "\" is malformed");
    }
  }

  private static String checked(Value pattern) {
    String text = pattern.toText();
    if (text.length() > MAX_PATTERN) {
      throw new EvaluationException("A format is longer than " + MAX_PATTERN + " characters");
    }
    return text;
  }

  private static ZoneId zone(Value name) {
    return TimeZones.named(TextHelpers.text(name));
  }

  private static String locale(Value name) {
    String text = TextHelpers.text(name);
    return text.isEmpty() ? "en" : text;
  }

  /** The moment that a value tells, empty if none. */
  private OptionalLong moment(Value value) {
    return switch (value) {
      case DateValue date -> ofMillis(date.epochMillis());
      case NumberValue number -> ofMillis(number.number());
      case StringValue string -> formats.parseDate(string.text());
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong ofMillis(double millis) {
    DateValue date = new DateValue(millis);
    return date.isValid() ? OptionalLong.of((long) date.epochMillis()) : OptionalLong.empty();
  }

  private Value formatRelative(Invocation call) {
    OptionalLong moment = moment(call.argument(0));
    Value relativeTo = call.argument(1);
    OptionalLong from =
        relativeTo.isPresent() ? moment(relativeTo) : OptionalLong.of(call.now().toEpochMilli());
    return Value.of(
        moment.isPresent() && from.isPresent()
            ? formats.relative(moment.getAsLong(), from.getAsLong(), locale(call.named("locale")))
            : INVALID);
  }

  /** The helper for any value. What it needs of a written out format it makes when first wanted. */
  private final class Format implements Helper.OfCall {
    private final Formats.@Nullable NumberPattern number;
    private final Formats.@Nullable DatePattern date;
    private final Optional<ZoneId> zone;

    Format(CallShape shape) {
      Optional<Value> pattern = shape.constant(1);
      // A format is for one of the two kinds, and seldom right for the other.
      this.number = pattern.map(this::numberOrNull).orElse(null);
      this.date = pattern.map(FormatHelpers.this::datePattern).orElse(null);
      this.zone = shape.constant("tz").map(FormatHelpers::zone);
    }

    @SuppressWarnings("NullAway") // Optional.map takes null for empty
    private Formats.@Nullable NumberPattern numberOrNull(Value pattern) {
      try {
        return numberPattern(pattern);
      } catch (EvaluationException e) {
        return null;
      }
    }

    @Override
    public Value apply(Invocation call) {
      Value value = call.argument(0);
      return Value.of(
          switch (value) {
            case NumberValue number -> formatNumber(number.number(), call);
            case DateValue moment -> {
              if (!moment.isValid()) {
                yield INVALID;
              }
              Formats.DatePattern pattern = date == null ? datePattern(call.argument(1)) : date;
              yield pattern.format(
                  (long) moment.epochMillis(),
                  zone.orElseGet(() -> zone(call.named("tz"))),
                  locale(call.named("locale")));
            }
            case ContainerValue container -> JsonHelpers.text(container);
            default -> TextHelpers.text(value);
          });
    }

    private String formatNumber(double value, Invocation call) {
      Formats.NumberPattern pattern = number == null ? numberPattern(call.argument(1)) : number;
      return pattern.format(value);
    }
  }

  /** The helpers for dates: of a value, or the current one if the format comes first. */
  private final class FormatDate implements Helper.OfCall {
    private final Formats.@Nullable DatePattern date;
    private final Optional<ZoneId> zone;
    private final int formatIndex;

    FormatDate(CallShape shape, int formatIndex) {
      this.date = shape.constant(formatIndex).map(FormatHelpers.this::datePattern).orElse(null);
      this.zone = shape.constant("tz").map(FormatHelpers::zone);
      this.formatIndex = formatIndex;
    }

    @Override
    public Value apply(Invocation call) {
      OptionalLong moment =
          formatIndex == 0 ? OptionalLong.of(call.now().toEpochMilli()) : moment(call.argument(0));
      if (moment.isEmpty()) {
        return Value.of(INVALID);
      }
      Formats.DatePattern pattern = date == null ? datePattern(call.argument(formatIndex)) : date;
      return Value.of(
          pattern.format(
              moment.getAsLong(),
              zone.orElseGet(() -> zone(call.named("tz"))),
              locale(call.named("locale"))));
    }
  }
}
