package dev.sluice.core.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it is to be in service.
 *
 * @param flowId its id
 * @param enabled whether its triggers fire at all
 * @param defaultVersionId the id of the version that runs unless a firing names one
 * @param lastPublished the name of the version that was created last
 * @param versions its versions, develop among them
 */
public record ServedFlow(
    String flowId,
    boolean enabled,
    @Nullable String defaultVersionId,
    @Nullable String lastPublished,
    List<VersionFacts> versions) {}
