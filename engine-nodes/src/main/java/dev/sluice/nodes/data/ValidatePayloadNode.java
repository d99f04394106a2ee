package dev.sluice.nodes.data;

import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Branches on whether a value is as a JSON schema describes it. */
public final class ValidatePayloadNode implements NodeType<ValidatePayloadNode.Config> {
  private static final int INVALID = 0;
  private static final int VALID = 1;

  enum SchemaType {
    JSON,
    PATH
  }

  record Config(
      @Description("Whether the schema is written here or found on the payload.") @Default("json")
          SchemaType schemaType,
      @Description("The schema, a JSON template of it, or the path where it is found.")
          Value schema,
      @Description("Where the value is found; the whole payload if blank.")
          @Nullable PayloadPath toValidatePath,
      @Description("Where to put the errors, an empty array if there are none.")
          @Nullable PayloadPath errorsPath) {}

  @FunctionalInterface
  private interface Schema {
    PayloadSchema of(NodeContext node);
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ValidatePayloadNode", "validate-payload")
        .label("Validate Payload")
        .description("Branches on whether a value is as a JSON schema describes it.")
        .outputs(Outputs.of("invalid", "valid"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Schema schema = schema(config, binding);
    PayloadPath path = config.toValidatePath == null ? PayloadPath.ROOT : config.toValidatePath;
    String place = path.isRoot() ? "" : path.toString();
    return node -> {
      Payload payload = node.payload();
      ArrayValue errors = schema.of(node).validate(payload.get(path), place, node::checkpoint);
      if (config.errorsPath != null) {
        payload.set(config.errorsPath, errors);
      }
      return errors.isEmpty() ? VALID : INVALID;
    };
  }

  private static Schema schema(Config config, NodeBinding binding) {
    TextPatterns patterns = binding.patterns();
    return switch (config.schema) {
      case ObjectValue object when config.schemaType == SchemaType.JSON ->
          constant(object, patterns);
      case StringValue text when config.schemaType == SchemaType.PATH -> {
        PayloadPath path = binding.path("schema", text.text());
        yield changing(payload -> payload.get(path), patterns);
      }
      case StringValue text when text.text().contains("{{") -> {
        JsonTemplate template = binding.jsonTemplate("schema", text.text());
        yield changing(template::evaluate, patterns);
      }
      case StringValue text -> constant(parse(text.text()), patterns);
      default ->
          throw new InvalidConfigException(
              "schema",
              "cannot be used",
              config.schema.toJson(),
              "a JSON schema or a payload path");
    };
  }

  private static Value parse(String json) {
    try {
      return Value.parseJson(json);
    } catch (InvalidJsonException e) {
      throw new InvalidConfigException(
          "schema", "is not JSON: " + e.getMessage(), json, "a JSON schema");
    }
  }

  private static Schema constant(Value source, TextPatterns patterns) {
    try {
      PayloadSchema schema = PayloadSchema.compile(source, patterns, () -> {});
      return node -> schema;
    } catch (NodeException e) {
      throw new InvalidConfigException(
          "schema", String.valueOf(e.getMessage()), source.toJson(), "a JSON schema");
    }
  }

  /** A schema that may be another in every run, but mostly is the one of the run before. */
  private static Schema changing(Function<Payload, Value> source, TextPatterns patterns) {
    AtomicReference<@Nullable PayloadSchema> last = new AtomicReference<>();
    return node -> {
      Value value = source.apply(node.payload());
      PayloadSchema known = last.get();
      if (known != null && known.isOf(value)) {
        return known;
      }
      PayloadSchema schema = PayloadSchema.compile(value, patterns, node::checkpoint);
      last.set(schema);
      return schema;
    };
  }
}
