package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder on a gateway changed: fires triggers of the type {@code fileWatch} that watch
 * it. Immutable.
 *
 * @param event what happened to it
 * @param path its full path
 * @param stats what is known of it, or null where it was removed
 * @param circumstances when
 */
public record FileWatch(
    Event event, String path, @Nullable Stats stats, Circumstances circumstances)
    implements AgentFact {
  /** What happens to files and folders. */
  public enum Event {
    /** A file was created. */
    FILE_ADDED("fileAdded"),
    /** A file's content was changed. */
    FILE_CHANGED("fileChanged"),
    /** A file was deleted. */
    FILE_REMOVED("fileRemoved"),
    /** A folder was created. */
    DIRECTORY_ADDED("directoryAdded"),
    /** A folder was deleted. */
    DIRECTORY_REMOVED("directoryRemoved");

    private final String key;

    Event(String key) {
      this.key = key;
    }

    /**
     * The event as payloads and triggers write it.
     *
     * @return such as {@code fileAdded}
     */
    public String key() {
      return key;
    }
  }

  /**
   * What is known of a file. Immutable.
   *
   * @param createdAt when it was created
   * @param modifiedAt when it was last changed
   * @param size its size in bytes
   */
  public record Stats(Instant createdAt, Instant modifiedAt, long size) {}

  /**
   * A removal, or an event of something of which nothing is known.
   *
   * @param event what happened to it
   * @param path its full path
   * @return a fact
   */
  public static FileWatch of(Event event, String path) {
    return new FileWatch(event, path, null, Circumstances.unknown());
  }

  /**
   * The same event with what is known of the file.
   *
   * @param known what is known of it
   * @return a fact
   */
  public FileWatch with(Stats known) {
    return new FileWatch(event, path, known, circumstances);
  }

  @Override
  public FileWatch in(Circumstances other) {
    return new FileWatch(event, path, stats, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("fileWatch")
        .withData(
            new Fields()
                .put("event", event.key)
                .put("fullPath", path)
                .put("pathParts", parts())
                .put("stats", stats == null ? ObjectValue.empty() : json(stats))
                .build());
  }

  private ObjectValue parts() {
    int from = path.lastIndexOf('/') + 1;
    String base = path.substring(from);
    int dot = base.lastIndexOf('.');
    int end = dot > 0 ? dot : base.length();
    return new Fields()
        .put("dir", path.substring(0, from))
        .put("base", base)
        .put("ext", base.substring(end))
        .put("name", base.substring(0, end))
        .build();
  }

  private static ObjectValue json(Stats stats) {
    return new Fields()
        .put("createdAt", stats.createdAt)
        .put("modifiedAt", stats.modifiedAt)
        .put("size", (double) stats.size)
        .build();
  }
}
