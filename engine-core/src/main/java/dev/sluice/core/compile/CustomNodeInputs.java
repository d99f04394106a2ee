package dev.sluice.core.compile;

import dev.sluice.api.flow.CustomNodeConfig;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a calling node puts into the fields of a custom node, compiled by the kind of each field.
 */
final class CustomNodeInputs {
  private final List<Input> inputs;

  private record Input(String id, Function<Payload, Value> value) {}

  private CustomNodeInputs(List<Input> inputs) {
    this.inputs = inputs;
  }

  /** Compiles the inputs; without a configuration there are none. */
  static CustomNodeInputs compile(
      @Nullable CustomNodeConfig config, Map<String, Value> values, FieldCompiler fields) {
    List<Input> inputs = new ArrayList<>();
    if (config != null) {
      for (CustomNodeConfig.Field field : config.fields()) {
        String id = field.id();
        if (id != null && field.isInput()) {
          inputs.add(
              new Input(
                  id, compile(field, id, values.getOrDefault(id, Value.undefined()), fields)));
        }
      }
    }
    return new CustomNodeInputs(inputs);
  }

  private static Function<Payload, Value> compile(
      CustomNodeConfig.Field field, String id, Value given, FieldCompiler fields) {
    Value value = isBlank(given) ? field.defaultValue() : given;
    if (field.type().equals("checkbox")) {
      Value checked = Value.of(value.isTruthy() && !value.equals(Value.of("false")));
      return payload -> checked;
    }
    if (isBlank(value)) {
      if (field.required()) {
        throw new InvalidConfigException("fields." + id, "is required", "nothing", "a value");
      }
      // A template that was left empty renders to empty text; one that was never written, to
      // nothing.
      return field.type().equals("stringTemplate") && given instanceof StringValue
          ? constant(given)
          : constant(Value.undefined());
    }
    if (!(value instanceof StringValue)) {
      return field.type().equals("stringTemplate") || field.type().equals("select")
          ? constant(Value.of(value.toText()))
          : constant(value);
    }
    return compileText(field.type(), "fields." + id, value.toText(), fields);
  }

  private static Function<Payload, Value> compileText(
      String type, String name, String text, FieldCompiler fields) {
    return switch (type) {
      case "payloadPath" -> {
        PayloadPath path = fields.path(name, text);
        yield payload -> payload.get(path);
      }
      case "jsonTemplate" -> {
        JsonTemplate template = fields.jsonTemplate(name, text);
        yield template::evaluate;
      }
      case "numberTemplate" -> {
        StringTemplate template = fields.template(name, text);
        yield payload -> number(name, template.evaluate(payload));
      }
      case "select" -> constant(Value.of(text));
      default -> {
        StringTemplate template = fields.template(name, text);
        yield payload -> Value.of(template.render(payload));
      }
    };
  }

  private static Function<Payload, Value> constant(Value value) {
    return payload -> value;
  }

  private static Value number(String name, Value value) {
    if (value instanceof NumberValue || isBlank(value)) {
      return isBlank(value) ? Value.undefined() : value;
    }
    double number = value.toNumber();
    if (Double.isNaN(number)) {
      throw new NodeException(
          "ValidationError",
          name + " must be a number, not " + FieldCompiler.shorten(value.toText()));
    }
    return Value.of(number);
  }

  private static boolean isBlank(Value value) {
    return !value.isPresent() || (value instanceof StringValue string && string.text().isBlank());
  }

  ObjectValue evaluate(Payload payload) {
    ObjectValue.Builder data = ObjectValue.builder();
    for (Input input : inputs) {
      Value value = input.value.apply(payload);
      if (!(value instanceof UndefinedValue)) {
        data.put(input.id, value);
      }
    }
    return data.build();
  }
}
