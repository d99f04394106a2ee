package dev.sluice.core.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Calls the host's code where its failures must not become the flow's. */
public final class Quietly {
  private static final Logger LOGGER = System.getLogger("dev.sluice.engine");

  private Quietly() {}

  /** Calls; what is thrown is logged. */
  public static void call(Runnable hostCode) {
    try {
      hostCode.run();
    } catch (RuntimeException e) {
      LOGGER.log(Level.WARNING, "A listener failed", e);
    }
  }
}
