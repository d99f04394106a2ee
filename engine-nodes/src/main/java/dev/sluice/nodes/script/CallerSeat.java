package dev.sluice.nodes.script;

import java.util.concurrent.atomic.AtomicBoolean;

/** A place that callers take, one at a time, to run a script on their own thread. */
final class CallerSeat {
  private final Workplace workplace;
  private final AtomicBoolean taken = new AtomicBoolean();

  CallerSeat(Workplace workplace) {
    this.workplace = workplace;
  }

  Workplace workplace() {
    return workplace;
  }

  /** Does a job on the calling thread; false if somebody else is here. */
  boolean tryJob(ScriptJob job) {
    if (taken.get() || !taken.compareAndSet(false, true)) {
      return false;
    }
    try {
      workplace.doJob(job);
      return true;
    } finally {
      taken.set(false);
    }
  }
}
