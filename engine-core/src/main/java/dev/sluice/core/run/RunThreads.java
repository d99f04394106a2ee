package dev.sluice.core.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The threads that execute a run: who is to be interrupted, or woken, if it is to stop. */
final class RunThreads {
  // Most runs have one thread.
  private @Nullable Thread first;
  private @Nullable Set<Thread> others;
  private @Nullable Set<Thread> sleepers;
  private boolean interrupted;

  /** Does something on this thread, which is interrupted if the run is to stop. */
  void executeHere(Runnable work) {
    Thread thread = Thread.currentThread();
    add(thread);
    try {
      work.run();
    } finally {
      remove(thread);
    }
  }

  private synchronized void add(Thread thread) {
    if (first == null) {
      first = thread;
      return;
    }
    if (others == null) {
      others = new HashSet<>();
    }
    others.add(thread);
  }

  @SuppressWarnings("ReferenceEquality") // threads are what they are
  private synchronized void remove(Thread thread) {
    if (first == thread) {
      first = null;
    } else if (others != null) {
      others.remove(thread);
    }
    if (interrupted) {
      // The interrupt was for the work, not for what the thread does next.
      Thread.interrupted();
    }
  }

  /**
   * Interrupts all but this thread. Under the lock, so that no thread is interrupted that does
   * something else by then.
   */
  @SuppressWarnings("ReferenceEquality") // threads are what they are
  synchronized void interruptOthers() {
    Thread self = Thread.currentThread();
    if (first != null && first != self) {
      first.interrupt();
    }
    if (others != null) {
      for (Thread thread : others) {
        if (thread != self) {
          thread.interrupt();
        }
      }
    }
    interrupted = true;
  }

  /** A thread is about to sleep, and has to be woken if its path is to stop. */
  synchronized void sleeps(Thread thread) {
    if (sleepers == null) {
      sleepers = new HashSet<>();
    }
    sleepers.add(thread);
  }

  synchronized void sleptEnough(Thread thread) {
    if (sleepers != null) {
      sleepers.remove(thread);
    }
  }

  /** Has those who sleep see whether they are to stop. */
  void wakeSleepers() {
    List<Thread> woken;
    synchronized (this) {
      woken = sleepers == null ? List.of() : List.copyOf(sleepers);
    }
    woken.forEach(LockSupport::unpark);
  }
}
