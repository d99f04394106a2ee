package dev.sluice.nodes.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Makes sandboxes that share one engine, and with it everything parsed. */
final class SandboxFactory implements AutoCloseable {
  /** What a sandbox is for. */
  enum Purpose {
    /** Any number of runs, on a thread of their own. */
    SHARED,
    /** Any number of runs on threads of callers: without what cannot be stopped. */
    CALLERS,
    /** One run, which may change what the language provides. */
    ONE_RUN
  }

  private static final Logger LOG = System.getLogger("dev.sluice.script");

  private static final Map<String, String> ENGINE_OPTIONS =
      Map.of("engine.WarnInterpreterOnly", "false");

  private static final Map<String, String> CONTEXT_OPTIONS =
      Map.ofEntries(
          Map.entry("js.v8-compat", "true"),
          Map.entry("js.locale", "en-US"),
          Map.entry("js.graal-builtin", "false"),
          Map.entry("js.polyglot-builtin", "false"),
          Map.entry("js.polyglot-evalfile", "false"),
          Map.entry("js.java-package-globals", "false"),
          Map.entry("js.load", "false"),
          Map.entry("js.print", "false"),
          Map.entry("js.console", "false"),
          Map.entry("js.global-arguments", "false"),
          Map.entry("js.shared-array-buffer", "false"),
          Map.entry("js.atomics", "false"),
          Map.entry("js.agent-can-block", "false"),
          // State of the last match would pass from one run to the next.
          Map.entry("js.regexp-static-result", "false"),
          // No single allocation may be much larger than what a run may allocate, or the heap
          // bears.
          Map.entry("js.string-length-limit", atMost(16L << 20)),
          Map.entry("js.max-typed-array-length", atMost(128L << 20)),
          // What these keep outlives the run.
          Map.entry("js.function-constructor-cache-size", "1"),
          Map.entry("js.regex-cache-size", "16"));

  /** What a script may make in one go on a caller's thread, which nobody else can take over. */
  private static final Map<String, String> CALLERS_OPTIONS =
      Map.of(
          "js.string-length-limit", "4194304",
          "js.max-typed-array-length", "4194304",
          "js.disable-eval", "true");

  private static final Set<String> MODULES =
      Set.of(
          "assert",
          "buffer",
          "crypto",
          "events",
          "path",
          "querystring",
          "string_decoder",
          "url",
          "util");

  private final Engine engine;
  private final Source sandbox;
  private final Source buffer;
  private final Map<String, Source> modules = new ConcurrentHashMap<>();

  SandboxFactory() {
    engine =
        Engine.newBuilder("js")
            .allowExperimentalOptions(true)
            .options(ENGINE_OPTIONS)
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .logHandler(OutputStream.nullOutputStream())
            .in(InputStream.nullInputStream())
            .build();
    sandbox = source("sandbox.js");
    buffer = source("buffer.js");
    LOG.log(Level.INFO, "Scripts run on " + runtime());
  }

  /** What runs the scripts: whether they are compiled, and by what. */
  private String runtime() {
    String name = engine.getImplementationName();
    return name.equals("Interpreted")
        ? "the default runtime, interpreted"
        : "the optimizing runtime (" + name + "), compiled";
  }

  private static String atMost(long size) {
    return Long.toString(Math.min(size, Runtime.getRuntime().maxMemory() / 32));
  }

  private static Source source(String name) {
    try (InputStream stream = SandboxFactory.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, name).internal(true).buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sandbox create(Purpose purpose) {
    Map<String, String> options = new HashMap<>(CONTEXT_OPTIONS);
    if (purpose == Purpose.CALLERS) {
      options.putAll(CALLERS_OPTIONS);
    }
    Context context =
        Context.newBuilder("js")
            .engine(engine)
            .allowExperimentalOptions(true)
            .options(options)
            .allowHostAccess(HostAccess.NONE)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowIO(IOAccess.NONE)
            .allowEnvironmentAccess(EnvironmentAccess.NONE)
            .allowCreateThread(false)
            .allowCreateProcess(false)
            .allowNativeAccess(false)
            .allowHostClassLoading(false)
            .allowInnerContextOptions(false)
            .allowValueSharing(false)
            .timeZone(ZoneOffset.UTC)
            .build();
    HostCalls calls = new HostCalls();
    ProxyExecutable moduleMaker = arguments -> module(context, arguments[0].asString());
    Value functions =
        context
            .eval(sandbox)
            .execute(
                calls.functions(),
                purpose != Purpose.ONE_RUN,
                purpose == Purpose.CALLERS,
                context.eval(buffer),
                moduleMaker);
    return new Sandbox(context, calls, functions);
  }

  private @Nullable Value module(Context context, String name) {
    return MODULES.contains(name)
        ? context.eval(modules.computeIfAbsent(name, key -> source("modules/" + key + ".js")))
        : null;
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
