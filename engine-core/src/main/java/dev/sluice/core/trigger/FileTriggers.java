package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.FileChange;
import dev.sluice.core.graph.ServedTrigger;
import java.util.List;
import java.util.Optional;

/** Triggers of the application's files: of one, or of all in a folder and those in it. */
final class FileTriggers {
  private static final String KIND = "appFile";
  private static final String SLASH = "/";

  private FileTriggers() {}

  static Optional<Placement> place(ServedTrigger trigger) {
    String path = trigger.key();
    if (!path.startsWith(SLASH)) {
      return Optional.empty();
    }
    List<String> segments = Segments.of(path);
    boolean folder = path.endsWith(SLASH);
    return Placement.at(
        new Address.Pattern(
            KIND,
            Segments.literal(folder ? segments.subList(0, segments.size() - 1) : segments),
            folder),
        Placement.where(
            FileChange.class,
            change ->
                wants(trigger.config(), change)
                    && (folder ? change.path().startsWith(path) : change.path().equals(path))));
  }

  private static boolean wants(ObjectValue config, FileChange change) {
    return Flags.of(config, change.action().key(), false)
        && (change.isPrivate()
            ? Flags.of(config, "private", false)
            : Flags.of(config, "public", true));
  }

  static List<Lookup> lookups(FileChange change) {
    return List.of(new Lookup.Path(KIND, Segments.of(change.path())));
  }
}
