package dev.sluice.nodes.script;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A compiled script. Safe for use by many threads, for as long as its engine is. */
public final class Script {
  private final ScriptText text;
  private final ScriptOptions options;
  private final ScriptPool pool;
  private final boolean needsOwnRealm;

  /** How many runs were given up and still hold a thread. */
  private final AtomicInteger unstoppableRuns = new AtomicInteger();

  Script(ScriptText text, ScriptOptions options, ScriptPool pool) {
    this.text = text;
    this.options = options;
    this.pool = pool;
    this.needsOwnRealm = IntrinsicChanges.occurIn(text.body());
  }

  /**
   * Runs the script and waits for its end.
   *
   * @param input what the script finds in its variable {@code payload}
   * @param console takes what the script logs
   * @param clock what the script takes for the time
   * @param random what the script takes for chance
   * @param timeLimit how long the script may run
   * @return what the script returned, or if that is undefined what {@code payload} held in the end
   * @throws ScriptException if the script threw, exceeded a limit or was stopped
   */
  public Value run(
      Value input,
      ScriptConsole console,
      InstantSource clock,
      RandomGenerator random,
      Duration timeLimit) {
    if (unstoppableRuns.get() > 0) {
      // One script must not take thread after thread.
      throw new ScriptException(
          "TimeoutError", "An earlier run of the script has not stopped yet", 0, 0, Kind.TIMEOUT);
    }
    return pool.await(
        new ScriptJob(
            (sandbox, job) -> sandbox.run(text, input, options, job),
            console,
            clock,
            random,
            timeLimit,
            options.maximumAllocatedBytes(),
            needsOwnRealm,
            unstoppableRuns));
  }
}
