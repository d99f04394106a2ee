package dev.sluice.peers.stores;

import static jetbrains.exodus.bindings.StringBinding.entryToString;
import static jetbrains.exodus.bindings.StringBinding.stringToEntry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.bindings.LongBinding;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Environment;
import jetbrains.exodus.env.EnvironmentConfig;
import jetbrains.exodus.env.Environments;
import jetbrains.exodus.env.Store;
import jetbrains.exodus.env.StoreConfig;
import jetbrains.exodus.env.Transaction;
import org.jspecify.annotations.Nullable;

/** Xodus, whose log is flushed at each commit. */
final class XodusCandidate implements Candidate {
  private final Environment environment;
  private final Store counters;
  private final Store heads;
  private final Store bodies;

  private XodusCandidate(Environment environment) {
    this.environment = environment;
    counters = store("counter");
    heads = store("document");
    bodies = store("document_body");
  }

  static XodusCandidate open(Path folder) {
    return new XodusCandidate(
        Environments.newInstance(
            folder.toFile(), new EnvironmentConfig().setLogDurableWrite(true)));
  }

  private Store store(String name) {
    return environment.computeInTransaction(
        transaction -> environment.openStore(name, StoreConfig.WITHOUT_DUPLICATES, transaction));
  }

  @Override
  public void increment(List<String> keys) {
    environment.executeInTransaction(
        transaction -> {
          for (String key : keys) {
            ByteIterable amount = LongBinding.longToEntry(find(transaction, key) + 1);
            counters.put(transaction, stringToEntry(key), amount);
          }
        });
  }

  private long find(Transaction transaction, String key) {
    ByteIterable amount = counters.get(transaction, stringToEntry(key));
    return amount == null ? 0 : LongBinding.entryToLong(amount);
  }

  @Override
  public long count(String key) {
    return environment.computeInReadonlyTransaction(transaction -> find(transaction, key));
  }

  @Override
  public void put(List<Document> documents) {
    environment.executeInTransaction(
        transaction -> {
          for (Document document : documents) {
            ByteIterable id = stringToEntry(document.id());
            heads.put(transaction, id, stringToEntry(document.head()));
            bodies.put(transaction, id, stringToEntry(document.body()));
          }
        });
  }

  @Override
  public List<String> heads() {
    return environment.computeInReadonlyTransaction(
        transaction -> {
          List<String> found = new ArrayList<>();
          try (Cursor rows = heads.openCursor(transaction)) {
            while (rows.getNext()) {
              found.add(entryToString(rows.getValue()));
            }
          }
          return found;
        });
  }

  @Override
  public @Nullable String body(String id) {
    return environment.computeInReadonlyTransaction(
        transaction -> {
          ByteIterable body = bodies.get(transaction, stringToEntry(id));
          return body == null ? null : entryToString(body);
        });
  }

  @Override
  public boolean check() {
    return false;
  }

  @Override
  public void close() {
    environment.close();
  }
}
