package dev.sluice.api.manage;

/**
 * Who creates or changes something.
 *
 * @param id the author's id
 * @param type what the author is
 */
public record Author(String id, Type type) {
  /** What an author is. */
  public enum Type {
    /** A flow. */
    FLOW("flow"),
    /** A person. */
    USER("user"),
    /** A program that has a token of the API. */
    API_TOKEN("apiToken");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /**
     * The type as it is written.
     *
     * @return such as {@code apiToken}
     */
    public String key() {
      return key;
    }
  }
}
