package dev.sluice.server.command;

import dev.sluice.api.flow.Trigger;
import dev.sluice.api.trigger.Firing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is fired: a version of a flow, by one of its triggers.
 *
 * @param version the version
 * @param trigger its trigger
 */
record Target(LoadedVersion version, Trigger trigger) {
  private static final String BUTTON = "virtualButton";
  private static final String START = "customNodeStart";
  private static final String DEVELOP = "develop";

  /**
   * What the user asked for; null where they leave the choice to us.
   *
   * @param trigger a trigger's type or key
   * @param flow a flow's id or name
   * @param version a version's name
   */
  record Wish(@Nullable String trigger, @Nullable String flow, @Nullable String version) {}

  /**
   * Chooses among what files hold.
   *
   * @throws BadUsageException if there is nothing of what is asked for, saying what there is
   */
  static Target choose(List<LoadedVersion> loaded, Wish wish) {
    List<LoadedVersion> candidates = onePerFlow(ofVersion(ofFlow(loaded, wish.flow), wish.version));
    return candidates.stream()
        .filter(Predicate.not(LoadedVersion::isCustomNode))
        .flatMap(candidate -> target(candidate, wish.trigger).stream())
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .flatMap(candidate -> target(candidate, wish.trigger).stream())
                    .findFirst())
        .orElseThrow(() -> noTrigger(candidates, wish.trigger));
  }

  private static List<LoadedVersion> ofFlow(List<LoadedVersion> loaded, @Nullable String flow) {
    if (flow == null) {
      return loaded;
    }
    List<LoadedVersion> byId = where(loaded, version -> version.flowId().equals(flow));
    List<LoadedVersion> found =
        byId.isEmpty() ? where(loaded, version -> version.flowName().equals(flow)) : byId;
    if (found.isEmpty()) {
      throw new BadUsageException(
          "There is no flow \""
              + flow
              + "\"; there is "
              + listed(
                  loaded.stream()
                      .map(version -> version.flowId() + " \"" + version.flowName() + "\"")
                      .toList()));
    }
    return found;
  }

  private static List<LoadedVersion> ofVersion(
      List<LoadedVersion> loaded, @Nullable String version) {
    if (version == null) {
      return loaded;
    }
    List<LoadedVersion> found =
        where(loaded, candidate -> candidate.version().version().equals(version));
    if (found.isEmpty()) {
      throw new BadUsageException(
          "There is no version \""
              + version
              + "\"; there is "
              + listed(loaded.stream().map(candidate -> candidate.version().version()).toList()));
    }
    return found;
  }

  /**
   * Of each flow its default version, else develop, else the first, as the engine would have it.
   */
  private static List<LoadedVersion> onePerFlow(List<LoadedVersion> loaded) {
    Map<String, LoadedVersion> chosen = new LinkedHashMap<>();
    for (LoadedVersion version : loaded) {
      chosen.merge(
          version.flowId(), version, (one, other) -> rank(other) > rank(one) ? other : one);
    }
    return List.copyOf(chosen.values());
  }

  private static int rank(LoadedVersion version) {
    if (version.isDefault()) {
      return 2;
    }
    return version.version().version().equals(DEVELOP) ? 1 : 0;
  }

  private static Optional<Target> target(LoadedVersion version, @Nullable String wanted) {
    List<Trigger> triggers = version.version().triggers();
    return (wanted == null ? usual(version, triggers) : wanted(triggers, wanted))
        .map(trigger -> new Target(version, trigger));
  }

  private static Optional<Trigger> usual(LoadedVersion version, List<Trigger> triggers) {
    return ofType(triggers, version.isCustomNode() ? START : BUTTON)
        .or(() -> triggers.stream().findFirst());
  }

  private static Optional<Trigger> wanted(List<Trigger> triggers, String wanted) {
    return ofType(triggers, wanted)
        .or(() -> triggers.stream().filter(trigger -> wanted.equals(trigger.key())).findFirst());
  }

  private static Optional<Trigger> ofType(List<Trigger> triggers, String type) {
    return triggers.stream().filter(trigger -> trigger.type().equals(type)).findFirst();
  }

  private static BadUsageException noTrigger(
      List<LoadedVersion> candidates, @Nullable String wanted) {
    List<String> known = new ArrayList<>();
    for (LoadedVersion candidate : candidates) {
      for (Trigger trigger : candidate.version().triggers()) {
        known.add(
            trigger.key() == null ? trigger.type() : trigger.type() + " (" + trigger.key() + ")");
      }
    }
    return new BadUsageException(
        (wanted == null ? "There is no trigger" : "There is no trigger \"" + wanted + "\"")
            + "; there is "
            + listed(known));
  }

  private static List<LoadedVersion> where(
      List<LoadedVersion> loaded, Predicate<LoadedVersion> condition) {
    return loaded.stream().filter(condition).toList();
  }

  private static String listed(List<String> names) {
    return names.isEmpty()
        ? "none"
        : names.stream().distinct().limit(20).collect(Collectors.joining(", "));
  }

  /** The firing of the trigger, with what the trigger itself brings. */
  Firing firing() {
    Firing firing = Firing.of(trigger.type()).withVersion(version.version().version());
    return trigger.key() == null ? firing : firing.withKey(trigger.key());
  }
}
