package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.FileWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Triggers of files on a gateway: of one, of all in a folder, or of those that a glob matches. */
final class WatchTriggers {
  private static final String KIND = "fileWatch";
  private static final String SLASH = "/";

  private WatchTriggers() {}

  static Optional<Placement> place(ObjectValue config) {
    String path = GatewayTriggers.text(config, "path", "");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String whole = path.endsWith(SLASH) ? path.substring(0, path.length() - 1) : path;
    List<Optional<String>> beginning = new ArrayList<>();
    boolean plain = true;
    for (String segment : Segments.of(whole)) {
      plain &= Glob.isPlain(segment);
      if (plain) {
        beginning.add(Optional.of(segment));
      }
    }
    Predicate<String> watched = plain ? isAtOrIn(whole) : Glob.ofPaths(whole)::matches;
    return Placement.at(
        new Address.Pattern(KIND, List.copyOf(beginning), true),
        Placement.where(
            FileWatch.class,
            watch -> Flags.of(config, watch.event().key(), false) && watched.test(watch.path())));
  }

  private static Predicate<String> isAtOrIn(String path) {
    return changed -> changed.equals(path) || changed.startsWith(path + SLASH);
  }

  static List<Lookup> lookups(FileWatch watch) {
    return List.of(new Lookup.Path(KIND, Segments.of(watch.path())));
  }
}
