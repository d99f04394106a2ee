package dev.sluice.nodes.script.plain;

/** A piece of a script that gives an operand. */
interface Expression {
  Object evaluate(Frame frame);

  /** What it gives, as a number. */
  default double number(Frame frame) {
    return Coercion.number(evaluate(frame));
  }

  /** What it gives, as a condition. */
  default boolean test(Frame frame) {
    return Coercion.isTruthy(evaluate(frame));
  }
}
