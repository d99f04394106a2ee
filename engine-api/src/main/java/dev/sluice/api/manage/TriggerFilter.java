package dev.sluice.api.manage;

import org.jspecify.annotations.Nullable;

/**
 * A trigger that flows are looked for by.
 *
 * @param type its type, or null for any
 * @param key its key, or null for any
 */
public record TriggerFilter(@Nullable String type, @Nullable String key) {}
