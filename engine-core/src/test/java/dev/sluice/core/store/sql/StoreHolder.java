package dev.sluice.core.store.sql;

import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;

/** A process that opens a store, and has it until it is killed. */
final class StoreHolder {
  private StoreHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (Store store = Store.open(Path.of(arguments[0]))) {
      ChildJvm.tell("open");
      System.in.read();
    } catch (StoreException e) {
      ChildJvm.tell(e.toString());
    }
  }
}
