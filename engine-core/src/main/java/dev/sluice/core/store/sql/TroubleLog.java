package dev.sluice.core.store.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;

/** What Flyway has to say of which somebody should hear. */
final class TroubleLog implements Log {
  private final Logger logger;

  TroubleLog(Class<?> source) {
    logger = System.getLogger(source.getName());
  }

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {}

  @Override
  public void notice(String message) {}

  @Override
  public void warn(String message) {
    logger.log(Level.WARNING, message);
  }

  @Override
  public void error(String message) {
    logger.log(Level.ERROR, message);
  }

  @Override
  public void error(String message, Exception cause) {
    logger.log(Level.ERROR, message, cause);
  }
}
