package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the body of an operation may have in it: properties by name, and what each may hold. */
final class Shape {
  private static final Pattern ID = Pattern.compile("[A-Fa-f0-9]{24}");
  private static final Pattern AGENT =
      Pattern.compile("(0|[1-9]\\d{0,9})\\.(0|[1-9]\\d{0,9})\\.(0|[1-9]\\d{0,9})");
  private static final Pattern ICON =
      Pattern.compile("data:image/(jpg|jpeg|png|svg\\+xml);base64,[0-9a-zA-Z+/=]*");
  private static final int LONG = 32_767;
  private static final int SHORT = 1_024;
  private static final int NAME = 255;
  private static final List<String> CATEGORIES =
      List.of("data", "experience", "logic", "output", "debug");

  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final boolean others;

  /** What a property may hold. */
  private record Property(boolean required, String expected, Predicate<Value> test) {}

  private Shape(boolean others) {
    this.others = others;
  }

  // ---- the shapes

  /** A new flow. */
  static Shape flowPost() {
    return flow(false).oneOf("flowClass", keys()).supports();
  }

  /** A change of a flow. */
  static Shape flowPatch() {
    Shape shape = flow(false).idOrNull("defaultVersionId");
    shape.properties.put("name", new Property(false, textOf(1, NAME), text(1, NAME)));
    return shape;
  }

  /** A flow of a bundle. */
  static Shape importedFlow() {
    return flow(true).oneOf("flowClass", keys()).supports().textOrNull("defaultVersionId");
  }

  /** A new version. */
  static Shape versionPost() {
    return version(false);
  }

  /** A version of a bundle. */
  static Shape importedVersion() {
    return version(true);
  }

  /** A change of a version. */
  static Shape versionPatch() {
    return new Shape(false).text("notes", 0, LONG).flag("enabled");
  }

  /** A storage entry. */
  static Shape storageEntry() {
    return new Shape(false).required("key", 1, NAME).anything("value");
  }

  /** A press of a button. */
  static Shape press() {
    return new Shape(false)
        .required("key", 0, Integer.MAX_VALUE)
        .anything("payload")
        .anything("meta")
        .text("flowVersion", 1, NAME)
        .text("deviceId", 1, NAME)
        .text("deploymentId", 1, NAME);
  }

  /** Which versions are to be deleted. */
  static Shape versionsDelete() {
    Shape shape = new Shape(false).text("email", 0, SHORT).text("callbackUrl", 0, SHORT);
    shape.properties.put(
        "query", new Property(true, "an advanced query", ObjectValue.class::isInstance));
    return shape;
  }

  private static Shape flow(boolean others) {
    Shape shape =
        new Shape(others)
            .required("name", 1, NAME)
            .text("description", 0, LONG)
            .text("shortDescription", 0, SHORT)
            .text("docsUrl", 0, SHORT)
            .flag("enabled");
    shape.properties.put(
        "iconData",
        new Property(
            false,
            "null or an image as a data URL of at most " + LONG + " characters",
            value ->
                value instanceof NullValue
                    || (text(0, LONG).test(value) && ICON.matcher(value.toText()).matches())));
    shape.properties.put(
        "category",
        new Property(
            false,
            "nothing or one of " + String.join(", ", CATEGORIES),
            value ->
                value instanceof StringValue text
                    && (text.text().isEmpty() || CATEGORIES.contains(text.text()))));
    return shape.content();
  }

  private static Shape version(boolean others) {
    return new Shape(others)
        .required("version", 1, NAME)
        .text("notes", 0, LONG)
        .flag("enabled")
        .content();
  }

  /** Triggers, nodes and the like are looked at where they are read as a flow. */
  private Shape content() {
    properties.put("triggers", new Property(false, "an array", ArrayValue.class::isInstance));
    properties.put("nodes", new Property(false, "an array", ArrayValue.class::isInstance));
    properties.put("globals", new Property(false, "an array", ArrayValue.class::isInstance));
    properties.put(
        "customNodeConfig", new Property(false, "an object", ObjectValue.class::isInstance));
    properties.put(
        "minimumAgentVersion",
        new Property(
            false,
            "a version such as 1.21.0",
            value -> value instanceof StringValue text && AGENT.matcher(text.text()).matches()));
    return this;
  }

  private Shape supports() {
    properties.put(
        "customNodeSupports",
        new Property(
            false,
            "an array of at most one of cloud, edge",
            value ->
                value instanceof ArrayValue array
                    && array.size() <= 1
                    && (array.isEmpty()
                        || List.of("cloud", "edge").contains(array.get(0).toText()))));
    return this;
  }

  private Shape required(String name, int shortest, int longest) {
    properties.put(name, new Property(true, textOf(shortest, longest), text(shortest, longest)));
    return this;
  }

  private Shape text(String name, int shortest, int longest) {
    properties.put(name, new Property(false, textOf(shortest, longest), text(shortest, longest)));
    return this;
  }

  private Shape textOrNull(String name) {
    properties.put(
        name,
        new Property(
            false,
            "text or null",
            value -> value instanceof NullValue || value instanceof StringValue));
    return this;
  }

  private Shape idOrNull(String name) {
    properties.put(
        name,
        new Property(
            false,
            "24 hexadecimal digits or null",
            value ->
                value instanceof NullValue
                    || (value instanceof StringValue text && ID.matcher(text.text()).matches())));
    return this;
  }

  private Shape oneOf(String name, List<String> texts) {
    properties.put(
        name,
        new Property(
            false,
            "one of " + String.join(", ", texts),
            value -> value instanceof StringValue text && texts.contains(text.text())));
    return this;
  }

  private Shape flag(String name) {
    properties.put(name, new Property(false, "true or false", BooleanValue.class::isInstance));
    return this;
  }

  private Shape anything(String name) {
    properties.put(name, new Property(false, "anything", value -> true));
    return this;
  }

  private static List<String> keys() {
    return Arrays.stream(FlowClass.values()).map(FlowClass::key).toList();
  }

  private static String textOf(int shortest, int longest) {
    return longest == Integer.MAX_VALUE
        ? "text"
        : "text of " + shortest + " to " + longest + " characters";
  }

  private static Predicate<Value> text(int shortest, int longest) {
    return value ->
        value instanceof StringValue text
            && text.text().length() >= shortest
            && text.text().length() <= longest;
  }

  // ---- checking

  /**
   * Checks a body.
   *
   * @param where what stands before the names of its properties
   * @throws dev.sluice.api.manage.ManagementException if something is wrong with it
   */
  void check(String where, ObjectValue body) {
    body.forEach(
        (name, value) -> {
          @Nullable Property property = properties.get(name);
          if (property == null && !others) {
            throw Refusals.invalid(
                where + name, "a property that is not known", "one of " + known());
          }
          boolean absent = others && property != null && !property.required && !value.isPresent();
          if (property != null && !absent && !property.test.test(value)) {
            throw Refusals.invalid(where + name, value, property.expected);
          }
        });
    properties.forEach(
        (name, property) -> {
          if (property.required && !body.has(name)) {
            throw Refusals.invalid(where + name, "nothing", property.expected);
          }
        });
  }

  private String known() {
    return properties.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
