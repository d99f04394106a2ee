package dev.sluice.nodes.script;

import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

/** A thread that takes jobs from a queue and does them in a place of its own. */
final class ScriptWorker implements Runnable {
  /** Room for recursion as deep as other engines allow. */
  private static final long STACK_BYTES = 16L << 20;

  private final BlockingQueue<ScriptJob> queue;
  private final Workplace workplace;
  private final Predicate<ScriptWorker> isStillNeeded;
  private final Thread thread;
  private volatile boolean retired;

  ScriptWorker(
      BlockingQueue<ScriptJob> queue,
      Workplace workplace,
      Predicate<ScriptWorker> isStillNeeded,
      int number) {
    this.queue = queue;
    this.workplace = workplace;
    this.isStillNeeded = isStillNeeded;
    this.thread = new Thread(null, this, "sluice-script-" + number, STACK_BYTES);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Workplace workplace() {
    return workplace;
  }

  /** Takes no further job; an idle worker ends at once. */
  void retire() {
    retired = true;
    if (workplace.assignment() == null) {
      thread.interrupt();
    }
  }

  /** Leaves the processor to others, for a thread that cannot be stopped. */
  void yieldToOthers() {
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  @Override
  public void run() {
    do {
      try {
        workplace.doJob(queue.take());
      } catch (InterruptedException | OutOfMemoryError e) {
        // Retired or woken for nothing, or no memory to wait with: the next round tells.
        continue;
      }
    } while (!retired && isStillNeeded.test(this));
    workplace.leave();
  }
}
