package dev.sluice.core.store.sql;

/** Which storage entry. */
record EntryKey(String flowId, String key) {}
