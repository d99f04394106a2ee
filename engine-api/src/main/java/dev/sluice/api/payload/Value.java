package dev.sluice.api.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A value on a payload, as JavaScript would see it. Undefined is a value of its own and not null:
 * it is what reading an absent path gives.
 *
 * <p>Values are immutable to everyone who can see them and safe to share between threads. A {@link
 * Payload} may change a container in place only while nobody else has been handed it.
 *
 * <p>Source of the semantics: ECMAScript's primitive conversions; numbers are IEEE doubles.
 */
public sealed interface Value
    permits ContainerValue,
        StringValue,
        NumberValue,
        BooleanValue,
        DateValue,
        NullValue,
        UndefinedValue {

  /**
   * The value of a property: of an object its entry, of an array or a string an element or its
   * {@code length}.
   *
   * @param key the property's name
   * @return its value, or undefined if there is none
   */
  default Value get(String key) {
    return UndefinedValue.UNDEFINED;
  }

  /**
   * The element at an index: of an array an item, of a string a UTF-16 unit, of an object the entry
   * whose key is the index as text.
   *
   * @param index from 0
   * @return the element, or undefined if there is none
   */
  default Value get(int index) {
    return UndefinedValue.UNDEFINED;
  }

  /**
   * Whether a condition takes this for true: all but undefined, null, false, 0, NaN and the empty
   * string.
   *
   * @return JavaScript's {@code !!value}
   */
  boolean isTruthy();

  /**
   * This value as a number.
   *
   * @return JavaScript's {@code Number(value)}, NaN where it has no number
   */
  double toNumber();

  /**
   * This value as text.
   *
   * @return JavaScript's {@code String(value)}
   * @throws PayloadLimitException if the value is nested too deeply or the text would be too long
   */
  String toText();

  /**
   * Whether this is neither undefined nor null.
   *
   * @return true for every value but the two
   */
  default boolean isPresent() {
    return true;
  }

  /**
   * This value as compact JSON text, as {@code JSON.stringify} writes it: dates as ISO strings, not
   * finite numbers as null, undefined properties left out, undefined elements as null, undefined
   * itself as the empty string.
   *
   * @return the JSON text
   * @throws PayloadLimitException if the value is nested too deeply or the text would be too long
   */
  default String toJson() {
    return Json.write(this, 0);
  }

  /**
   * About how many characters this value has as JSON: texts and keys by their length, anything else
   * by a few. What a value holds in several places counts as often.
   *
   * @param limit what need not be told apart from more
   * @return the size; where it is more than the limit, any number that is
   */
  default long jsonSize(long limit) {
    return JsonSize.of(this, limit);
  }

  /**
   * This value as a Jackson tree, independent of this value.
   *
   * @return the tree; undefined becomes null
   * @throws PayloadLimitException if the value is nested too deeply or the tree would be too large
   */
  default JsonNode toJsonNode() {
    return Json.toNode(this);
  }

  /**
   * Parses JSON text.
   *
   * @param json one JSON value, strictly by RFC 8259
   * @return the value
   * @throws InvalidJsonException if the text is not JSON, saying where
   */
  static Value parseJson(String json) {
    return Json.parse(json);
  }

  /**
   * Converts a Jackson tree.
   *
   * @param node the tree; binary and POJO nodes are not accepted
   * @return an equal value that shares nothing with the tree
   * @throws IllegalArgumentException if the tree holds what JSON cannot
   */
  static Value fromJson(JsonNode node) {
    return Json.fromNode(node);
  }

  /**
   * A string.
   *
   * @param text its characters
   * @return the value
   */
  static Value of(String text) {
    return StringValue.of(text);
  }

  /**
   * A number.
   *
   * @param number any double
   * @return the value
   */
  static Value of(double number) {
    return NumberValue.of(number);
  }

  /**
   * A boolean.
   *
   * @param flag either
   * @return the value
   */
  static Value of(boolean flag) {
    return BooleanValue.of(flag);
  }

  /**
   * A date.
   *
   * @param instant a moment, kept to the millisecond
   * @return the value
   */
  static Value of(Instant instant) {
    return DateValue.of(instant);
  }

  /**
   * The null of JSON.
   *
   * @return the one null
   */
  static Value nullValue() {
    return NullValue.NULL;
  }

  /**
   * The value of what is not there.
   *
   * @return the one undefined
   */
  static Value undefined() {
    return UndefinedValue.UNDEFINED;
  }
}
