package dev.sluice.core.language.expression;

/** Operators on numbers. {@link #ADD} is one of them only where both sides are known numbers. */
enum Arithmetic implements BinaryOperator {
  SHIFT_LEFT(Level.SHIFT),
  SHIFT_RIGHT(Level.SHIFT),
  ADD(Level.SUM),
  SUBTRACT(Level.SUM),
  MULTIPLY(Level.PRODUCT),
  DIVIDE(Level.PRODUCT),
  REMAINDER(Level.PRODUCT);

  private final Level level;

  Arithmetic(Level level) {
    this.level = level;
  }

  @Override
  public Level level() {
    return level;
  }

  double calculate(double left, double right) {
    return switch (this) {
      // Java takes the lowest five bits of the distance, as JavaScript does.
      case SHIFT_LEFT -> Coercion.toInt32(left) << Coercion.toInt32(right);
      case SHIFT_RIGHT -> Coercion.toInt32(left) >> Coercion.toInt32(right);
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
    };
  }
}
