package dev.sluice.nodes.logic;

import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation works with: a JSON template, or exactly one reference to an object or array.
 */
record ObjectInput(JsonTemplate json, StringTemplate reference, boolean mayBeReference) {
  static ObjectInput of(String field, String source, NodeBinding binding) {
    if (source.isBlank()) {
      throw new InvalidConfigException(
          field + ".inputTemplate", "is required", "nothing", "a JSON template");
    }
    String text = source.strip();
    return new ObjectInput(
        binding.jsonTemplate(field + ".inputTemplate", text),
        binding.template(field + ".inputTemplate", text),
        text.startsWith("{{") && text.indexOf("{{", 2) < 0);
  }

  private Value evaluate(Payload payload) {
    if (mayBeReference && reference.evaluate(payload) instanceof ContainerValue container) {
      return container;
    }
    return json.evaluate(payload);
  }

  /** An object or array whose properties are taken. */
  ContainerValue properties(Payload payload) {
    if (evaluate(payload) instanceof ContainerValue container) {
      return container;
    }
    throw new NodeException("ValidationError", "The input must be an object");
  }

  /** The names of properties. */
  List<String> names(Payload payload) {
    if (!(evaluate(payload) instanceof ArrayValue array)) {
      throw new NodeException("ValidationError", "The input must be an array of names");
    }
    List<String> names = new ArrayList<>(array.size());
    array.forEach(name -> names.add(name.toText()));
    return names;
  }
}
