package dev.sluice.core.store.sql;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what Flyway tells of each step out of the build's output. */
public final class QuietMigrations {
  /** Held, as loggers that nobody holds forget their level. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private QuietMigrations() {}

  public static void set() {
    FLYWAY.setLevel(Level.WARNING);
  }
}
