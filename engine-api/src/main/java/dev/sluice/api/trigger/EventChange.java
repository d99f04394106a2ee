package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event of the application was created or updated: fires triggers of the type {@code event}
 * whose filters match the event as it is now. Immutable.
 *
 * @param id the event's id
 * @param subject what it is about
 * @param level how grave it is
 * @param state whether anyone has seen to it
 * @param details its message, creation and the like
 * @param updates its updates so far, the latest at the end; none if it was just created
 * @param circumstances when and by whom; by the source of the latest update, or of the event,
 *     unless they say otherwise
 */
public record EventChange(
    String id,
    String subject,
    Level level,
    State state,
    Details details,
    List<Update> updates,
    Circumstances circumstances)
    implements Fact {
  /** How grave an event is. */
  public enum Level {
    /** For information. */
    INFO,
    /** A warning. */
    WARNING,
    /** An error. */
    ERROR,
    /** A critical error. */
    CRITICAL;

    /**
     * The level as payloads and triggers write it.
     *
     * @return such as {@code warning}
     */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether anyone has seen to an event. */
  public enum State {
    /** Nobody has. */
    NEW,
    /** Someone has noticed it. */
    ACKNOWLEDGED,
    /** It is settled. */
    RESOLVED;

    /**
     * The state as payloads and triggers write it.
     *
     * @return such as {@code new}
     */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Who created or updated an event. Immutable.
   *
   * @param id the id of the resource
   * @param name its name
   * @param type such as {@code flow} or {@code user}
   */
  public record Source(String id, String name, String type) {}

  /**
   * What else an event has. What it does not have is null. Immutable.
   *
   * @param message a message
   * @param creationDate when it was created
   * @param source who created it
   * @param data structured data
   * @param deviceId the id of the device it concerns
   * @param deviceName the name of that device
   * @param tags its tags
   */
  public record Details(
      @Nullable String message,
      @Nullable Instant creationDate,
      @Nullable Source source,
      @Nullable Value data,
      @Nullable String deviceId,
      @Nullable String deviceName,
      ObjectValue tags) {
    private static final Details NONE =
        new Details(null, null, null, null, null, null, ObjectValue.empty());

    /**
     * No details.
     *
     * @return details without any
     */
    public static Details none() {
      return NONE;
    }
  }

  /** What of an event an update changed. */
  public enum Changed {
    /** Its state. */
    STATE("stateChange"),
    /** Its level. */
    LEVEL("levelChange"),
    /** Its subject. */
    SUBJECT("subjectChange"),
    /** The device it concerns. */
    DEVICE("deviceIdChange"),
    /** Its tags. */
    TAGS("tagsChange");

    private final String key;

    Changed(String key) {
      this.key = key;
    }
  }

  /**
   * A change that an update made. Immutable.
   *
   * @param what of what
   * @param now the value since
   * @param before the value before
   */
  public record Change(Changed what, Value now, Value before) {}

  /**
   * An update of an event. What it does not have is null. Immutable.
   *
   * @param state the event's state since
   * @param comment a comment
   * @param creationDate when it was made
   * @param data structured data
   * @param changes what it changed
   * @param source who made it
   */
  public record Update(
      State state,
      @Nullable String comment,
      @Nullable Instant creationDate,
      @Nullable Value data,
      List<Change> changes,
      @Nullable Source source) {
    /** Copies the list, so that it never changes. */
    public Update {
      changes = List.copyOf(changes);
    }

    ObjectValue toJson() {
      Fields fields =
          new Fields()
              .put("comment", comment)
              .put("creationDate", creationDate)
              .put("data", data)
              .put("state", state.key());
      for (Change change : changes) {
        fields.put(
            change.what.key, new Fields().put("new", change.now).put("old", change.before).build());
      }
      putSource(fields, source);
      return fields.build();
    }
  }

  /** Copies the list, so that it never changes. */
  public EventChange {
    updates = List.copyOf(updates);
  }

  /**
   * A new event.
   *
   * @param id the event's id
   * @param subject what it is about
   * @param level how grave it is
   * @return a fact
   */
  public static EventChange created(String id, String subject, Level level) {
    return new EventChange(
        id, subject, level, State.NEW, Details.none(), List.of(), Circumstances.unknown());
  }

  /**
   * The same event with other details.
   *
   * @param more its message, creation and the like
   * @return a fact
   */
  public EventChange with(Details more) {
    return new EventChange(id, subject, level, state, more, updates, circumstances);
  }

  /**
   * The same event after a further update.
   *
   * @param update the update, which sets the event's state
   * @return a fact
   */
  public EventChange updated(Update update) {
    List<Update> more = new ArrayList<>(updates);
    more.add(update);
    return new EventChange(id, subject, level, update.state, details, more, circumstances);
  }

  @Override
  public EventChange in(Circumstances other) {
    return new EventChange(id, subject, level, state, details, updates, other);
  }

  @Override
  public Firing firing() {
    Source source = updates.isEmpty() ? details.source : updates.getLast().source;
    Fields fields =
        new Fields()
            .put("id", id)
            .put("subject", subject)
            .put("level", level.key())
            .put("state", state.key())
            .put("message", details.message)
            .put("creationDate", details.creationDate);
    putSource(fields, details.source);
    fields
        .put("data", details.data)
        .put("deviceId", details.deviceId)
        .put("deviceName", details.deviceName)
        .put("eventTags", details.tags);
    if (!updates.isEmpty()) {
      fields.put("latestUpdate", updates.getLast().toJson());
    }
    fields.put("allUpdates", ArrayValue.of(updates.stream().map(Update::toJson).toList()));
    return circumstances
        .firing("event", source == null ? null : new Relay(source.id, source.type))
        .withData(fields.build());
  }

  private static void putSource(Fields fields, @Nullable Source source) {
    if (source != null) {
      fields
          .put("sourceId", source.id)
          .put("sourceName", source.name)
          .put("sourceType", source.type);
    }
  }
}
