package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a flow: what flows are found by.
 *
 * @param id its id
 * @param name its name
 * @param flowClass its class
 * @param enabled whether the triggers of any version fire
 * @param defaultVersionId the id of the version that runs where none is named, or null for develop
 * @param supports where a custom node may be used, if it says so
 * @param created when it was created
 * @param updated when it was changed last
 * @param outline what is known of the develop version
 */
record FlowHead(
    String id,
    String name,
    FlowClass flowClass,
    boolean enabled,
    @Nullable String defaultVersionId,
    List<String> supports,
    Stamp created,
    Stamp updated,
    Outline outline) {
  FlowHead {
    supports = List.copyOf(supports);
  }

  FlowHead withDefaultVersion(@Nullable String versionId) {
    return new FlowHead(
        id, name, flowClass, enabled, versionId, supports, created, updated, outline);
  }
}
