package dev.sluice.api.flow;

import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of an object of the flow format. Properties of a wrong type are reported all
 * together, not thrown one by one; those that nobody asked for are kept.
 */
final class Reader {
  private static final int SHOWN = 80;

  private final ObjectValue object;
  private final String prefix;
  private final List<Problem> problems;
  private final Set<String> read = new HashSet<>();
  private final @Nullable String nodeId;
  private final @Nullable String label;

  private Reader(
      ObjectValue object,
      String prefix,
      List<Problem> problems,
      @Nullable String nodeId,
      @Nullable String label) {
    this.object = object;
    this.prefix = prefix;
    this.problems = problems;
    this.nodeId = nodeId;
    this.label = label;
  }

  /**
   * Reads a whole document.
   *
   * @throws InvalidFlowException if anything is wrong with it
   */
  static <T> T read(ObjectValue object, Function<Reader, T> model) {
    List<Problem> problems = new ArrayList<>();
    T result = model.apply(new Reader(object, "", problems, null, null));
    if (!problems.isEmpty()) {
      throw new InvalidFlowException(problems);
    }
    return result;
  }

  /**
   * Parses the text of a document.
   *
   * @throws InvalidFlowException if it is JSON and no object
   */
  static ObjectValue document(String json) {
    Value value = Value.parseJson(json);
    if (value instanceof ObjectValue document) {
      return document;
    }
    String shown = value.toJson();
    throw new InvalidFlowException(
        List.of(
            new Problem(
                Severity.ERROR,
                null,
                null,
                null,
                null,
                "The document is no flow.",
                shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
                "a JSON object")));
  }

  /** A text that must be there; what stands in for it is never seen, since reading then fails. */
  String text(String name) {
    String text = optionalText(name);
    if (text != null) {
      return text;
    }
    Value value = object.get(name);
    if (!value.isPresent()) {
      wrong(name, value, "text");
    }
    return "";
  }

  @Nullable String optionalText(String name) {
    return switch (object.get(name)) {
      case StringValue text -> {
        read.add(name);
        yield text.text();
      }
      case NullValue absent -> null;
      case UndefinedValue absent -> null;
      case Value other -> {
        wrong(name, other, "text");
        yield null;
      }
    };
  }

  boolean flag(String name, boolean whenAbsent) {
    return switch (object.get(name)) {
      case BooleanValue flag -> {
        if (flag.isTruthy() != whenAbsent) {
          read.add(name);
        }
        yield flag.isTruthy();
      }
      case NullValue absent -> whenAbsent;
      case UndefinedValue absent -> whenAbsent;
      case Value other -> {
        wrong(name, other, "true or false");
        yield whenAbsent;
      }
    };
  }

  /** A whole number, 0 if absent. */
  int count(String name) {
    Value value = object.get(name);
    if (value instanceof NumberValue number && number.toNumber() == (int) number.toNumber()) {
      if (number.toNumber() != 0) {
        read.add(name);
      }
      return (int) number.toNumber();
    }
    if (value.isPresent()) {
      wrong(name, value, "a whole number");
    }
    return 0;
  }

  /** Whatever is there, undefined if nothing is. */
  Value value(String name) {
    Value value = object.get(name);
    read.add(name);
    return value;
  }

  /** An object, empty if absent. */
  ObjectValue object(String name) {
    return switch (object.get(name)) {
      case ObjectValue found -> {
        if (!found.isEmpty()) {
          read.add(name);
        }
        yield found;
      }
      case NullValue absent -> ObjectValue.empty();
      case UndefinedValue absent -> ObjectValue.empty();
      case Value other -> {
        wrong(name, other, "an object");
        yield ObjectValue.empty();
      }
    };
  }

  /** An array, empty if absent. */
  ArrayValue array(String name) {
    return switch (object.get(name)) {
      case ArrayValue found -> {
        if (!found.isEmpty()) {
          read.add(name);
        }
        yield found;
      }
      case NullValue absent -> ArrayValue.of();
      case UndefinedValue absent -> ArrayValue.of();
      case Value other -> {
        wrong(name, other, "an array");
        yield ArrayValue.of();
      }
    };
  }

  /** The objects of an array. */
  <T> List<T> objects(String name, Function<Reader, T> model) {
    List<T> models = new ArrayList<>();
    int position = 0;
    for (Value item : array(name)) {
      String field = name + "[" + position++ + "]";
      if (item instanceof ObjectValue found) {
        models.add(model.apply(below(found, field)));
      } else {
        wrong(field, item, "an object");
      }
    }
    return List.copyOf(models);
  }

  /** The object of a property, or null if absent. */
  <T> @Nullable T optional(String name, Function<Reader, T> model) {
    ObjectValue found = object(name);
    return found.isEmpty() ? null : model.apply(below(found, name));
  }

  private Reader below(ObjectValue found, String field) {
    String id = found.get("id") instanceof StringValue text ? text.text() : nodeId;
    String key = found.get("key") instanceof StringValue text ? text.text() : id;
    String shown = found.get("meta").get("label") instanceof StringValue text ? text.text() : label;
    return new Reader(found, prefix + field + ".", problems, key, shown);
  }

  /** Reports a property of a wrong type. */
  void wrong(String field, Value found, String expected) {
    String shown = found instanceof UndefinedValue ? "nothing" : found.toJson();
    problems.add(
        new Problem(
            Severity.ERROR,
            null,
            nodeId,
            label,
            prefix + field,
            "The property has a wrong value.",
            shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
            expected));
  }

  /** The properties that nobody asked for, and those that say no more than their absence would. */
  ObjectValue other() {
    ObjectValue.Builder rest = ObjectValue.builder();
    object.forEach(
        (name, value) -> {
          if (!read.contains(name)) {
            rest.put(name, value);
          }
        });
    return rest.build();
  }
}
