package dev.sluice.nodes.script;

import dev.sluice.api.payload.Value;
import java.util.List;

/** Takes what scripts write to their console. Called on the thread that runs the script. */
@FunctionalInterface
public interface ScriptConsole {
  /**
   * A script called a method of {@code console}.
   *
   * @param level the method's name: log, info, warn, error or debug
   * @param arguments what it was called with, as values; what no payload can hold arrives as text
   */
  void log(String level, List<Value> arguments);

  /**
   * A console that nobody reads.
   *
   * @return a console that drops everything
   */
  static ScriptConsole silent() {
    return Silent.CONSOLE;
  }

  /**
   * Whether nobody reads this console.
   *
   * @return true if it is the silent one
   */
  default boolean isSilent() {
    return false;
  }

  /** The console that nobody reads. */
  enum Silent implements ScriptConsole {
    /** The only one. */
    CONSOLE;

    @Override
    public void log(String level, List<Value> arguments) {}

    @Override
    public boolean isSilent() {
      return true;
    }
  }
}
