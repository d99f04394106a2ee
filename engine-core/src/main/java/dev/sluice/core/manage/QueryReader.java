package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.manage.ValueTest.Comparison;
import dev.sluice.core.manage.ValueTest.Operator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads advanced queries, and refuses those that are malformed: it names what is wrong. */
final class QueryReader {
  private static final int MOST_PARTS = 100;
  private static final int MOST_DEPTH = 100;
  private static final Pattern ID = Pattern.compile("[A-Fa-f0-9]{24}");
  private static final Set<String> IDS = Set.of("id", "defaultVersion", "flowId");
  private static final Set<String> DATES = Set.of("creationDate", "lastUpdated");
  private static final Set<String> TEXT_OPERATORS = Set.of("$startsWith", "$endsWith", "$contains");

  /** What flows are asked for. */
  static final Set<String> OF_FLOWS =
      Set.of(
          "name",
          "id",
          "creationDate",
          "lastUpdated",
          "flowClass",
          "enabled",
          "defaultVersion",
          "triggers",
          "nodes",
          "customNodeSupports");

  /** What the versions of a flow are asked for. */
  static final Set<String> OF_VERSIONS =
      Set.of(
          "name",
          "id",
          "creationDate",
          "lastUpdated",
          "flowClass",
          "enabled",
          "version",
          "triggers",
          "nodes",
          "customNodeSupports");

  /** What the versions of one name are asked for. */
  static final Set<String> BY_VERSION =
      Set.of("name", "id", "creationDate", "lastUpdated", "flowClass", "enabled", "flowId");

  private final Set<String> fields;

  /**
   * A reader.
   *
   * @param fields the fields that may be asked for
   */
  QueryReader(Set<String> fields) {
    this.fields = fields;
  }

  Condition read(Value query) {
    return read(query, "query", 0);
  }

  private Condition read(Value value, String path, int depth) {
    if (depth > MOST_DEPTH) {
      throw Refusals.invalid("query: It is nested more than " + MOST_DEPTH + " deep");
    }
    ObjectValue query = object(value, path, "an object");
    List<Condition> parts = new ArrayList<>();
    query.forEach((name, asked) -> parts.add(part(name, asked, path + "." + name, depth)));
    return new Condition.All(parts);
  }

  private Condition part(String name, Value asked, String path, int depth) {
    return switch (name) {
      case "$and" -> new Condition.All(parts(asked, path, depth));
      case "$or" -> new Condition.Any(parts(asked, path, depth));
      case "$nor" -> new Condition.Not(new Condition.Any(parts(asked, path, depth)));
      default -> {
        if (!fields.contains(name)) {
          throw Refusals.invalid(
              path, "a field of this name", "$and, $or, $nor or one of " + sorted(fields));
        }
        yield switch (name) {
          case "triggers" -> shape(asked, path, true);
          case "nodes" -> shape(asked, path, false);
          default -> new Condition.Field(name, test(name, asked, path));
        };
      }
    };
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private List<Condition> parts(Value asked, String path, int depth) {
    List<Condition> parts = new ArrayList<>();
    for (Value part : array(asked, path)) {
      parts.add(read(part, path + "[" + parts.size() + "]", depth + 1));
    }
    return List.copyOf(parts);
  }

  // ---- values

  private static ValueTest test(String field, Value asked, String path) {
    boolean date = DATES.contains(field);
    if (!(asked instanceof ObjectValue operators)) {
      Value operand = operand(field, asked, path, date);
      return new ValueTest(List.of(new Comparison(Operator.EQUAL, List.of(operand))), date, false);
    }
    boolean id = IDS.contains(field);
    if (id && operators.size() != 1) {
      throw Refusals.invalid(path, asked, "exactly one operator");
    }
    List<Comparison> comparisons = new ArrayList<>();
    boolean ignoresCase = false;
    for (int i = 0; i < operators.size(); i++) {
      String key = operators.keyAt(i);
      Value operand = operators.valueAt(i);
      String where = path + "." + key;
      if (key.equals("$ci") && !id) {
        if (!(operand instanceof BooleanValue)) {
          throw Refusals.invalid(where, operand, "true or false");
        }
        ignoresCase = operand.isTruthy();
      } else {
        comparisons.add(comparison(field, key, operand, where, date));
      }
    }
    return new ValueTest(comparisons, date, ignoresCase);
  }

  private static Comparison comparison(
      String field, String key, Value operand, String path, boolean date) {
    Operator operator = operator(key, path, IDS.contains(field));
    if (TEXT_OPERATORS.contains(key)) {
      if (!(operand instanceof StringValue text) || text.text().isEmpty()) {
        throw Refusals.invalid(path, operand, "text that is not empty");
      }
      return new Comparison(operator, List.of(operand));
    }
    if (operator != Operator.IN && operator != Operator.NOT_IN) {
      return new Comparison(operator, List.of(operand(field, operand, path, date)));
    }
    List<Value> operands = new ArrayList<>();
    for (Value one : array(operand, path)) {
      String where = path + "[" + operands.size() + "]";
      if (!one.isPresent()) {
        throw Refusals.invalid(where, one, "text, a number, true or false");
      }
      operands.add(operand(field, one, where, date));
    }
    return new Comparison(operator, operands);
  }

  private static Operator operator(String key, String path, boolean id) {
    for (Operator operator : Operator.values()) {
      if (operator.key().equals(key) && !(id && TEXT_OPERATORS.contains(key))) {
        return operator;
      }
    }
    throw Refusals.invalid(path, "an operator of this name", "an operator such as $eq or $in");
  }

  private static Value operand(String field, Value operand, String path, boolean date) {
    boolean scalar =
        operand instanceof StringValue
            || operand instanceof NumberValue
            || operand instanceof BooleanValue
            || (!operand.isPresent() && !(operand instanceof UndefinedValue));
    if (!scalar) {
      throw Refusals.invalid(path, operand, "text, a number, true, false or null");
    }
    if (IDS.contains(field)
        && operand.isPresent()
        && !(operand instanceof StringValue text && ID.matcher(text.text()).matches())) {
      throw Refusals.invalid(path, operand, "24 hexadecimal digits, or null");
    }
    return date && operand instanceof StringValue text ? time(text.text(), path) : operand;
  }

  private static Value time(String text, String path) {
    try {
      Instant time =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : Instant.parse(text + "T00:00:00Z");
      return Value.of((double) time.toEpochMilli());
    } catch (DateTimeException e) {
      throw Refusals.invalid(path, text, "a date such as 2025-06-13T04:00:00.000Z");
    }
  }

  // ---- triggers and nodes

  private static Condition shape(Value asked, String path, boolean trigger) {
    ObjectValue wanted = object(asked, path, "an object");
    boolean not = wanted.has("$ne");
    String operator = not ? "$ne" : "$eq";
    if (!wanted.has(operator)) {
      return has(wanted, path, trigger);
    }
    if (wanted.size() != 1) {
      throw Refusals.invalid(path, asked, "exactly one operator");
    }
    String where = path + "." + operator;
    Condition has = has(object(wanted.get(operator), where, "an object"), where, trigger);
    return not ? new Condition.Not(has) : has;
  }

  private static Condition has(ObjectValue wanted, String path, boolean trigger) {
    wanted.forEach(
        (name, value) -> {
          if (!name.equals("type") && !name.equals("config") && !(trigger && name.equals("key"))) {
            throw Refusals.invalid(
                path + "." + name,
                "a field of this name",
                trigger ? "type, key or config" : "type or config");
          }
        });
    if (!(wanted.get("type") instanceof StringValue type)) {
      throw Refusals.invalid(path + ".type", wanted.get("type"), "text");
    }
    @Nullable String key = null;
    if (wanted.has("key")) {
      if (!(wanted.get("key") instanceof StringValue text)) {
        throw Refusals.invalid(path + ".key", wanted.get("key"), "text");
      }
      key = text.text();
    }
    ObjectValue config =
        wanted.has("config")
            ? object(wanted.get("config"), path + ".config", "an object")
            : ObjectValue.empty();
    config.forEach(
        (name, value) -> {
          if (value instanceof ObjectValue || value instanceof ArrayValue) {
            throw Refusals.invalid(
                path + ".config." + name, value, "text, a number, true, false or null");
          }
        });
    return trigger
        ? new Condition.HasTrigger(type.text(), key, config)
        : new Condition.HasNode(type.text(), config);
  }

  private static ObjectValue object(Value value, String path, String expected) {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw Refusals.invalid(path, value, expected);
  }

  private static ArrayValue array(Value value, String path) {
    if (value instanceof ArrayValue array && array.size() <= MOST_PARTS) {
      return array;
    }
    throw Refusals.invalid(path, value, "an array of at most " + MOST_PARTS);
  }
}
