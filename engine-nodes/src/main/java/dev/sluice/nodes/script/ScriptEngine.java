package dev.sluice.nodes.script;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.meter.Measure;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import dev.sluice.nodes.script.ScriptText.Form;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Runs JavaScript that nobody trusts, each run apart from the host and from every other run, within
 * limits of time, memory and output. Safe for use by many threads; what a script needs is set up
 * with the first one compiled.
 */
public final class ScriptEngine implements AutoCloseable {
  private static final int MAXIMUM_SOURCE_LENGTH = 1 << 20;
  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(10);
  private static final long COMPILE_BYTES = 512L << 20;

  private final ScriptPool pool = new ScriptPool(Runtime.getRuntime().availableProcessors());

  /** An engine without any script yet. */
  public ScriptEngine() {}

  /**
   * Compiles a script.
   *
   * @param source the body of a function with the parameter {@code payload}
   * @param options its name and limits
   * @return the script, to be run any number of times
   * @throws SyntaxException if the text is not the body of a function
   */
  public Script compile(String source, ScriptOptions options) {
    if (source.length() > MAXIMUM_SOURCE_LENGTH) {
      throw new SyntaxException(
          "A script may have at most " + MAXIMUM_SOURCE_LENGTH + " characters", 0);
    }
    ScriptText text = new ScriptText(source, options.name(), options.dialect(), Form.SYNCHRONOUS);
    try {
      check(text);
    } catch (SyntaxException e) {
      if (options.dialect() == ScriptDialect.PLAIN || !source.contains("await")) {
        throw e;
      }
      text = new ScriptText(source, options.name(), options.dialect(), Form.ASYNCHRONOUS);
      check(text);
    }
    return new Script(text, options, pool);
  }

  private void check(ScriptText text) {
    ScriptJob job =
        new ScriptJob(
            (sandbox, self) -> {
              sandbox.check(text, self);
              return Value.undefined();
            },
            ScriptConsole.silent(),
            InstantSource.system(),
            RandomGenerator.getDefault(),
            COMPILE_LIMIT,
            COMPILE_BYTES,
            false,
            new AtomicInteger());
    try {
      pool.await(job);
    } catch (ScriptException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
      throw new SyntaxException(e.getMessage(), text.offset(e.line(), e.column()));
    }
  }

  /**
   * What can be measured of the threads that run scripts.
   *
   * @return the measures
   */
  public List<Measure> measures() {
    return pool.measures();
  }

  /** Stops every script that runs and refuses every one that would. */
  @Override
  public void close() {
    pool.close();
  }
}
