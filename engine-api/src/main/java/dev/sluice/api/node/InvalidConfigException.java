package dev.sluice.api.node;

/** A field of a node's configuration cannot be used. The compiler reports it with the node. */
public final class InvalidConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String found;
  private final String expected;

  /**
   * A field cannot be used.
   *
   * @param field the field, such as {@code rules[2].destination}
   * @param message what is wrong
   * @param found what is there
   * @param expected what should be there
   */
  public InvalidConfigException(String field, String message, String found, String expected) {
    super(message, null, false, false);
    this.field = field;
    this.found = found;
    this.expected = expected;
  }

  /**
   * The field that cannot be used.
   *
   * @return such as {@code rules[2].destination}
   */
  public String field() {
    return field;
  }

  /**
   * What the field holds.
   *
   * @return the text found
   */
  public String found() {
    return found;
  }

  /**
   * What the field should hold.
   *
   * @return such as {@code a payload path}
   */
  public String expected() {
    return expected;
  }
}
