package dev.sluice.core.config;

import dev.sluice.api.node.Description;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a config record, and its constructor: all that is read by reflection. Binding a
 * configuration and describing it in a schema both go over this, so that they cannot disagree.
 * Immutable.
 */
public final class ConfigRecord {
  private final List<ConfigField> fields;
  private final String description;
  private final Constructor<?> constructor;

  private ConfigRecord(List<ConfigField> fields, String description, Constructor<?> constructor) {
    this.fields = List.copyOf(fields);
    this.description = description;
    this.constructor = constructor;
  }

  /**
   * Reads a record class.
   *
   * @throws IllegalStateException if it cannot be made, or has what a configuration cannot hold
   */
  public static ConfigRecord of(Class<?> type) {
    return of(type, Set.of());
  }

  static ConfigRecord of(Class<?> type, Set<Class<?>> enclosing) {
    Set<Class<?>> path = new HashSet<>(enclosing);
    if (!path.add(type)) {
      throw new IllegalStateException(
          "The config record " + type.getName() + " cannot be part of itself");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<ConfigField> fields = new ArrayList<>();
    for (RecordComponent component : components) {
      fields.add(ConfigField.of(component, path));
    }
    Description description = type.getAnnotation(Description.class);
    return new ConfigRecord(
        fields, description == null ? "" : description.value(), constructor(type, components));
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "The config record "
              + type.getName()
              + " cannot be made: open its package to dev.sluice.core",
          e);
    }
  }

  /** The fields in the order of the record's components. */
  public List<ConfigField> fields() {
    return fields;
  }

  /** What it does where there are others to choose from, empty if nobody has said. */
  public String description() {
    return description;
  }

  /** Makes the record of the values of its fields. */
  public Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
