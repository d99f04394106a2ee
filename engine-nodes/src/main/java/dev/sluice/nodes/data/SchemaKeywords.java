package dev.sluice.nodes.data;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import dev.harrel.jsonschema.SpecificationVersion;
import dev.sluice.api.language.TextPatterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of a schema: those of its draft, each counted, and in place of some that a hostile
 * schema or value could keep busy, ones of our own.
 */
final class SchemaKeywords implements EvaluatorFactory {
  /** What holds only of a value that is there. */
  private static final Set<String> OF_PRESENT_VALUES = Set.of("type", "const", "enum");

  private final TextPatterns patterns;
  private final SchemaFormats formats;

  SchemaKeywords(TextPatterns patterns) {
    this.patterns = patterns;
    formats = new SchemaFormats(patterns);
  }

  @Override
  public Optional<Evaluator> create(SchemaParsingContext schema, String keyword, JsonNode node) {
    int size = node instanceof JsonView view ? view.size() : 0;
    return evaluator(schema, keyword, node).map(evaluator -> new Counted(keyword, size, evaluator));
  }

  private Optional<Evaluator> evaluator(
      SchemaParsingContext schema, String keyword, JsonNode node) {
    return switch (keyword) {
      case "type" -> standard(schema, keyword, node).map(type -> nullable(schema, type));
      case "pattern" -> text(node).map(Pattern::new);
      case "format" -> text(node).map(name -> new Format(name, formats.named(name)));
      case "patternProperties" -> object(node).map(patterns -> matched(schema, patterns));
      case "additionalProperties" -> subschema(node).map(sub -> additional(schema, sub));
      case "propertyNames" ->
          schema.getDialect().getSpecificationVersion() == SpecificationVersion.DRAFT4
              ? Optional.empty()
              : subschema(node).map(sub -> new Names(schema.getAbsoluteUri(sub)));
      case "uniqueItems" ->
          node.isBoolean() && node.asBoolean() ? Optional.of(new Unique()) : Optional.empty();
      default -> standard(schema, keyword, node);
    };
  }

  private static Optional<Evaluator> standard(
      SchemaParsingContext schema, String keyword, JsonNode node) {
    return schema.getDialect().getEvaluatorFactory().create(schema, keyword, node);
  }

  /** The types of a schema, and null if it is {@code nullable} as Ajv takes that from OpenAPI. */
  private static Evaluator nullable(SchemaParsingContext schema, Evaluator type) {
    JsonNode nullable = schema.getCurrentSchemaObject().get("nullable");
    return nullable != null && nullable.isBoolean() && nullable.asBoolean()
        ? (context, node) ->
            node.isNull() ? Evaluator.Result.success() : type.evaluate(context, node)
        : type;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }

  private static Optional<Map<String, JsonNode>> object(JsonNode node) {
    return node.isObject() ? Optional.of(node.asObject()) : Optional.empty();
  }

  private static Optional<JsonNode> subschema(JsonNode node) {
    return node.isObject() || node.isBoolean() ? Optional.of(node) : Optional.empty();
  }

  /** A keyword that counts how often it is tried. */
  private record Counted(String keyword, int size, Evaluator evaluator) implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      JsonView view = (JsonView) node;
      view.effort().enter(size + view.size());
      try {
        return view.isUndefined() && OF_PRESENT_VALUES.contains(keyword)
            ? Result.formattedFailure(keyword)
            : evaluator.evaluate(context, node);
      } finally {
        view.effort().leave();
      }
    }

    @Override
    public int getOrder() {
      return evaluator.getOrder();
    }
  }

  /** Compiled when it is first needed: where a schema holds mere data, it may be no pattern. */
  private final class Pattern implements Evaluator {
    private final String source;
    private volatile @Nullable Predicate<String> compiled;

    Pattern(String source) {
      this.source = source;
    }

    boolean isIn(String text) {
      Predicate<String> known = compiled;
      if (known == null) {
        known = patterns.compile(source);
        compiled = known;
      }
      return known.test(text);
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      return !node.isString() || isIn(node.asString())
          ? Result.success()
          : Result.formattedFailure("pattern", source, source);
    }
  }

  private record Format(String name, Predicate<String> isOf) implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      return !node.isString() || isOf.test(node.asString())
          ? Result.success()
          : Result.formattedFailure("format", name, name);
    }
  }

  private Map<Pattern, String> compiled(SchemaParsingContext schema, Map<String, JsonNode> node) {
    Map<Pattern, String> references = new LinkedHashMap<>();
    node.forEach(
        (pattern, sub) -> references.put(new Pattern(pattern), schema.getAbsoluteUri(sub)));
    return references;
  }

  private Evaluator matched(SchemaParsingContext schema, Map<String, JsonNode> node) {
    Map<Pattern, String> references = compiled(schema, node);
    return (context, value) -> {
      if (!value.isObject()) {
        return Evaluator.Result.success();
      }
      Set<String> evaluated = new HashSet<>();
      boolean valid = true;
      for (Map.Entry<String, JsonNode> property : value.asObject().entrySet()) {
        for (Map.Entry<Pattern, String> reference : references.entrySet()) {
          if (reference.getKey().isIn(property.getKey())) {
            evaluated.add(property.getKey());
            valid &=
                context.resolveInternalRefAndValidate(reference.getValue(), property.getValue());
          }
        }
      }
      return valid ? Evaluator.Result.success(evaluated) : Evaluator.Result.failure();
    };
  }

  private Evaluator additional(SchemaParsingContext schema, JsonNode node) {
    Map<String, JsonNode> siblings = schema.getCurrentSchemaObject();
    Set<String> named =
        Optional.ofNullable(siblings.get("properties"))
            .flatMap(SchemaKeywords::object)
            .map(Map::keySet)
            .orElse(Set.of());
    Set<Pattern> matched =
        Optional.ofNullable(siblings.get("patternProperties"))
            .flatMap(SchemaKeywords::object)
            .map(properties -> compiled(schema, properties).keySet())
            .orElse(Set.of());
    String reference = schema.getAbsoluteUri(node);
    return (context, value) -> {
      if (!value.isObject()) {
        return Evaluator.Result.success();
      }
      List<String> evaluated = new ArrayList<>();
      boolean valid = true;
      for (Map.Entry<String, JsonNode> property : value.asObject().entrySet()) {
        String name = property.getKey();
        if (!named.contains(name) && matched.stream().noneMatch(pattern -> pattern.isIn(name))) {
          evaluated.add(name);
          valid &= context.resolveInternalRefAndValidate(reference, property.getValue());
        }
      }
      return valid ? Evaluator.Result.success(evaluated) : Evaluator.Result.failure();
    };
  }

  private record Names(String reference) implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      if (!node.isObject()) {
        return Result.success();
      }
      JsonView object = (JsonView) node;
      boolean valid = true;
      for (String name : object.asObject().keySet()) {
        valid &= context.resolveInternalRefAndValidate(reference, object.name(name));
      }
      return valid ? Result.success() : Result.failure();
    }
  }

  private record Unique() implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      if (!node.isArray()) {
        return Result.success();
      }
      Set<String> seen = new HashSet<>();
      List<JsonNode> items = node.asArray();
      for (int i = 0; i < items.size(); i++) {
        if (!seen.add(((JsonView) items.get(i)).canonicalJson())) {
          return Result.formattedFailure("uniqueItems", i);
        }
      }
      return Result.success();
    }
  }
}
