package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Value;

/** Operators that compare their operands and give a boolean. */
enum Relation implements BinaryOperator {
  EQUAL(false, true, false, false),
  NOT_EQUAL(true, false, true, true),
  STRICTLY_EQUAL(false, true, false, false),
  NOT_STRICTLY_EQUAL(true, false, true, true),
  LESS(true, false, false, false),
  LESS_OR_EQUAL(true, true, false, false),
  GREATER(false, false, true, false),
  GREATER_OR_EQUAL(false, true, true, false);

  private final boolean ofLess;
  private final boolean ofEqual;
  private final boolean ofGreater;
  private final boolean ofUnordered;

  /** A relation, as what it makes of each order that two numbers can be in. */
  Relation(boolean ofLess, boolean ofEqual, boolean ofGreater, boolean ofUnordered) {
    this.ofLess = ofLess;
    this.ofEqual = ofEqual;
    this.ofGreater = ofGreater;
    this.ofUnordered = ofUnordered;
  }

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
    if (isEquality()) {
      boolean equal =
          isStrict() ? Coercion.strictEquals(left, right) : Coercion.looseEquals(left, right);
      return equal != isNegated();
    }
    return switch (Coercion.compare(left, right)) {
      case LESS -> ofLess;
      case EQUAL -> ofEqual;
      case GREATER -> ofGreater;
      case UNORDERED -> ofUnordered;
    };
  }

  boolean holds(double left, double right) {
    if (left < right) {
      return ofLess;
    }
    if (left > right) {
      return ofGreater;
    }
    return left == right ? ofEqual : ofUnordered;
  }
}
