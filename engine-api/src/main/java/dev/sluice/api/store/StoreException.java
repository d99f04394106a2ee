package dev.sluice.api.store;

import org.jspecify.annotations.Nullable;

/**
 * A store could not do what it was asked for: the disk is full, the folder is read-only or in use
 * by another process, a file is damaged, the database is away. Nothing of the call took effect.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message what failed, where, and what can be done about it
   * @param cause what it comes from, or null
   */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
