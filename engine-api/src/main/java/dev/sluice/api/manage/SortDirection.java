package dev.sluice.api.manage;

/** In which direction results are sorted. */
public enum SortDirection {
  /** The smallest or earliest first. */
  ASCENDING("asc"),
  /** The largest or latest first. */
  DESCENDING("desc");

  private final String key;

  SortDirection(String key) {
    this.key = key;
  }

  /**
   * The direction as it is written.
   *
   * @return {@code asc} or {@code desc}
   */
  public String key() {
    return key;
  }
}
