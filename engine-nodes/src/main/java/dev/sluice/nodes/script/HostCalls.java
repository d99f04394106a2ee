package dev.sluice.nodes.script;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.PayloadLimitException;
import java.util.List;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The functions a sandbox may call: console, clock, chance and the parts of the payload, each of
 * the job that runs now, and digests of bytes. Scripts never hold them: only the sandbox's own code
 * does.
 */
final class HostCalls {
  private static final int MAXIMUM_LOGGED_DEPTH = 200;

  private @Nullable ScriptJob job;
  private @Nullable PayloadParts parts;
  private @Nullable RuntimeException failure;

  void begin(ScriptJob next) {
    job = next;
    failure = null;
  }

  /** Takes the parts of the payload that the job's script may come for. */
  void offer(PayloadParts offered) {
    parts = offered;
  }

  /** Ends the job, and throws what one of its own callbacks threw. */
  void end() {
    job = null;
    parts = null;
    RuntimeException thrown = failure;
    failure = null;
    if (thrown != null) {
      throw thrown;
    }
  }

  ProxyArray functions() {
    ProxyExecutable log = this::log;
    ProxyExecutable now = arguments -> now();
    ProxyExecutable random = arguments -> random();
    ProxyExecutable load = arguments -> load(arguments[0].asInt());
    ProxyExecutable patches = arguments -> patches();
    ProxyExecutable digest =
        arguments -> Digests.digest(arguments[0].asString(), arguments[1].asString());
    return ProxyArray.fromArray(log, now, random, load, patches, digest);
  }

  private String load(int number) {
    PayloadParts offered = parts;
    if (offered == null || failure != null) {
      return "null";
    }
    try {
      return offered.load(number);
    } catch (RuntimeException e) {
      failure = e;
      return "null";
    }
  }

  private String patches() {
    PayloadParts offered = parts;
    return offered == null || failure != null ? "" : offered.patches();
  }

  private dev.sluice.api.payload.Value shown(int number) {
    PayloadParts offered = parts;
    return offered == null ? dev.sluice.api.payload.Value.undefined() : offered.get(number);
  }

  private @Nullable Object log(Value... arguments) {
    ScriptJob running = job;
    if (running == null || !running.isRunning() || failure != null) {
      return null;
    }
    try {
      ArrayValue parts =
          (ArrayValue)
              ResultText.read(
                  arguments[1].asString(), MAXIMUM_LOGGED_DEPTH, (number, depth) -> shown(number));
      List<dev.sluice.api.payload.Value> list =
          IntStream.range(0, parts.size()).mapToObj(parts::get).toList();
      running.console().log(arguments[0].asString(), list);
    } catch (PayloadLimitException e) {
      // Too deep to be shown: what is logged must not stop the script.
      return null;
    } catch (RuntimeException e) {
      // A host's own fault is none of the script's, which could catch and inspect it.
      failure = e;
    }
    return null;
  }

  private double now() {
    ScriptJob running = job;
    if (running == null || failure != null) {
      return 0;
    }
    try {
      return running.clock().millis();
    } catch (RuntimeException e) {
      failure = e;
      return 0;
    }
  }

  private double random() {
    ScriptJob running = job;
    if (running == null || failure != null) {
      return 0;
    }
    try {
      return running.random().nextDouble();
    } catch (RuntimeException e) {
      failure = e;
      return 0;
    }
  }
}
