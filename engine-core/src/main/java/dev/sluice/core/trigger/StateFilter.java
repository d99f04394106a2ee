package dev.sluice.core.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.InvalidReport;
import dev.sluice.api.trigger.StateBatch;
import dev.sluice.api.trigger.StateReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which states of a device a trigger wants.
 *
 * @param byTag whether the trigger names a tag
 * @param individual whether it fires for states that are reported one by one
 * @param batch whether it fires for states that are reported together
 * @param once whether it then fires once for all of them
 * @param wanted the attributes of which there must be one, none for any
 * @param unwanted the attributes of which there must be another, none for any
 * @param maxAge how old a state may be
 * @param invalid whether it fires for what is no state
 */
record StateFilter(
    boolean byTag,
    boolean individual,
    boolean batch,
    boolean once,
    Set<String> wanted,
    Set<String> unwanted,
    Optional<Duration> maxAge,
    boolean invalid)
    implements Response {
  /** Ages beyond this, in seconds, are not told apart from no limit. */
  private static final double LONGEST_AGE = 1e12;

  private static final long MILLIS = 1_000;

  static StateFilter of(ObjectValue config, boolean byTag) {
    String triggerOn = config.get("triggerOn").toText();
    return new StateFilter(
        byTag,
        !triggerOn.equals("batch"),
        !triggerOn.equals("individual"),
        config.get("batchBehavior").toText().equals("once"),
        names(config.get("attributeWhitelist")),
        names(config.get("attributeBlacklist")),
        age(config.get("maxAge")),
        config.get("allowInvalid").isTruthy());
  }

  private static Set<String> names(Value names) {
    Set<String> set = new HashSet<>();
    if (names instanceof ArrayValue array) {
      array.forEach(name -> set.add(name.toText()));
    }
    return Set.copyOf(set);
  }

  private static Optional<Duration> age(Value seconds) {
    double number = seconds.isPresent() ? seconds.toNumber() : 0;
    return number > 0 && number < LONGEST_AGE
        ? Optional.of(Duration.ofMillis(Math.round(number * MILLIS)))
        : Optional.empty();
  }

  @Override
  public List<Firing> to(Fact fact, Instant now) {
    DeviceState state = (DeviceState) fact;
    return switch (state.report()) {
      case StateReport report ->
          individual && wants(state, report, now) ? List.of(firing(state)) : List.of();
      case InvalidReport none -> individual && invalid ? List.of(firing(state)) : List.of();
      case StateBatch reports when !batch -> List.of();
      case StateBatch reports when once -> List.of(firing(state));
      case StateBatch reports ->
          reports.reports().stream()
              .filter(report -> wants(state, report, now))
              .map(report -> new DeviceState(state.device(), report, state.circumstances()))
              .map(this::firing)
              .toList();
    };
  }

  private Firing firing(DeviceState state) {
    return byTag ? state.firingByTag() : state.firing();
  }

  private boolean wants(DeviceState state, StateReport report, Instant now) {
    List<String> names = report.attributes().keys();
    if (!wanted.isEmpty() && names.stream().noneMatch(wanted::contains)) {
      return false;
    }
    if (!unwanted.isEmpty() && unwanted.containsAll(names)) {
      return false;
    }
    Instant arrival = state.circumstances().time() == null ? now : state.circumstances().time();
    Instant time = report.time() == null ? arrival : report.time();
    return maxAge.isEmpty() || Duration.between(time, now).compareTo(maxAge.get()) <= 0;
  }
}
