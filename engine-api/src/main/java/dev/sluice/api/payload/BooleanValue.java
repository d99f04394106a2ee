package dev.sluice.api.payload;

/** True or false. */
public enum BooleanValue implements Value {
  /** False. */
  FALSE,
  /** True. */
  TRUE;

  /**
   * A boolean value.
   *
   * @param flag either
   * @return the value
   */
  public static BooleanValue of(boolean flag) {
    return flag ? TRUE : FALSE;
  }

  @Override
  public boolean isTruthy() {
    return this == TRUE;
  }

  @Override
  public double toNumber() {
    return this == TRUE ? 1 : 0;
  }

  @Override
  public String toText() {
    return this == TRUE ? "true" : "false";
  }

  @Override
  public String toString() {
    return toText();
  }
}
