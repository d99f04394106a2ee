package dev.sluice.api.payload;

/** The value of what is not there. */
public enum UndefinedValue implements Value {
  /** The one undefined. */
  UNDEFINED;

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
    return Double.NaN;
  }

  @Override
  public String toText() {
    return "undefined";
  }

  @Override
  public String toString() {
    return toText();
  }
}
