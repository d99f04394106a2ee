package dev.sluice.api.flow;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/** The wiring of one node or trigger: a list of ids for each output. */
final class OutputIds {
  private static final String NAME = "outputIds";

  private OutputIds() {}

  static List<List<String>> copy(List<List<String>> outputIds) {
    return outputIds.stream().map(List::copyOf).toList();
  }

  static List<List<String>> read(Reader reader) {
    List<List<String>> outputs = new ArrayList<>();
    for (Value output : reader.array(NAME)) {
      String field = NAME + "[" + outputs.size() + "]";
      List<String> ids = new ArrayList<>();
      if (output instanceof ArrayValue array) {
        int position = 0;
        for (Value id : array) {
          if (id instanceof StringValue text) {
            ids.add(text.text());
          } else {
            reader.wrong(field + "[" + position + "]", id, "the id of a node");
          }
          position++;
        }
      } else {
        reader.wrong(field, output, "an array of ids of nodes");
      }
      outputs.add(ids);
    }
    return outputs;
  }

  static ArrayValue write(List<List<String>> outputIds) {
    ArrayValue.Builder outputs = ArrayValue.builder();
    for (List<String> ids : outputIds) {
      outputs.add(ArrayValue.of(ids.stream().map(Value::of).toList()));
    }
    return outputs.build();
  }
}
