package dev.sluice.core.observe;

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
    } catch (RuntimeException | Error e) {
      // An error too: a listener's failed assertion must not leave a run that never ends.
      LOGGER.log(Level.WARNING, "A listener failed", e);
    }
  }
}
