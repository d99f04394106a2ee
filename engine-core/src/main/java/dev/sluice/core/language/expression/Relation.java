package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Value;

/** Operators that compare their operands and give a boolean. */
enum Relation implements BinaryOperator {
  EQUAL,
  NOT_EQUAL,
  STRICTLY_EQUAL,
  NOT_STRICTLY_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  @Override
  public Level level() {
    return isEquality() ? Level.EQUALITY : Level.RELATION;
  }

  boolean isEquality() {
    return compareTo(NOT_STRICTLY_EQUAL) <= 0;
  }

  boolean isStrict() {
    return this == STRICTLY_EQUAL || this == NOT_STRICTLY_EQUAL;
  }

  boolean isNegated() {
    return this == NOT_EQUAL || this == NOT_STRICTLY_EQUAL;
  }

  boolean holds(Value left, Value right) {
    return switch (this) {
      case EQUAL -> Coercion.looseEquals(left, right);
      case NOT_EQUAL -> !Coercion.looseEquals(left, right);
      case STRICTLY_EQUAL -> Coercion.strictEquals(left, right);
      case NOT_STRICTLY_EQUAL -> !Coercion.strictEquals(left, right);
      case LESS -> Coercion.compare(left, right) == Ordering.LESS;
      case LESS_OR_EQUAL -> isOneOf(Coercion.compare(left, right), Ordering.LESS);
      case GREATER -> Coercion.compare(left, right) == Ordering.GREATER;
      case GREATER_OR_EQUAL -> isOneOf(Coercion.compare(left, right), Ordering.GREATER);
    };
  }

  private static boolean isOneOf(Ordering order, Ordering wanted) {
    return order == wanted || order == Ordering.EQUAL;
  }

  boolean holds(double left, double right) {
    return switch (this) {
      case EQUAL, STRICTLY_EQUAL -> left == right;
      case NOT_EQUAL, NOT_STRICTLY_EQUAL -> left != right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
    };
  }
}
