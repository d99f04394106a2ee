package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.StringValue;

/** The operators that compare. */
enum Relation {
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  EQUAL,
  NOT_EQUAL,
  STRICTLY_EQUAL,
  NOT_STRICTLY_EQUAL;

  boolean holds(Object left, Object right) {
    return switch (this) {
      case EQUAL -> Coercion.looselyEqual(left, right);
      case NOT_EQUAL -> !Coercion.looselyEqual(left, right);
      case STRICTLY_EQUAL -> Coercion.strictlyEqual(left, right);
      case NOT_STRICTLY_EQUAL -> !Coercion.strictlyEqual(left, right);
      default ->
          left instanceof StringValue text && right instanceof StringValue other
              ? holds(text.text().compareTo(other.text()), 0)
              : holds(Coercion.number(left), Coercion.number(right));
    };
  }

  private boolean holds(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      default -> left >= right;
    };
  }
}
