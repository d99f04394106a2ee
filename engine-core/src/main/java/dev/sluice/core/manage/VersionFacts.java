package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version in the store without reading its body. Where all of it is the same as
 * before, the version is.
 *
 * @param flowId the flow's id
 * @param name the flow's name
 * @param version the version's name
 * @param versionId the version's id, null for develop
 * @param flowClass the flow's class
 * @param enabled whether its triggers fire
 * @param triggers its triggers
 * @param content changes whenever the body does
 */
public record VersionFacts(
    String flowId,
    String name,
    String version,
    @Nullable String versionId,
    FlowClass flowClass,
    boolean enabled,
    List<TriggerHead> triggers,
    String content) {}
