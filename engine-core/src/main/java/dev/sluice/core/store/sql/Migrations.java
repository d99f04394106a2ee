package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings the tables to the version that this code knows. */
final class Migrations {
  /** The version of the tables that this code knows. */
  static final int LATEST = 3;

  private Migrations() {}

  /**
   * Migrates the tables.
   *
   * @param database gives connections
   * @param dialect whose scripts to use
   * @throws StoreException if the tables are of a later version
   */
  static void run(DataSource database, String dialect) throws SQLException {
    try {
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(database)
              .locations(new String[0])
              .table("sluice_migration")
              // The host's own tables may be in the same schema.
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .javaMigrations(all(dialect))
              .load();
      migrate(flyway);
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException failure) {
          throw failure;
        }
      }
      throw new StoreException("The tables of the store could not be made: " + e.getMessage(), e);
    }
  }

  /** Flyway tells of each step; here only trouble is worth a word. */
  private static void migrate(Flyway flyway) {
    LogFactory.setLogCreator(TroubleLog::new);
    try {
      flyway.migrate();
      MigrationInfo current = flyway.info().current();
      if (current != null) {
        check(current.getVersion());
      }
    } finally {
      // The host may have migrations of its own, and logs them as it likes.
      LogFactory.setConfiguration(flyway.getConfiguration());
    }
  }

  private static JavaMigration[] all(String dialect) {
    return new JavaMigration[] {
      new Migration(1, "tables", dialect + "-1-tables.sql"),
      new Migration(2, "begun runs", dialect + "-2-begun-runs.sql"),
      new Migration(3, "interruptions", dialect + "-3-interruptions.sql")
    };
  }

  private static void check(MigrationVersion version) {
    if (version.isNewerThan(Integer.toString(LATEST))) {
      throw later(version.getVersion());
    }
  }

  static StoreException later(String version) {
    return new StoreException(
        "The store was written by a later version of the engine: its tables are of version "
            + version
            + ", and this one knows version "
            + LATEST,
        null);
  }
}
