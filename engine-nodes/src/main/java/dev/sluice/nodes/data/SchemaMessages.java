package dev.sluice.nodes.data;

import dev.harrel.jsonschema.MessageProvider;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.util.Collection;
import java.util.List;

/**
 * What a value that a schema refuses is told. Where properties are missing, the message is their
 * names in JSON: each becomes an error of its own.
 */
final class SchemaMessages implements MessageProvider {
  @Override
  public String getMessage(String key, Object... arguments) {
    return switch (key) {
      case "type" -> "is the wrong type";
      case "required", "dependentRequired" -> names((Collection<?>) arguments[0]);
      case "falseSchema" -> "is not allowed";
      case "enum" -> "is none of the allowed values";
      case "const" -> "is not the allowed value";
      case "multipleOf" -> "is no multiple of " + limit(arguments);
      case "maximum" -> "is more than " + limit(arguments);
      case "exclusiveMaximum" -> "is not less than " + limit(arguments);
      case "minimum" -> "is less than " + limit(arguments);
      case "exclusiveMinimum" -> "is not more than " + limit(arguments);
      case "maxLength" -> "is longer than " + limit(arguments) + " characters";
      case "minLength" -> "is shorter than " + limit(arguments) + " characters";
      case "pattern" -> "does not match " + arguments[1];
      case "format" -> "is no " + arguments[1];
      case "maxItems" -> "has more than " + limit(arguments) + " items";
      case "minItems" -> "has less than " + limit(arguments) + " items";
      case "uniqueItems" -> "has equal items";
      case "contains" -> "has no item that matches";
      case "maxContains" -> "has more than " + limit(arguments) + " items that match";
      case "minContains" -> "has less than " + limit(arguments) + " items that match";
      case "maxProperties" -> "has more than " + limit(arguments) + " properties";
      case "minProperties" -> "has less than " + limit(arguments) + " properties";
      case "dependentSchemas" -> "does not match what its properties require";
      case "ifThen" -> "matches the if, but not the then";
      case "ifElse" -> "matches neither the if nor the else";
      case "allOf" -> "does not match all schemas";
      case "anyOf" -> "matches no schema";
      case "oneOf" -> "does not match exactly one schema";
      case "not" -> "matches what it must not";
      // References that lead nowhere: a fault of the schema, and not of the value.
      default ->
          throw new NodeException(
              "ValidationError",
              "The schema cannot be used: there is nothing at the reference " + arguments[0]);
    };
  }

  private static String limit(Object... arguments) {
    return Value.of(((Number) arguments[1]).doubleValue()).toText();
  }

  private static String names(Collection<?> names) {
    List<Value> sorted = names.stream().map(Object::toString).sorted().map(Value::of).toList();
    return ArrayValue.of(sorted).toJson();
  }
}
