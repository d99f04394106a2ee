package dev.sluice.nodes.script;

import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.nodes.script.ScriptException.Kind;
import dev.sluice.nodes.script.ScriptText.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A realm that scripts run in, one at a time. A hardened sandbox serves any number of runs: what
 * the language provides is frozen in it, and what a run adds to the global object is taken away.
 */
final class Sandbox {
  /** So many scripts a sandbox keeps ready. */
  private static final int KEPT = 256;

  private final Context context;
  private final HostCalls calls;
  private final Value run;
  private final Value runCapturing;
  private final Value runBlind;
  private final Value runEdge;
  private final Value concludeEdge;
  private final Value describe;
  private final Value settle;
  private final Value check;

  /** Whether the job may have left something behind. */
  private boolean touched;

  /** For each script its function, or if a run may leave something on that what makes one. */
  private final Map<ScriptText, Value> programs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScriptText, Value> eldest) {
          return size() > KEPT;
        }
      };

  /** Made by {@link SandboxFactory}. */
  Sandbox(Context context, HostCalls calls, Value functions) {
    this.context = context;
    this.calls = calls;
    this.run = functions.getArrayElement(0);
    this.runCapturing = functions.getArrayElement(1);
    this.runBlind = functions.getArrayElement(2);
    this.runEdge = functions.getArrayElement(3);
    this.concludeEdge = functions.getArrayElement(4);
    this.describe = functions.getArrayElement(5);
    this.settle = functions.getArrayElement(6);
    this.check = functions.getArrayElement(7);
  }

  void begin(ScriptJob job) {
    touched = true;
    calls.begin(job);
  }

  /**
   * Ends a job.
   *
   * @return whether another job may follow
   */
  boolean end() {
    boolean clean = !touched || settle.execute().asBoolean();
    calls.end();
    return clean;
  }

  dev.sluice.api.payload.Value run(
      ScriptText text, dev.sluice.api.payload.Value input, ScriptOptions options, ScriptJob job) {
    PayloadParts parts = new PayloadParts(options.maximumOutputSize());
    String result;
    try {
      result = result(text, input, options, parts);
    } catch (PolyglotException e) {
      throw failure(e, text, job);
    }
    if (result == null) {
      return input;
    }
    int depth = options.maximumOutputDepth();
    try {
      return ResultText.read(result, depth, (number, place) -> parts.refer(number, place, depth));
    } catch (PayloadLimitException e) {
      throw exception(
          "RangeError", String.valueOf(e.getMessage()), Position.NOWHERE, Kind.OUTPUT_TOO_LARGE);
    }
  }

  /** The text of the result, or null if the input is the result. */
  private @Nullable String result(
      ScriptText text,
      dev.sluice.api.payload.Value input,
      ScriptOptions options,
      PayloadParts parts) {
    Value program = program(text);
    int largest = options.maximumOutputSize();
    if (!isMadeAnew(text) && !text.traits().readsPayload()) {
      Value result = runBlind.execute(program, largest);
      touched = text.traits().reachesOut();
      return result.isString() ? result.asString() : null;
    }
    PayloadText payload = PayloadText.of(input, parts, 0);
    calls.offer(parts);
    if (text.dialect() == ScriptDialect.EDGE) {
      runEdge.executeVoid(program, payload.json(), payload.patches(), largest);
      return concludeEdge.execute().asString();
    }
    Value function = isMadeAnew(text) ? runCapturing : run;
    String patches = payload.patches();
    String result = function.execute(program, payload.json(), patches, largest).asString();
    touched = text.traits().reachesOut() || !patches.isEmpty();
    return result;
  }

  /**
   * Whether each run of a script needs a function of its own: it closes over something of the run,
   * or the script can get hold of it.
   */
  private static boolean isMadeAnew(ScriptText text) {
    return text.dialect() == ScriptDialect.EDGE || text.traits().replacesPayload();
  }

  private Value program(ScriptText text) {
    Value program = programs.get(text);
    if (program == null) {
      Value maker = context.eval(text.program());
      program = isMadeAnew(text) ? maker : maker.execute();
      programs.put(text, program);
    }
    return program;
  }

  /** Parses a script, and makes sure that it is the body of a function and no more. */
  void check(ScriptText text, ScriptJob job) {
    try {
      context.parse(text.program());
      check.executeVoid(text.body(), text.isAsynchronous());
    } catch (PolyglotException e) {
      throw failure(e, text, job);
    }
  }

  private RuntimeException failure(PolyglotException e, ScriptText text, ScriptJob job) {
    if (e.isCancelled() || e.isInterrupted()) {
      return new SandboxStoppedException(e);
    }
    Position position = position(e, text);
    if (e.isResourceExhausted() || e.isInternalError()) {
      return exhausted(e, position, job);
    }
    if (e.isSyntaxError() && e.getGuestObject() == null) {
      return exception("SyntaxError", syntaxMessage(e), position, Kind.SYNTAX);
    }
    Value thrown = e.getGuestObject();
    if (thrown == null) {
      return exception("Error", String.valueOf(e.getMessage()), position, Kind.THROWN);
    }
    if (e.isSyntaxError() && position.line() > 0) {
      return exception("SyntaxError", syntaxMessage(e), position, Kind.SYNTAX);
    }
    String name;
    String message;
    String tooLarge;
    try {
      Value description = describe.execute(thrown);
      name = description.getArrayElement(0).asString();
      message = description.getArrayElement(1).asString();
      tooLarge = description.getArrayElement(2).asString();
    } catch (PolyglotException inner) {
      if (inner.isCancelled() || inner.isInterrupted()) {
        return new SandboxStoppedException(inner);
      }
      return exception("Error", "(no message)", position, Kind.THROWN);
    }
    if (!tooLarge.isEmpty()) {
      return exception("RangeError", tooLarge, Position.NOWHERE, Kind.OUTPUT_TOO_LARGE);
    }
    Kind kind = Kind.THROWN;
    if (position.line() == 0) {
      // Not thrown by the script's own code, so by the writing of its result.
      kind =
          switch (name) {
            case "TypeError" -> Kind.OUTPUT_INVALID;
            case "RangeError" -> Kind.OUTPUT_TOO_LARGE;
            default -> Kind.THROWN;
          };
    }
    return exception(name.isEmpty() ? "Error" : shorten(name), shorten(message), position, kind);
  }

  private RuntimeException exhausted(PolyglotException e, Position position, ScriptJob job) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("StackOverflow") || message.contains("stack")) {
      return exception("RangeError", "Maximum call stack size exceeded", position, Kind.THROWN);
    }
    if (e.isResourceExhausted() || message.contains("OutOfMemory")) {
      return SandboxStoppedException.outOfMemory(e);
    }
    return new SandboxStoppedException(
        exception("InternalError", "The script could not be run", position, Kind.THROWN));
  }

  private static String syntaxMessage(PolyglotException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.startsWith("SyntaxError: ") ? "SyntaxError: ".length() : 0;
    int end = message.indexOf('\n');
    String first = end < 0 ? message.substring(start) : message.substring(start, end);
    // The parser's own place, in front of the message, counts the program around the script.
    return first.replaceFirst("^[^\\s]{1,200}:\\d{1,9}:\\d{1,9} ", "");
  }

  private static Position position(PolyglotException e, ScriptText text) {
    SourceSection section = e.getSourceLocation();
    if (section != null) {
      Position position = text.position(section);
      if (position.line() > 0) {
        return position;
      }
    }
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      SourceSection place = frame.isGuestFrame() ? frame.getSourceLocation() : null;
      Position position = place == null ? Position.NOWHERE : text.position(place);
      if (position.line() > 0) {
        return position;
      }
    }
    return Position.NOWHERE;
  }

  private static ScriptException exception(
      String name, String message, Position position, Kind kind) {
    return new ScriptException(name, message, position.line(), position.column(), kind);
  }

  private static String shorten(String text) {
    return text.length() <= 10_000 ? text : text.substring(0, 10_000) + "…";
  }

  /** Ends the realm, stopping what runs in it. Returns once nothing does. */
  void close() {
    context.close(true);
  }

  /** The realm was stopped under a job, or is no longer to be trusted. */
  static final class SandboxStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable ScriptException reason;
    private final boolean outOfMemory;

    private SandboxStoppedException(
        Exception cause, @Nullable ScriptException reason, boolean outOfMemory) {
      super(cause);
      this.reason = reason;
      this.outOfMemory = outOfMemory;
    }

    SandboxStoppedException(PolyglotException cause) {
      this(cause, null, false);
    }

    SandboxStoppedException(ScriptException reason) {
      this(reason, reason, false);
    }

    static SandboxStoppedException outOfMemory(PolyglotException cause) {
      return new SandboxStoppedException(cause, null, true);
    }

    boolean isOutOfMemory() {
      return outOfMemory;
    }

    @Nullable ScriptException reason() {
      return reason;
    }
  }
}
