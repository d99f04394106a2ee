package dev.sluice.nodes.data;

import dev.sluice.api.language.Dates;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a node finds a date.
 *
 * @param path where it lies; null is the current time
 * @param format what gives the format that its text is in
 */
record DateSource(@Nullable PayloadPath path, StringTemplate format, Dates dates) {
  private static final int WIDEST_YEAR = 300_000;

  /** The parts of a date in an array, with the names that they have in an object. */
  static final List<String> PARTS =
      List.of("years", "months", "date", "hours", "minutes", "seconds", "milliseconds");

  /** What each part may be called, as Moment has it. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("years", "year", "y"),
          List.of("months", "month", "M"),
          List.of("days", "day", "d", "date", "dates", "D"),
          List.of("hours", "hour", "h"),
          List.of("minutes", "minute", "m"),
          List.of("seconds", "second", "s"),
          List.of("milliseconds", "millisecond", "ms"));

  /** The date; the invalid date if what lies there is none. */
  DateValue read(NodeContext node) {
    if (path == null) {
      return DateValue.of(node.clock().instant());
    }
    Payload payload = node.payload();
    Value value = payload.get(path);
    String tokens = format.render(payload);
    return switch (value) {
      case DateValue date -> date;
      case StringValue string when tokens.isEmpty() -> text(string.text());
      case NumberValue number when tokens.isEmpty() -> new DateValue(number.number());
      case StringValue ignored -> dates.parse(value.toText(), tokens, node.clock().instant());
      case NumberValue ignored -> dates.parse(value.toText(), tokens, node.clock().instant());
      case ArrayValue array -> parts(array);
      case ObjectValue object -> parts(inOrder(object));
      default -> DateValue.INVALID;
    };
  }

  private DateValue text(String text) {
    DateValue date = dates.parse(text);
    // A timestamp may have become text on its way, in a query for one.
    return date.isValid() || text.isBlank()
        ? date
        : new DateValue(Math.rint(Value.of(text).toNumber()));
  }

  private static ArrayValue inOrder(ObjectValue object) {
    return ArrayValue.of(NAMES.stream().map(names -> first(object, names)).toList());
  }

  private static Value first(ObjectValue object, List<String> names) {
    return names.stream()
        .map(object::get)
        .filter(part -> part != Value.undefined())
        .findFirst()
        .orElse(Value.undefined());
  }

  private static DateValue parts(ArrayValue parts) {
    try {
      int year = part(parts, 0, Integer.MIN_VALUE);
      if (year < -WIDEST_YEAR || year > WIDEST_YEAR) {
        return DateValue.INVALID;
      }
      LocalDateTime time =
          LocalDateTime.of(
              year,
              part(parts, 1, 0) + 1,
              part(parts, 2, 1),
              part(parts, 3, 0),
              part(parts, 4, 0),
              part(parts, 5, 0),
              Math.multiplyExact(part(parts, 6, 0), 1_000_000));
      return new DateValue(time.toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return DateValue.INVALID;
    }
  }

  private static int part(ArrayValue parts, int index, int otherwise) {
    Value part = parts.get(index);
    if (part == Value.undefined()) {
      return otherwise;
    }
    double number = part.toNumber();
    if (number != (int) number) {
      throw new DateTimeException("not a whole number");
    }
    return (int) number;
  }
}
