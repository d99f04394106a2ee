package dev.sluice.core.compile;

import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.config.ConfigField;
import dev.sluice.core.config.ConfigRecord;
import dev.sluice.core.config.FieldType;
import dev.sluice.core.config.FieldType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes config records from what flows have in {@code config}. Record classes are read once; every
 * problem of a configuration is reported, not just the first.
 */
final class ConfigBinder {
  /** Up to here every whole number is a double; beyond, some would be bound as their neighbours. */
  private static final double MAX_EXACT = (1L << 53) - 1;

  private final FieldCompiler fields;
  private final Map<Class<?>, ConfigRecord> records = new ConcurrentHashMap<>();

  ConfigBinder(FieldCompiler fields) {
    this.fields = fields;
  }

  /**
   * Binds a configuration.
   *
   * @return the record, or null if problems were reported
   */
  <C extends Record> @Nullable C bind(
      Class<C> type, ObjectValue config, Consumer<InvalidConfigException> problems) {
    ConfigRecord record = records.computeIfAbsent(type, ConfigRecord::of);
    return type.cast(bind(record, config, "", new Report(problems)));
  }

  private @Nullable Object bind(
      ConfigRecord record, ObjectValue config, String prefix, Report report) {
    @Nullable Object[] values = new @Nullable Object[record.fields().size()];
    int before = report.count;
    for (int i = 0; i < values.length; i++) {
      ConfigField field = record.fields().get(i);
      try {
        values[i] = bind(field, config.get(field.name()), prefix + field.name(), report);
      } catch (InvalidConfigException e) {
        report.add(e);
      }
    }
    return report.count == before ? record.create(values) : null;
  }

  /** The value of a field; null if it is optional and missing, or if a problem was reported. */
  private @Nullable Object bind(ConfigField field, Value value, String name, Report report) {
    Value given = field.orFallback(value);
    if (!field.isMissing(given)) {
      return convert(field.type(), given, name, report);
    }
    if (field.isRequired()) {
      throw invalid(name, "is required", value, field.type().expected());
    }
    if (field.isNullable()) {
      return null;
    }
    return field.type() == Kind.FLAG ? Boolean.FALSE : List.of();
  }

  private @Nullable Object convert(FieldType type, Value value, String name, Report report) {
    return switch (type) {
      case Kind kind -> single(kind, value, name);
      case FieldType.Constants words -> constant(words, value, name);
      case FieldType.Items items -> list(items, value, name, report);
      case FieldType.Group group ->
          bind(group.record(), object(type, value, name), name + ".", report);
      case FieldType.Alternatives alternatives -> {
        ObjectValue object = object(type, value, name);
        yield bind(chosen(alternatives, object, name), object, name + ".", report);
      }
    };
  }

  private Object single(Kind kind, Value value, String name) {
    return switch (kind) {
      case TEXT -> text(kind, value, name);
      case TEMPLATE -> fields.template(name, text(kind, value, name));
      case JSON_TEMPLATE -> fields.jsonTemplate(name, text(kind, value, name));
      case EXPRESSION -> fields.expression(name, text(kind, value, name));
      case PATH -> fields.path(name, text(kind, value, name));
      case FLAG -> flag(value, name);
      case INT -> (int) whole(kind, value, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> (long) whole(kind, value, name, -MAX_EXACT, MAX_EXACT);
      case DOUBLE -> number(kind, value, name);
      case ANY -> value;
      case OBJECT -> object(kind, value, name);
      case ARRAY -> array(kind, value, name);
    };
  }

  private @Nullable List<Object> list(
      FieldType.Items type, Value value, String name, Report report) {
    ArrayValue array = array(type, value, name);
    List<Object> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      try {
        Object item = convert(type.item(), array.get(i), name + "[" + i + "]", report);
        if (item != null) {
          items.add(item);
        }
      } catch (InvalidConfigException e) {
        report.add(e);
      }
    }
    return items.size() == array.size() ? List.copyOf(items) : null;
  }

  private static ConfigRecord chosen(FieldType.Alternatives type, ObjectValue object, String name) {
    Value choice = object.get(type.property());
    ConfigRecord record =
        choice instanceof StringValue string ? type.records().get(string.text()) : null;
    if (record == null) {
      throw invalid(name + "." + type.property(), "is not known", choice, type.expectedChoice());
    }
    return record;
  }

  private static Object constant(FieldType.Constants type, Value value, String name) {
    Object constant =
        value instanceof StringValue string ? type.constants().get(string.text()) : null;
    if (constant == null) {
      throw invalid(name, "is not known", value, type.expected());
    }
    return constant;
  }

  private static boolean flag(Value value, String name) {
    return switch (value) {
      case BooleanValue flag -> flag.isTruthy();
      case StringValue string when string.text().equals("true") -> true;
      case StringValue string when string.text().equals("false") -> false;
      default -> throw wrong(Kind.FLAG, value, name);
    };
  }

  private static double number(Kind kind, Value value, String name) {
    double number =
        value instanceof NumberValue || value instanceof StringValue
            ? value.toNumber()
            : Double.NaN;
    if (Double.isNaN(number)) {
      throw wrong(kind, value, name);
    }
    return number;
  }

  private static double whole(Kind kind, Value value, String name, double least, double most) {
    double number = number(kind, value, name);
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong(kind, value, name);
    }
    return number;
  }

  private static String text(Kind kind, Value value, String name) {
    return switch (value) {
      case StringValue string -> string.text();
      case NumberValue number -> number.toText();
      case BooleanValue flag -> flag.toText();
      default -> throw wrong(kind, value, name);
    };
  }

  private static ObjectValue object(FieldType type, Value value, String name) {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong(type, value, name);
  }

  private static ArrayValue array(FieldType type, Value value, String name) {
    if (value instanceof ArrayValue array) {
      return array;
    }
    throw wrong(type, value, name);
  }

  private static InvalidConfigException wrong(FieldType type, Value value, String name) {
    return invalid(name, "has the wrong type", value, type.expected());
  }

  private static InvalidConfigException invalid(
      String name, String message, Value value, String expected) {
    String found =
        value instanceof UndefinedValue ? "nothing" : FieldCompiler.shorten(value.toJson());
    return new InvalidConfigException(name, message, found, expected);
  }

  /** Passes problems on and counts them, so that nothing is made of what is broken inside. */
  private static final class Report {
    private final Consumer<InvalidConfigException> receiver;
    private int count;

    Report(Consumer<InvalidConfigException> receiver) {
      this.receiver = receiver;
    }

    void add(InvalidConfigException problem) {
      count++;
      receiver.accept(problem);
    }
  }
}
