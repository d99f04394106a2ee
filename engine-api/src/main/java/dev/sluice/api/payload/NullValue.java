package dev.sluice.api.payload;

/** The null of JSON. */
public enum NullValue implements Value {
  /** The one null. */
  NULL;

  @Override
  public boolean isTruthy() {
    return false;
  }

  @Override
  public boolean isPresent() {
    return false;
  }

  @Override
  public double toNumber() {
    return 0;
  }

  @Override
  public String toText() {
    return "null";
  }

  @Override
  public String toString() {
    return toText();
  }
}
