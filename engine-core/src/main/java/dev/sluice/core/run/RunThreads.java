package dev.sluice.core.run;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that execute a run: who is to be interrupted, or woken, if it is to stop. Guarded by
 * the run.
 */
final class RunThreads {
  // Most runs have one thread.
  private @Nullable Thread first;
  private @Nullable Set<Thread> others;
  private @Nullable Set<Thread> sleepers;
  private boolean interrupted;

  /** A thread is about to work for the run, and is interrupted if that is to stop. */
  void begins(Thread thread) {
    if (first == null) {
      first = thread;
      return;
    }
    if (others == null) {
      others = new HashSet<>();
    }
    others.add(thread);
  }

  /** A thread has done its work for the run. */
  @SuppressWarnings("ReferenceEquality") // threads are what they are
  void ends(Thread thread) {
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

  /** Interrupts all but this thread; none of them does something else by now. */
  @SuppressWarnings("ReferenceEquality") // threads are what they are
  void interruptOthers() {
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
  void sleeps(Thread thread) {
    if (sleepers == null) {
      sleepers = new HashSet<>();
    }
    sleepers.add(thread);
  }

  void sleptEnough(Thread thread) {
    if (sleepers != null) {
      sleepers.remove(thread);
    }
  }

  /** Has those who sleep see whether they are to stop. */
  void wakeSleepers() {
    if (sleepers != null) {
      sleepers.forEach(LockSupport::unpark);
    }
  }
}
