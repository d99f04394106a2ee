package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import java.util.Map;

/**
 * The globals that a flow has without any of its own. Immutable.
 *
 * @param application those of the application
 * @param experience those of the experience by version, which override the application's
 */
public record InheritedGlobals(ObjectValue application, Map<String, ObjectValue> experience) {
  /** Copies the map, so that it never changes. */
  public InheritedGlobals {
    experience = Map.copyOf(experience);
  }

  ObjectValue of(FlowClass flowClass, String version) {
    ObjectValue more = flowClass == FlowClass.EXPERIENCE ? experience.get(version) : null;
    return more == null ? application : application.toBuilder().putAll(more).build();
  }
}
