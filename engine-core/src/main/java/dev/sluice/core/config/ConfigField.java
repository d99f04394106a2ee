package dev.sluice.core.config;

import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a configuration. Immutable.
 *
 * @param name its name
 * @param type what it holds
 * @param isNullable whether it may be missing, and is then null
 * @param fallback what it holds where it is missing, undefined if there is no such thing
 * @param description what it is for, empty if nobody has said
 */
public record ConfigField(
    String name, FieldType type, boolean isNullable, Value fallback, String description) {
  static ConfigField of(RecordComponent component, Set<Class<?>> enclosing) {
    Default fallback = component.getAnnotation(Default.class);
    Description description = component.getAnnotation(Description.class);
    return new ConfigField(
        component.getName(),
        FieldType.of(component.getGenericType(), enclosing),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        fallback == null ? UndefinedValue.UNDEFINED : StringValue.of(fallback.value()),
        description == null ? "" : description.value());
  }

  /** What is bound in place of a given value: the default where nothing is given. */
  public Value orFallback(Value given) {
    return isMissing(given) ? fallback : given;
  }

  /** Whether a value says nothing. Empty text does where it could not mean anything. */
  public boolean isMissing(Value value) {
    if (!value.isPresent()) {
      return type != FieldType.Kind.ANY || value == UndefinedValue.UNDEFINED;
    }
    return value instanceof StringValue string && string.text().isBlank() && !type.takesBlank();
  }

  /** Whether a configuration cannot be bound without the field. */
  public boolean isRequired() {
    return !isNullable
        && isMissing(fallback)
        && type != FieldType.Kind.FLAG
        && !(type instanceof FieldType.Items);
  }
}
