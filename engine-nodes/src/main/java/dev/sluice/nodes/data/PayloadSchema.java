package dev.sluice.nodes.data;

import dev.harrel.jsonschema.Dialect;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.net.URI;
import java.util.List;

/**
 * A compiled JSON schema. Nothing is ever fetched for one: a reference out of it leads nowhere.
 * Safe for many threads.
 */
final class PayloadSchema {
  private static final int MOST_ERRORS = 1_000;
  private static final int LONGEST_MESSAGE = 500;

  private final Value source;
  private final Validator validator;
  private final URI location;

  private PayloadSchema(Value source, Validator validator, URI location) {
    this.source = source;
    this.validator = validator;
    this.location = location;
  }

  /**
   * Compiles a schema of the draft that its {@code $schema} names. One that names none is of draft
   * 7, or of draft 4 if it excludes a bound as only that has it.
   *
   * @throws NodeException if the schema cannot be used
   */
  static PayloadSchema compile(Value source, TextPatterns patterns, Runnable checkpoint) {
    try {
      return compile(source, patterns, checkpoint, new Dialects.Draft7Dialect());
    } catch (InvalidSchemaException e) {
      if (!isOfDraft4(e)) {
        throw unusable(where(e));
      }
    }
    try {
      return compile(source, patterns, checkpoint, new Dialects.Draft4Dialect());
    } catch (InvalidSchemaException e) {
      throw unusable(where(e));
    }
  }

  /** Whether a bound is excluded by a flag, as no other draft has it. */
  private static boolean isOfDraft4(InvalidSchemaException e) {
    return e.getErrors().stream()
        .map(Error::getInstanceLocation)
        .anyMatch(at -> at.endsWith("/exclusiveMinimum") || at.endsWith("/exclusiveMaximum"));
  }

  private static PayloadSchema compile(
      Value source, TextPatterns patterns, Runnable checkpoint, Dialect dialect) {
    Effort effort = new Effort(checkpoint);
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(dialect)
            .withEvaluatorFactory(new SchemaKeywords(patterns))
            .withMessageProvider(new SchemaMessages())
            .withJsonNodeFactory(new Views(effort))
            .createValidator();
    try {
      return new PayloadSchema(
          source, validator, validator.registerSchema(JsonView.of(source, effort)));
    } catch (InvalidSchemaException e) {
      throw e;
    } catch (JsonSchemaException | IllegalArgumentException | EvaluationException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  /** The views of the schema and of the schemas of drafts. */
  private record Views(Effort effort) implements JsonNodeFactory {
    @Override
    public JsonNode wrap(Object node) {
      return (JsonNode) node;
    }

    @Override
    public JsonNode create(String json) {
      return JsonView.of(Value.parseJson(json), effort);
    }
  }

  private static String where(InvalidSchemaException e) {
    return e.getErrors().stream()
        .findFirst()
        .map(
            error ->
                "at \""
                    + error.getInstanceLocation()
                    + "\", "
                    + SchemaError.keyword(error)
                    + " is wrong")
        .orElseGet(() -> String.valueOf(e.getMessage()));
  }

  private static NodeException unusable(String why) {
    String shown = why.length() <= LONGEST_MESSAGE ? why : why.substring(0, LONGEST_MESSAGE) + "…";
    return new NodeException("ValidationError", "The schema cannot be used: " + shown);
  }

  /** Whether this is a schema compiled. */
  boolean isOf(Value schema) {
    return source.equals(schema);
  }

  /**
   * Validates a value.
   *
   * @param place how the value's own place is written in the errors
   * @param checkpoint is run now and then
   * @return an object for each error, at most 1,000
   * @throws NodeException if the schema cannot be used, or the validation takes too much
   */
  ArrayValue validate(Value value, String place, Runnable checkpoint) {
    Validator.Result result;
    try {
      result = validator.validate(location, JsonView.of(value, new Effort(checkpoint)));
    } catch (JsonSchemaException | IllegalArgumentException | EvaluationException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
    List<Value> errors =
        result.getErrors().stream()
            .filter(error -> !SchemaError.isOfCondition(error))
            .flatMap(error -> SchemaError.of(error, place).stream())
            .limit(MOST_ERRORS)
            .toList();
    return ArrayValue.of(errors);
  }
}
