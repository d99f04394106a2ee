package dev.sluice.nodes.script.plain;

/** The operators whose right side is only evaluated where the left does not decide. */
enum Connective {
  AND,
  OR,
  COALESCE;

  /** Whether an operand on the left decides alone. */
  boolean stopsAt(Object left) {
    return switch (this) {
      case AND -> !Coercion.isTruthy(left);
      case OR -> Coercion.isTruthy(left);
      case COALESCE -> !Coercion.isNullish(left);
    };
  }
}
