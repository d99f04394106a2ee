package dev.sluice.core.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * One step of the tables from version to version: a script beside this class. Flyway is handed it
 * and need not look for it, which it could not do in a module.
 */
final class Migration implements JavaMigration {
  private final int version;
  private final String description;
  private final String script;

  Migration(int version, String description, String name) {
    this.version = version;
    this.description = description;
    this.script = read(name);
  }

  private static String read(String name) {
    try (InputStream stream = Migration.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no script " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(Integer.toString(version));
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public Integer getChecksum() {
    CRC32 checksum = new CRC32();
    checksum.update(script.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : script.split(";\\s*\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
