package dev.sluice.nodes.data;

import dev.harrel.jsonschema.Error;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An error of a validation as it is put on the payload. */
final class SchemaError {
  private static final Pattern PLAIN_KEY = Pattern.compile("[^\\s.\\[\\]{}]+");
  private static final Pattern INDEX = Pattern.compile("[0-9]+");

  /** The keywords under which schemas have names. */
  private static final Set<String> NAMED_SCHEMAS =
      Set.of(
          "properties",
          "patternProperties",
          "dependencies",
          "dependentSchemas",
          "definitions",
          "$defs");

  private SchemaError() {}

  /** The errors that one of the validator stands for: each missing property is one. */
  static List<Value> of(Error error, String place) {
    List<String> keys = JsonView.keys(error.getInstanceLocation());
    String keyword = keyword(error);
    if (!error.getError().startsWith("[")) {
      return List.of(error(place, keys, error.getError(), keyword));
    }
    List<Value> errors = new ArrayList<>();
    for (Value missing : (ArrayValue) Value.parseJson(error.getError())) {
      List<String> inner = new ArrayList<>(keys);
      inner.add(missing.toText());
      errors.add(error(place, inner, "is required", keyword));
    }
    return errors;
  }

  /** The keyword that refused; of a schema that is just false, the keyword that leads there. */
  static String keyword(Error error) {
    String keyword = error.getKeyword();
    if (keyword != null) {
      return keyword;
    }
    List<String> path = JsonView.keys(error.getEvaluationPath());
    return path.isEmpty() ? "false" : path.getLast();
  }

  /** Whether it only tells why an {@code if} did not hold. */
  static boolean isOfCondition(Error error) {
    List<String> path = JsonView.keys(error.getEvaluationPath());
    int end = error.getKeyword() == null ? path.size() : path.size() - 1;
    for (int i = 0; i < end; i++) {
      if (path.get(i).equals("if") && (i == 0 || !NAMED_SCHEMAS.contains(path.get(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static Value error(String place, List<String> keys, String message, String keyword) {
    return ObjectValue.builder()
        .put("field", field(place, keys))
        .put("message", message)
        .put("keyword", keyword)
        .build();
  }

  /** A place in the payload as paths are written. */
  private static String field(String place, List<String> keys) {
    StringBuilder field = new StringBuilder(place);
    for (String key : keys) {
      field.append(field.isEmpty() ? "" : ".");
      boolean plain = PLAIN_KEY.matcher(key).matches() && !INDEX.matcher(key).matches();
      field.append(plain ? key : "[" + key + "]");
    }
    return field.isEmpty() ? "." : field.toString();
  }
}
