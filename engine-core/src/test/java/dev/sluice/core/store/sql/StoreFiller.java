package dev.sluice.core.store.sql;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import java.nio.file.Path;

/** A process that writes to a store until the disk takes no more, and tells what it has written. */
final class StoreFiller {
  static final String VALUE = "full ".repeat(2_000);

  private StoreFiller() {}

  public static void main(String[] arguments) {
    Store store = Store.open(Path.of(arguments[0]));
    try {
      for (int i = 0; i < 100_000; i++) {
        store.storage().storage("flow").set("key" + i, Value.of(VALUE));
        ChildJvm.tell("key" + i);
      }
    } catch (StoreException e) {
      ChildJvm.tell("! " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }
}
