package dev.sluice.core.compile;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes config records from what flows have in {@code config}. Reflection is done once a record
 * class; every problem of a configuration is reported, not just the first.
 */
final class ConfigBinder {
  /** Up to here every whole number is a double; beyond, some would be bound as their neighbours. */
  private static final double MAX_EXACT = (1L << 53) - 1;

  private final FieldCompiler fields;
  private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

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
    return type.cast(record(type, config, "", new Report(problems)));
  }

  private @Nullable Object record(Class<?> type, ObjectValue config, String prefix, Report report) {
    Shape shape = shapes.computeIfAbsent(type, Shape::of);
    @Nullable Object[] arguments = new @Nullable Object[shape.components.size()];
    int before = report.count;
    for (int i = 0; i < arguments.length; i++) {
      Component component = shape.components.get(i);
      try {
        arguments[i] =
            component(component, config.get(component.name), prefix + component.name, report);
      } catch (InvalidConfigException e) {
        report.add(e);
      }
    }
    return report.count == before ? shape.create(arguments) : null;
  }

  /** The value of a component; null if it is optional and missing, or if a problem was reported. */
  private @Nullable Object component(
      Component component, Value value, String field, Report report) {
    Value given = isMissing(component.type, value) ? component.fallback : value;
    if (!isMissing(component.type, given)) {
      return convert(component.type, given, field, report);
    }
    if (component.optional) {
      return null;
    }
    if (component.type == boolean.class) {
      return false;
    }
    if (rawType(component.type) == List.class) {
      return List.of();
    }
    throw invalid(field, "is required", value, expected(component.type));
  }

  /** Empty text counts as missing where it could not mean anything. */
  private static boolean isMissing(Type type, Value value) {
    if (!value.isPresent()) {
      return type != Value.class || value == UndefinedValue.UNDEFINED;
    }
    return value instanceof StringValue string
        && string.text().isBlank()
        && type != String.class
        && type != StringTemplate.class
        && type != Value.class;
  }

  private @Nullable Object convert(Type type, Value value, String field, Report report) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(list.getActualTypeArguments()[0], value, field, report);
    }
    Class<?> raw = rawType(type);
    if (Value.class.isAssignableFrom(raw)) {
      return raw.isInstance(value) ? value : reject(field, value, type);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return flag(field, value, type);
    }
    if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
      return number(raw, field, value, type);
    }
    if (raw.isEnum()) {
      return constant(raw, field, value);
    }
    if (raw.isRecord() || raw.isSealed()) {
      ObjectValue object = value instanceof ObjectValue given ? given : reject(field, value, type);
      return record(chosen(raw, object, field), object, field + ".", report);
    }
    String text = text(field, value, type);
    if (raw == String.class) {
      return text;
    } else if (raw == StringTemplate.class) {
      return fields.template(field, text);
    } else if (raw == Expression.class) {
      return fields.expression(field, text);
    } else if (raw == JsonTemplate.class) {
      return fields.jsonTemplate(field, text);
    } else if (raw == PayloadPath.class) {
      return fields.path(field, text);
    }
    throw new IllegalStateException("A config record cannot have a component of " + type);
  }

  private @Nullable List<Object> list(Type item, Value value, String field, Report report) {
    ArrayValue array = value instanceof ArrayValue given ? given : reject(field, value, List.class);
    List<Object> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      String itemField = field + "[" + i + "]";
      try {
        Object converted = convert(item, array.get(i), itemField, report);
        if (converted != null) {
          items.add(converted);
        }
      } catch (InvalidConfigException e) {
        report.add(e);
      }
    }
    return items.size() == array.size() ? List.copyOf(items) : null;
  }

  private static Class<?> chosen(Class<?> type, ObjectValue object, String field) {
    Choice choice = type.getAnnotation(Choice.class);
    if (choice == null) {
      return type;
    }
    Value name = object.get(choice.value());
    for (Class<?> option : type.getPermittedSubclasses()) {
      if (name instanceof StringValue string
          && lowerCamel(option.getSimpleName()).equals(string.text())) {
        return option;
      }
    }
    String options =
        Arrays.stream(type.getPermittedSubclasses())
            .map(option -> lowerCamel(option.getSimpleName()))
            .collect(Collectors.joining(", "));
    throw invalid(field + "." + choice.value(), "is not known", name, "one of " + options);
  }

  private static Object flag(String field, Value value, Type type) {
    return switch (value) {
      case BooleanValue flag -> flag.isTruthy();
      case StringValue string when string.text().equals("true") -> true;
      case StringValue string when string.text().equals("false") -> false;
      default -> reject(field, value, type);
    };
  }

  private static Object number(Class<?> raw, String field, Value value, Type type) {
    double number =
        value instanceof NumberValue || value instanceof StringValue
            ? value.toNumber()
            : Double.NaN;
    if (Double.isNaN(number)) {
      return reject(field, value, type);
    }
    if (raw == double.class || raw == Double.class) {
      return number;
    }
    boolean isInt = raw == int.class || raw == Integer.class;
    double least = isInt ? Integer.MIN_VALUE : -MAX_EXACT;
    double most = isInt ? Integer.MAX_VALUE : MAX_EXACT;
    if (number != Math.rint(number) || number < least || number > most) {
      return reject(field, value, type);
    }
    return isInt ? (Object) (int) number : (Object) (long) number;
  }

  private static Object constant(Class<?> type, String field, Value value) {
    for (Object constant : type.getEnumConstants()) {
      if (value instanceof StringValue string && constantName(constant).equals(string.text())) {
        return constant;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(ConfigBinder::constantName)
            .collect(Collectors.joining(", "));
    throw invalid(field, "is not known", value, "one of " + names);
  }

  /** {@code LOWER_CAMEL} as flows write it: {@code lowerCamel}. */
  static String constantName(Object constant) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : ((Enum<?>) constant).name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return name.toString();
  }

  private static String lowerCamel(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String text(String field, Value value, Type type) {
    return switch (value) {
      case StringValue string -> string.text();
      case NumberValue number -> number.toText();
      case BooleanValue flag -> flag.toText();
      default -> reject(field, value, type);
    };
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // it fits wherever a value is expected
  private static <T> T reject(String field, Value value, Type type) {
    throw invalid(field, "has the wrong type", value, expected(type));
  }

  private static InvalidConfigException invalid(
      String field, String message, Value value, String expected) {
    String found =
        value instanceof UndefinedValue ? "nothing" : FieldCompiler.shorten(value.toJson());
    return new InvalidConfigException(field, message, found, expected);
  }

  private static String expected(Type type) {
    Class<?> raw = rawType(type);
    if (raw == StringTemplate.class) {
      return "a string template";
    } else if (raw == JsonTemplate.class) {
      return "a JSON template";
    } else if (raw == Expression.class) {
      return "an expression";
    } else if (raw == PayloadPath.class) {
      return "a payload path";
    } else if (raw == String.class) {
      return "a string";
    } else if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    } else if (raw == List.class) {
      return "an array";
    } else if (raw == double.class || raw == Double.class) {
      return "a number";
    } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return "a whole number";
    } else if (raw.isEnum()) {
      return "one of "
          + Arrays.stream(raw.getEnumConstants())
              .map(ConfigBinder::constantName)
              .collect(Collectors.joining(", "));
    }
    return "an object";
  }

  private static Class<?> rawType(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
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

  /** A component of a config record. */
  private record Component(String name, Type type, boolean optional, Value fallback) {
    static Component of(RecordComponent component) {
      Default fallback = component.getAnnotation(Default.class);
      return new Component(
          component.getName(),
          component.getGenericType(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          fallback == null ? UndefinedValue.UNDEFINED : StringValue.of(fallback.value()));
    }
  }

  /** A config record's components and constructor. */
  private record Shape(List<Component> components, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(Arrays.stream(components).map(Component::of).toList(), constructor);
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw new IllegalStateException(
            "The config record "
                + type.getName()
                + " cannot be made: open its package to dev.sluice.core",
            e);
      }
    }

    Object create(@Nullable Object[] arguments) {
      try {
        return constructor.newInstance(arguments);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
