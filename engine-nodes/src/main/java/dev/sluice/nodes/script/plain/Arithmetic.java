package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** The operators that take nothing but numbers. */
enum Arithmetic implements BinaryOperator {
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  REMAINDER,
  AND,
  OR,
  XOR,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  SHIFT_RIGHT_UNSIGNED;

  @Override
  public Object apply(Object left, Object right, Frame frame) {
    return Value.of(apply(Coercion.number(left), Coercion.number(right)));
  }

  double apply(double left, double right) {
    return switch (this) {
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
      case AND -> Coercion.integer(left) & Coercion.integer(right);
      case OR -> Coercion.integer(left) | Coercion.integer(right);
      case XOR -> Coercion.integer(left) ^ Coercion.integer(right);
      case SHIFT_LEFT -> Coercion.integer(left) << Coercion.integer(right);
      case SHIFT_RIGHT -> Coercion.integer(left) >> Coercion.integer(right);
      case SHIFT_RIGHT_UNSIGNED ->
          Integer.toUnsignedLong(Coercion.integer(left) >>> Coercion.integer(right));
    };
  }
}
