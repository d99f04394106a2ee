package dev.sluice.nodes.logic;

import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many iterations are between their first node, a delay, and their cap. */
record Overlap(Set<String> running, AtomicInteger most) implements RunListener {
  private static final PayloadPath INDEX = PayloadPath.parse("working.item.index");

  @Override
  public void nodeEntered(Run run, Visit visit, Value payload) {
    String index = INDEX.read(payload).toText();
    switch (visit.place().nodeType()) {
      case "DelayNode" -> {
        running.add(index);
        most.accumulateAndGet(running.size(), Math::max);
      }
      case "LoopCapNode" -> running.remove(index);
      default -> {}
    }
  }
}
