package dev.sluice.core.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;

/** What a trigger waits for, as its configuration says it with true and false. */
final class Flags {
  private Flags() {}

  static boolean of(ObjectValue config, String name, boolean otherwise) {
    Value flag = config.get(name);
    return flag instanceof UndefinedValue ? otherwise : flag.isTruthy();
  }
}
