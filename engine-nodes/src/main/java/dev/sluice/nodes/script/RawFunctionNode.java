package dev.sluice.nodes.script;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.meter.Measure;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a script on the payload or a part of it: the Function node. */
public final class RawFunctionNode implements NodeType<RawFunctionNode.Config>, AutoCloseable {
  private static final int SHOWN = 200;

  private final ScriptEngine scripts = new ScriptEngine();

  record Config(
      @Description("The JavaScript; it finds the value to work on as payload.") String script,
      @Description("The part of the payload that the script sees and changes; all of it if blank.")
          @Nullable PayloadPath scopePath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("RawFunctionNode", "function")
        .label("Function")
        .description("Runs JavaScript on the payload.")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    ScriptDialect dialect =
        binding.flowClass() == FlowClass.EDGE ? ScriptDialect.EDGE : ScriptDialect.PLAIN;
    Script script = compile(config.script, dialect);
    PayloadPath scope = config.scopePath == null ? PayloadPath.ROOT : config.scopePath;
    return node -> {
      Payload payload = node.payload();
      payload.set(scope, run(script, payload.get(scope), node));
      return NodeAction.NEXT;
    };
  }

  private Script compile(String source, ScriptDialect dialect) {
    try {
      return scripts.compile(source, ScriptOptions.defaults().of(dialect));
    } catch (SyntaxException e) {
      throw new InvalidConfigException(
          "script", String.valueOf(e.getMessage()), around(source, e.offset()), "JavaScript");
    }
  }

  private static String around(String source, int offset) {
    int from = Math.max(0, Math.min(offset, source.length()) - SHOWN / 2);
    return source.substring(from, Math.min(source.length(), from + SHOWN));
  }

  private static Value run(Script script, Value input, NodeContext node) {
    ScriptConsole console =
        node.isDebugged()
            ? (level, arguments) -> node.debug(level(level), text(arguments), shown(arguments))
            : ScriptConsole.silent();
    try {
      return script.run(input, console, node.clock(), node.random(), node.remaining());
    } catch (ScriptException e) {
      if (e.kind() == Kind.CANCELLED) {
        node.checkpoint();
      }
      throw new NodeException("FunctionNode" + e.name(), e.getMessage());
    }
  }

  private static DebugLevel level(String method) {
    return switch (method) {
      case "info" -> DebugLevel.INFO;
      case "warn" -> DebugLevel.WARN;
      case "error" -> DebugLevel.ERROR;
      default -> DebugLevel.VERBOSE;
    };
  }

  private static String text(List<Value> arguments) {
    return arguments.stream()
        .map(value -> value instanceof StringValue text ? text.text() : value.toString())
        .collect(Collectors.joining(" "));
  }

  private static Value shown(List<Value> arguments) {
    return arguments.size() == 1 ? arguments.getFirst() : ArrayValue.of(arguments);
  }

  @Override
  public List<Measure> measures() {
    return scripts.measures();
  }

  @Override
  public void close() {
    scripts.close();
  }
}
