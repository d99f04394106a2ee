package dev.sluice.core.observe;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. */
final class Listeners implements RunListener {
  private final List<RunListener> listeners;

  private Listeners(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** None as null, so that runs need not call anyone; one as itself. */
  static @Nullable RunListener of(List<RunListener> listeners) {
    return switch (listeners.size()) {
      case 0 -> null;
      case 1 -> listeners.getFirst();
      default -> new Listeners(listeners);
    };
  }

  private void each(Consumer<RunListener> call) {
    for (RunListener listener : listeners) {
      Quietly.call(() -> call.accept(listener));
    }
  }

  @Override
  public void runStarted(Run run, String version, String triggerType) {
    each(listener -> listener.runStarted(run, version, triggerType));
  }

  @Override
  public void nodeEntered(Run run, Visit visit, Value payload) {
    each(listener -> listener.nodeEntered(run, visit, payload));
  }

  @Override
  public void nodeLeft(Run run, Visit visit, int output, String outputName) {
    each(listener -> listener.nodeLeft(run, visit, output, outputName));
  }

  @Override
  public void debugMessage(Run run, Visit visit, DebugLevel level, String message, Value shown) {
    each(listener -> listener.debugMessage(run, visit, level, message, shown));
  }

  @Override
  public void runEnded(Run run, RunResult result) {
    each(listener -> listener.runEnded(run, result));
  }
}
