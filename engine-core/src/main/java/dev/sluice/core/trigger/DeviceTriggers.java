package dev.sluice.core.trigger;

import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.DeviceConnect;
import dev.sluice.api.trigger.DeviceDisconnect;
import dev.sluice.api.trigger.DeviceFact;
import dev.sluice.api.trigger.DeviceInactivity;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.core.graph.ServedTrigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Triggers of devices, which name one by its id or many by a tag. */
final class DeviceTriggers {
  private static final String BY_ID = "deviceId";
  private static final String BY_TAG = "deviceTag";
  private static final String INACTIVITY = "Inactivity";

  /** The inactivity that the editor begins with, in seconds. */
  private static final double DEFAULT_SECONDS = 7_200;

  private DeviceTriggers() {}

  static Optional<Placement> place(ServedTrigger trigger) {
    boolean byTag = trigger.type().startsWith(BY_TAG);
    String event = trigger.type().substring((byTag ? BY_TAG : BY_ID).length());
    List<String> key = new ArrayList<>();
    if (byTag) {
      int slash = trigger.key().indexOf('/');
      key.add(slash < 0 ? trigger.key() : trigger.key().substring(0, slash));
      key.add(slash < 0 ? "" : trigger.key().substring(slash + 1));
    } else {
      key.add(trigger.key());
    }
    if (event.equals(INACTIVITY)) {
      Value seconds = trigger.config().get("seconds");
      key.add(seconds(seconds.isPresent() ? seconds.toNumber() : DEFAULT_SECONDS));
    }
    Address address = new Address.Exact(trigger.type(), List.copyOf(key));
    return Placement.at(
        address,
        event.isEmpty()
            ? StateFilter.of(trigger.config(), byTag)
            : (fact, now) ->
                List.of(
                    byTag && fact instanceof DeviceFact device
                        ? device.firingByTag()
                        : fact.firing()));
  }

  static Collection<Lookup> lookups(DeviceFact fact) {
    String event =
        switch (fact) {
          case DeviceState state -> "";
          case DeviceConnect connect -> "Connect";
          case DeviceDisconnect disconnect -> "Disconnect";
          case DeviceInactivity inactivity -> INACTIVITY;
        };
    List<String> more =
        fact instanceof DeviceInactivity inactivity
            ? List.of(seconds((double) inactivity.seconds()))
            : List.of();
    Set<Lookup> lookups = new LinkedHashSet<>();
    lookups.add(exact(BY_ID + event, more, fact.device().id()));
    String byTag = BY_TAG + event;
    fact.device()
        .tags()
        .forEach(
            (key, values) -> {
              for (String value : values) {
                lookups.add(exact(byTag, more, key, value));
                lookups.add(exact(byTag, more, key, ""));
                lookups.add(exact(byTag, more, "", value));
                lookups.add(exact(byTag, more, "", ""));
              }
            });
    return lookups;
  }

  private static Address.Exact exact(String kind, List<String> more, String... key) {
    if (more.isEmpty()) {
      return Address.Exact.of(kind, key);
    }
    List<String> whole = new ArrayList<>(List.of(key));
    whole.addAll(more);
    return new Address.Exact(kind, List.copyOf(whole));
  }

  private static String seconds(double seconds) {
    return Value.of(seconds).toText();
  }
}
