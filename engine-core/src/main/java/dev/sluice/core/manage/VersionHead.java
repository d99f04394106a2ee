package dev.sluice.core.manage;

/**
 * The head of a version: what versions are found by.
 *
 * @param id its id
 * @param flowId the flow's id
 * @param version its name
 * @param enabled whether its triggers fire
 * @param created when it was created
 * @param updated when it was changed last
 * @param outline what is known of its content
 */
record VersionHead(
    String id,
    String flowId,
    String version,
    boolean enabled,
    Stamp created,
    Stamp updated,
    Outline outline) {}
