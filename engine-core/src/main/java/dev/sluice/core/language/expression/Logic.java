package dev.sluice.core.language.expression;

/** Operators that give one of their operands and may leave the right one alone. */
enum Logic implements BinaryOperator {
  OR,
  AND;

  @Override
  public Level level() {
    return this == OR ? Level.OR : Level.AND;
  }
}
