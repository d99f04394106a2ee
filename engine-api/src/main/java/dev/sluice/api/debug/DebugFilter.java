package dev.sluice.api.debug;

import dev.sluice.api.run.DebugLevel;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a subscriber sees, and what of them. Immutable; make others with the methods.
 *
 * @param flowId the flow whose runs are seen, or null for every flow's; a custom node's own runs
 *     are those of its own triggers, not the calls of it
 * @param version the name of the version whose runs are seen, or null for every version's
 * @param deviceId the device whose runs are seen: those whose payload begins with it as {@code
 *     deviceId}; null for all
 * @param levels the levels of the messages that are seen
 * @param visits whether it is seen which nodes are entered and left
 */
public record DebugFilter(
    @Nullable String flowId,
    @Nullable String version,
    @Nullable String deviceId,
    Set<DebugLevel> levels,
    boolean visits) {
  private static final DebugFilter ALL =
      new DebugFilter(null, null, null, EnumSet.allOf(DebugLevel.class), true);

  /** A filter; the set of levels is copied. */
  public DebugFilter {
    levels = Set.copyOf(levels);
  }

  /**
   * Everything that every run does.
   *
   * @return the filter
   */
  public static DebugFilter all() {
    return ALL;
  }

  /**
   * Everything that the runs of a flow do.
   *
   * @param flowId the flow's id
   * @return the filter
   */
  public static DebugFilter flow(String flowId) {
    return new DebugFilter(flowId, null, null, ALL.levels, true);
  }

  /**
   * The same filter, of one version's runs only.
   *
   * @param name the version's name
   * @return the filter
   */
  public DebugFilter withVersion(String name) {
    return new DebugFilter(flowId, name, deviceId, levels, visits);
  }

  /**
   * The same filter, of one device's runs only.
   *
   * @param id the device's id
   * @return the filter
   */
  public DebugFilter withDevice(String id) {
    return new DebugFilter(flowId, version, id, levels, visits);
  }

  /**
   * The same filter with messages of given levels only.
   *
   * @param chosen the levels; none for no messages
   * @return the filter
   */
  public DebugFilter withLevels(Set<DebugLevel> chosen) {
    return new DebugFilter(flowId, version, deviceId, chosen, visits);
  }

  /**
   * The same filter without the nodes that are entered and left.
   *
   * @return the filter
   */
  public DebugFilter withoutVisits() {
    return new DebugFilter(flowId, version, deviceId, levels, false);
  }
}
