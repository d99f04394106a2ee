package dev.sluice.nodes.data;

import dev.sluice.api.language.DateWriter;
import dev.sluice.api.language.Dates;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.logic.TextNumber;
import dev.sluice.nodes.logic.TimeZone;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes with a date, takes it apart or writes it in a format. */
public final class DateTimeNode implements NodeType<DateTimeNode.Config> {
  private static final String CATEGORY = "ValidationError";
  private static final List<DateUnit> ARRAY =
      List.of(
          DateUnit.YEAR,
          DateUnit.MONTH,
          DateUnit.DAY,
          DateUnit.HOUR,
          DateUnit.MINUTE,
          DateUnit.SECOND,
          DateUnit.MILLISECOND);

  record Config(
      @Description("What to do with the date.") @Default("add") DateOperation operation,
      @Description("Where the date is found; the current time if blank.")
          @Nullable PayloadPath sourcePath,
      @Description("The format that the date is in; ISO 8601 if blank.") @Default("")
          StringTemplate sourceFormatString,
      @Description("Where to put the result.") PayloadPath resultPath,
      @Description("The format to write a date in.") @Default("") StringTemplate resultFormatString,
      @Description("The time zone to compute and write in; UTC if blank.") @Default("")
          StringTemplate timezone,
      @Description("How much to add or subtract, or what to set the part to.") @Default("")
          StringTemplate numberValue,
      @Description("The unit or the part of the date.") @Default("year") DateUnit unit,
      @Description("Where the date to compare with is found; the current time if blank.")
          @Nullable PayloadPath diffDataPath,
      @Description("The format that it is in; ISO 8601 if blank.") @Default("")
          StringTemplate diffDataFormatString) {}

  @FunctionalInterface
  private interface Operation {
    Value apply(NodeContext node, DateValue date, ZoneId zone);
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("DateTimeNode", "date-time")
        .label("Date/Time")
        .description("Computes with a date, takes it apart or writes it in a format.")
        .minimumAgentVersion("1.11.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Dates dates = binding.dates();
    DateSource source = new DateSource(config.sourcePath, config.sourceFormatString, dates);
    requireNumber(config);
    Function<Payload, ZoneId> zone = zone(config.timezone);
    Operation operation = operation(config, dates);
    return node -> {
      ZoneId there = zone.apply(node.payload());
      node.payload().set(config.resultPath, operation.apply(node, source.read(node), there));
      return NodeAction.NEXT;
    };
  }

  private static Operation operation(Config config, Dates dates) {
    DateUnit unit = config.unit;
    Writing writing = new Writing(config.resultFormatString, dates);
    return switch (config.operation) {
      case ADD ->
          (node, date, zone) ->
              writing.moved(node, date, zone, moment -> moment.plus(number(config, node), unit));
      case SUBTRACT ->
          (node, date, zone) ->
              writing.moved(node, date, zone, moment -> moment.plus(-number(config, node), unit));
      case SET_DATE_PART ->
          (node, date, zone) ->
              writing.moved(node, date, zone, moment -> moment.with(unit, number(config, node)));
      case START_OF_TIME ->
          (node, date, zone) -> writing.moved(node, date, zone, moment -> moment.startOf(unit));
      case FORMAT -> (node, date, zone) -> Value.of(writing.text(node, date, zone));
      case GET_DATE_PART -> (node, date, zone) -> number(date, zone, moment -> moment.get(unit));
      case DAYS_IN_MONTH -> (node, date, zone) -> number(date, zone, CalendarMoment::daysInMonth);
      case DIFF -> difference(config, dates);
      case TO_ARRAY ->
          (node, date, zone) ->
              ArrayValue.of(ARRAY.stream().map(part -> part(date, zone, part)).toList());
      case TO_OBJECT ->
          (node, date, zone) -> {
            ObjectValue.Builder object = ObjectValue.builder();
            for (int i = 0; i < ARRAY.size(); i++) {
              object.put(DateSource.PARTS.get(i), part(date, zone, ARRAY.get(i)));
            }
            return object.build();
          };
      case UNIX_TIMESTAMP_SECONDS ->
          (node, date, zone) -> Value.of(Math.floor(date.epochMillis() / 1000));
      case UNIX_TIMESTAMP_MILLISECONDS -> (node, date, zone) -> Value.of(date.epochMillis());
    };
  }

  private static Operation difference(Config config, Dates dates) {
    DateSource source = new DateSource(config.diffDataPath, config.diffDataFormatString, dates);
    return (node, date, zone) -> {
      DateValue other = source.read(node);
      return other.isValid()
          ? number(
              date,
              zone,
              moment -> moment.since(new CalendarMoment(other.instant(), zone), config.unit))
          : Value.of(Double.NaN);
    };
  }

  private static Value part(DateValue date, ZoneId zone, DateUnit unit) {
    return number(date, zone, moment -> moment.get(unit));
  }

  /** A number of a date, NaN of the invalid one. */
  private static Value number(
      DateValue date, ZoneId zone, ToDoubleFunction<CalendarMoment> number) {
    return Value.of(
        date.isValid()
            ? number.applyAsDouble(new CalendarMoment(date.instant(), zone))
            : Double.NaN);
  }

  /** How a date that was computed is put on the payload: as text if there is a format for it. */
  private static final class Writing {
    private final StringTemplate format;
    private final Dates dates;
    private final @Nullable DateWriter constant;

    Writing(StringTemplate format, Dates dates) {
      this.format = format;
      this.dates = dates;
      constant = format.isConstant() ? dates.format(format.render(Payload.empty())) : null;
    }

    String text(NodeContext node, DateValue date, ZoneId zone) {
      DateWriter writer = constant == null ? dates.format(format.render(node.payload())) : constant;
      return writer.write(date, zone);
    }

    Value moved(NodeContext node, DateValue date, ZoneId zone, Move move) {
      DateValue moved = date.isValid() ? move.of(new CalendarMoment(date.instant(), zone)) : date;
      return format.source().isEmpty() ? moved : Value.of(text(node, moved, zone));
    }

    /** What is done with a date. */
    @FunctionalInterface
    interface Move {
      DateValue of(CalendarMoment moment);
    }
  }

  private static Function<Payload, ZoneId> zone(StringTemplate template) {
    if (template.isConstant()) {
      ZoneId zone =
          TimeZone.parse(template.render(Payload.empty()).strip())
              .orElseThrow(
                  () ->
                      new InvalidConfigException(
                          "timezone", "cannot be read", template.source(), TimeZone.FORM));
      return payload -> zone;
    }
    return payload -> {
      String name = template.render(payload).strip();
      return TimeZone.parse(name)
          .orElseThrow(
              () ->
                  new NodeException(
                      CATEGORY, "timezone must be " + TimeZone.FORM + ", not \"" + name + "\""));
    };
  }

  private static double number(Config config, NodeContext node) {
    String text = config.numberValue.render(node.payload());
    double number = TextNumber.parse(text);
    if (!Double.isFinite(number)) {
      throw new NodeException(CATEGORY, "numberValue must be a number, not \"" + text + "\"");
    }
    return number;
  }

  private static void requireNumber(Config config) {
    StringTemplate template = config.numberValue;
    if (config.operation.needsNumber()
        && template.isConstant()
        && !Double.isFinite(TextNumber.parse(template.render(Payload.empty())))) {
      throw new InvalidConfigException(
          "numberValue", "is no number", template.source(), "a number");
    }
  }
}
