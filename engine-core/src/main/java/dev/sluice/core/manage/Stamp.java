package dev.sluice.core.manage;

import dev.sluice.api.manage.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something was done, and by whom.
 *
 * @param time when, in whole milliseconds
 * @param author by whom, if that is known
 */
record Stamp(Instant time, @Nullable Author author) {}
