package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: one thread makes all changes, and makes those durable together that came while it
 * was busy with the ones before. So as many changes share the wait for the disk as there are
 * threads that wait.
 */
final class Committer {
  /** How long those who were told of the last changes are waited for, to come with their next. */
  private static final long PATIENCE_NANOS = 200_000;

  private final Database database;
  private final EntryCache cache;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by the lock. */
  private List<Pending<?>> pending = new ArrayList<>();

  /** How many changes are worth committing at once. Guarded by the lock. */
  private int wanted = 1;

  /** Guarded by the lock. */
  private boolean closed;

  Committer(Database database, EntryCache cache) {
    this.database = database;
    this.cache = cache;
    this.thread = Thread.ofPlatform().daemon().name("sluice-store").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Makes a change, and returns when it is durable. */
  <T> T write(Write<T> write) {
    Pending<T> mine = new Pending<>(write);
    lock.lock();
    try {
      if (closed) {
        throw closed();
      }
      pending.add(mine);
      if (pending.size() == 1 || pending.size() == wanted) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return mine.await();
  }

  /** How many changes wait for those before them. */
  int queued() {
    lock.lock();
    try {
      return pending.size();
    } finally {
      lock.unlock();
    }
  }

  static StoreException closed() {
    return new StoreException("The store is closed", null);
  }

  private void run() {
    List<Pending<?>> batch = take();
    while (!batch.isEmpty()) {
      commit(batch);
      batch = take();
    }
  }

  /** Waits for changes; there are none when the store is closed. */
  private List<Pending<?>> take() {
    lock.lock();
    try {
      while (pending.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      awaitOthers();
      List<Pending<?>> taken = pending;
      wanted = Math.max(1, taken.size());
      pending = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Where several wrote together, they are about to do so again: without this, the first of them
   * would be committed alone, and all others wait for the disk twice.
   */
  private void awaitOthers() {
    long patience = PATIENCE_NANOS;
    boolean interrupted = false;
    while (pending.size() < wanted && patience > 0 && !closed) {
      try {
        patience = changed.awaitNanos(patience);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Pending<?>> writes) {
    Attempt attempt = attempt(writes);
    if (attempt.failure == null) {
      writes.forEach(Pending::settle);
    } else if (attempt.mayRepeat && writes.size() > 1) {
      // One of them may be at fault, and the others must not suffer for it.
      writes.forEach(write -> commit(List.of(write)));
    } else {
      Throwable failure = attempt.failure;
      writes.forEach(write -> write.fail(failure(failure)));
    }
  }

  private StoreException failure(Throwable cause) {
    return cause instanceof SQLException e
        ? database.failure(e)
        : new StoreException("A change of the store failed: " + cause, cause);
  }

  /**
   * How it went, and if it failed, whether surely without effect, and not for want of a database.
   */
  private record Attempt(@Nullable Throwable failure, boolean mayRepeat) {}

  private Attempt attempt(List<Pending<?>> writes) {
    boolean mayRepeat = false;
    try {
      Session session = database.beginWriting();
      try {
        mayRepeat = true;
        Batch batch = new Batch(session, cache);
        batch.load(entries(writes));
        for (Pending<?> write : writes) {
          write.apply(batch);
        }
        batch.flush();
        mayRepeat = false;
        session.commit();
        batch.remember();
      } finally {
        database.endWriting(session);
      }
      return new Attempt(null, false);
    } catch (SQLException | RuntimeException | Error e) {
      return new Attempt(e, mayRepeat);
    }
  }

  private static List<EntryKey> entries(List<Pending<?>> writes) {
    List<EntryKey> keys = new ArrayList<>();
    for (Pending<?> write : writes) {
      EntryKey key = write.entry();
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Makes what is waiting durable, and nothing after it. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
