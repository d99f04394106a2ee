package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.plain.Statement.Completion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script that needs no sandbox, at least for most payloads. Safe for use by many threads. */
public final class PlainScript {
  private final Statement body;
  private final int variables;

  private PlainScript(Statement body, int variables) {
    this.body = body;
    this.variables = variables;
  }

  /**
   * Compiles a script.
   *
   * @param script the body of a function with the parameter {@code payload}, known to be one
   * @return the plain script, or nothing if the script has anything in it that plain scripts do not
   *     have
   */
  public static Optional<PlainScript> compile(String script) {
    try {
      StatementParser parser = new StatementParser(new Cursor(script));
      Statement body = parser.script();
      return Optional.of(new PlainScript(body, parser.variables()));
    } catch (BeyondPlainException e) {
      return Optional.empty();
    }
  }

  /**
   * Runs the script.
   *
   * @param input what it finds in its variable {@code payload}
   * @param maximumSize how many characters and elements may come out
   * @param maximumDepth how deep they may be nested
   * @return what the script gives, or null if that is for a sandbox to find out
   */
  public @Nullable Value run(Value input, int maximumSize, int maximumDepth) {
    try {
      Frame frame = new Frame(variables);
      frame.assign(0, Draft.operand(input, 0));
      boolean returns = body.execute(frame) == Completion.RETURN;
      Object returned = returns ? frame.returned() : Value.undefined();
      Object result = returned instanceof UndefinedValue ? frame.variable(0) : returned;
      return new Settlement(frame, maximumSize, maximumDepth).settle(result, 0);
    } catch (DoubtException | StackOverflowError e) {
      return null;
    }
  }
}
