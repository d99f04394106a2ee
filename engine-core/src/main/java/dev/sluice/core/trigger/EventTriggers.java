package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.EventChange;
import dev.sluice.api.trigger.EventChange.State;
import dev.sluice.core.graph.ServedTrigger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Triggers of events, by their level, subject and state. */
final class EventTriggers {
  private static final String SUBJECT = "event";
  private static final String SUBJECTS = "event subjects";
  private static final String ANY = "any";

  private EventTriggers() {}

  static Optional<Placement> place(ServedTrigger trigger) {
    ObjectValue config = trigger.config();
    Value given = config.get("subject");
    String subject = given.isPresent() ? given.toText() : "";
    if (subject.isEmpty()) {
      return Placement.at(
          Address.Exact.of(SUBJECTS, trigger.key()),
          Placement.where(EventChange.class, event -> wants(config, event)));
    }
    if (Glob.isPlain(subject)) {
      return Placement.at(
          Address.Exact.of(SUBJECT, trigger.key(), lower(subject)),
          Placement.where(EventChange.class, event -> wants(config, event)));
    }
    Glob glob = Glob.ofText(subject);
    return Placement.at(
        Address.Exact.of(SUBJECTS, trigger.key()),
        Placement.where(
            EventChange.class, event -> wants(config, event) && glob.matches(event.subject())));
  }

  private static boolean wants(ObjectValue config, EventChange event) {
    return Flags.of(config, event.state().key(), event.state() == State.NEW);
  }

  static List<Lookup> lookups(EventChange event) {
    String subject = lower(event.subject());
    return List.of(
        Address.Exact.of(SUBJECT, ANY, subject),
        Address.Exact.of(SUBJECT, event.level().key(), subject),
        Address.Exact.of(SUBJECTS, ANY),
        Address.Exact.of(SUBJECTS, event.level().key()));
  }

  private static String lower(String subject) {
    return subject.toLowerCase(Locale.ROOT);
  }
}
