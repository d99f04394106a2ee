package dev.sluice.core.manage;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.graph.ServedTrigger;

/**
 * What a head keeps of a trigger.
 *
 * @param type its type
 * @param key its key, or what stands for it where the flow gives none
 * @param config its configuration
 */
public record TriggerHead(String type, String key, ObjectValue config) implements ServedTrigger {}
