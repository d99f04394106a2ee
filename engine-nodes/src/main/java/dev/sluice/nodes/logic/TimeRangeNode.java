package dev.sluice.nodes.logic;

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
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Branches on whether a time lies between two times of day, on one of some days of the week. */
public final class TimeRangeNode implements NodeType<TimeRangeNode.Config> {
  private static final int OUTSIDE = 0;
  private static final int WITHIN = 1;
  private static final PayloadPath PAYLOAD_TIME = PayloadPath.parse("time");

  enum DaysType {
    ARRAY,
    PATH
  }

  record Config(
      @Description("The time of day at which the range begins.") @Default("")
          StringTemplate startTimeTemplate,
      @Description("The time of day at which it ends.") @Default("") StringTemplate endTimeTemplate,
      @Description("The time zone.") @Default("") StringTemplate timeZoneTemplate,
      @Description("Whether the days are chosen here or on the payload.") @Default("array")
          DaysType daysType,
      @Description("For each day from Sunday on whether it counts; all do if empty.")
          List<Boolean> days,
      @Description("Where such a list is found.") @Nullable PayloadPath daysPath,
      @Description("Where the time is found; the payload's own if blank.")
          @Nullable PayloadPath sourcePath,
      @Description("Where to put whether the time lies within the range.")
          @Nullable PayloadPath branchPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("TimeRangeNode", "time-range")
        .description("Branches on the time of day and the day of the week.")
        .outputs(Outputs.branch())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Function<Payload, Integer> start =
        parsed("startTimeTemplate", config.startTimeTemplate, TimeOfDay.FORM, TimeOfDay::parse);
    Function<Payload, Integer> end =
        parsed("endTimeTemplate", config.endTimeTemplate, TimeOfDay.FORM, TimeOfDay::parse);
    Function<Payload, ZoneId> zone =
        parsed("timeZoneTemplate", config.timeZoneTemplate, TimeZone.FORM, TimeZone::parse);
    Function<Payload, Weekdays> days = days(config);
    return node -> {
      Payload payload = node.payload();
      ZoneId zoneThere = zone.apply(payload);
      TimeOfDay.Range range = new TimeOfDay.Range(start.apply(payload), end.apply(payload));
      Weekdays weekdays = days.apply(payload);
      Predicate<Instant> isWithin =
          time -> {
            ZonedDateTime there = time.atZone(zoneThere);
            return range.contains(there.toLocalTime()) && weekdays.contains(there.getDayOfWeek());
          };
      boolean within = time(config.sourcePath, node).filter(isWithin).isPresent();
      if (config.branchPath != null) {
        payload.set(config.branchPath, Value.of(within));
      }
      return within ? WITHIN : OUTSIDE;
    };
  }

  private static Function<Payload, Weekdays> days(Config config) {
    if (config.daysType == DaysType.ARRAY) {
      Weekdays days = config.days.isEmpty() ? Weekdays.ALL : Weekdays.of(config.days);
      return payload -> days;
    }
    PayloadPath path = config.daysPath;
    if (path == null) {
      throw new InvalidConfigException("daysPath", "is required", "nothing", "a payload path");
    }
    return payload -> Weekdays.of(payload.get(path));
  }

  /** The time to look at, empty if there is none at its path. */
  private static Optional<Instant> time(@Nullable PayloadPath source, NodeContext node) {
    if (source != null) {
      return TimeOf.value(node.payload().get(source));
    }
    return TimeOf.value(node.payload().get(PAYLOAD_TIME))
        .or(() -> Optional.of(node.clock().instant()));
  }

  /** What a template's text means; worked out at once where the text is always the same. */
  private static <T> Function<Payload, T> parsed(
      String field, StringTemplate template, String form, Function<String, Optional<T>> parser) {
    if (template.isConstant()) {
      T value =
          parser
              .apply(template.render(Payload.empty()).strip())
              .orElseThrow(
                  () ->
                      new InvalidConfigException(field, "cannot be read", template.source(), form));
      return payload -> value;
    }
    return payload -> {
      String text = template.render(payload).strip();
      return parser
          .apply(text)
          .orElseThrow(
              () ->
                  new NodeException(
                      "ValidationError", field + " must be " + form + ", not \"" + text + "\""));
    };
  }
}
