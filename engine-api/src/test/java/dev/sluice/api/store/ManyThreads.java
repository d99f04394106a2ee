package dev.sluice.api.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** What is done by many at the same time. */
final class ManyThreads {
  static final int THREADS = 64;

  private static final long PAUSE_NANOS = 20_000;

  private ManyThreads() {}

  /** Does the same in many virtual threads, and gathers what they answer. */
  static <T> List<T> together(Function<Integer, T> task) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        Callable<T> callable =
            () -> {
              go.await();
              return task.apply(number);
            };
        futures.add(threads.submit(callable));
      }
      go.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  /**
   * Checks something again and again while something else happens, and once after; with pauses, so
   * that it happens also where only one of both can go on at a time.
   */
  static void beside(Runnable task, Runnable check) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writing = threads.submit(task);
      while (!writing.isDone()) {
        check.run();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      writing.get();
      check.run();
    }
  }
}
