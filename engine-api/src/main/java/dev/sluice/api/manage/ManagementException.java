package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;

/** An operation was refused; nothing has changed. */
public final class ManagementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Type {
    /** What was asked for makes no sense, or is not allowed. */
    VALIDATION("Validation", 400),
    /** There is no such flow, version or button. */
    NOT_FOUND("NotFound", 404),
    /** Too many runs wait already. */
    TOO_MANY_REQUESTS("TooManyRequests", 429),
    /** The engine is closed. */
    UNAVAILABLE("Unavailable", 503);

    private final String key;
    private final int status;

    Type(String key, int status) {
      this.key = key;
      this.status = status;
    }

    /**
     * The type as it is written.
     *
     * @return such as {@code NotFound}
     */
    public String key() {
      return key;
    }

    /**
     * The status that an HTTP answer has.
     *
     * @return such as 404
     */
    public int status() {
      return status;
    }
  }

  private final Type type;

  /**
   * A refusal.
   *
   * @param type why
   * @param message why, in words: the field, what was found, what was expected
   */
  public ManagementException(Type type, String message) {
    super(message);
    this.type = type;
  }

  /**
   * Why.
   *
   * @return the type
   */
  public Type type() {
    return type;
  }

  /**
   * The answer of the API.
   *
   * @return {@code type} and {@code message}
   */
  public ObjectValue toJson() {
    return ObjectValue.builder()
        .put("type", type.key)
        .put("message", String.valueOf(getMessage()))
        .build();
  }
}
